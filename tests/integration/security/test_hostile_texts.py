"""Every text a person can write holds an attack; every page that shows it shows it as plain words."""

import uuid

import pytest
from django.core import mail
from django.urls import reverse

from lms.accounts.invitations.services import mail_invitation
from lms.accounts.models import Invitation, Theme, ThemeChoice
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.certification.decisions.services import Ruling, decide
from lms.certification.roles.services import OtherRoles, declare_roles
from lms.packages.markup import complaints
from tests.conftest import NOW
from tests.factories import cohorts, intervision
from tests.factories import courses as make
from tests.integration.security.poison import PAYLOAD, alive_in, poison
from tests.integration.security.town import Browser, Town, arranged, later, rows

pytestmark = pytest.mark.django_db
MARK = "onload=alert(1)"


@pytest.fixture
def poisoned(town: Town, home) -> Town:
    """The town with something written everywhere."""
    theme = Theme.objects.create(name="Wonen")
    ThemeChoice.objects.create(user=town.noor, theme=theme, consented_at=NOW)
    declare_roles(town.noor, OtherRoles(other="x", agreements="y"), uuid.uuid4(), actor=town.noor, now=NOW)
    pause = Ruling(kind="pause", submission=uuid.uuid4(), reason="z")
    decide(town.noor, pause, actor=town.koen, now=NOW)
    decide(town.noor, Ruling(kind="resume", submission=uuid.uuid4()), actor=town.koen, now=NOW)
    edition = cohorts.cohort("Winter")
    cohorts.place(edition, town.noor)
    cohorts.meeting(edition, days=3)
    group = intervision.group(facilitator=town.femke, members=(town.noor,))
    intervision.session(group, days=5)
    Browser(town, "noor", headers={"user-agent": PAYLOAD}).get("/ik/")
    return town


@pytest.mark.parametrize("who", ["noor", "femke", "koen", "cas", "ada"])
def test_it_shows_hostile_words_as_words(poisoned: Town, who: str):
    browser, alive, shown = Browser(poisoned, who), [], 0
    for name, row in rows():
        with arranged(name, poisoned) as url:
            poison()
            answer = getattr(browser, row.method)(url, row.data, follow=True)
            if answer.get("Content-Type", "").startswith("text/html"):
                page = answer.content.decode()
                shown += MARK in page
                alive += [(name, what) for what in alive_in(page)]
    assert alive == []
    assert shown > 15, "the payload must have been on the pages"


def test_it_says_hostile_names_as_words_in_messages(poisoned: Town):
    edition = cohorts.cohort("Lente")
    cohorts.place(edition, poisoned.noor)
    poison()
    url = reverse("cohorts:member_remove", args=[edition.uuid, poisoned.noor.uuid])
    page = Browser(poisoned, "koen").post(url, follow=True).content.decode()
    assert "doet niet meer mee" in page
    assert alive_in(page) == []


def test_it_gives_back_a_hostile_list_and_hostile_forms_as_words(poisoned: Town):
    koen = Browser(poisoned, "koen")
    text = (
        f"{PAYLOAD}; a@example.org\n{PAYLOAD}\nNaam; {PAYLOAD}@example.org\n=cmd|' /C calc'!A0; b@example.org"
    )
    page = koen.post(reverse("accounts:invite_list"), {"text": text}, follow=True).content.decode()
    assert MARK in page
    assert alive_in(page) == []
    for name in ("accounts:invite", "cohorts:new", "intervision:group_new", "accounts:new_organisation"):
        sent = dict.fromkeys(("name", "title", "email", "place", "words", "starts_on"), PAYLOAD)
        page = koen.post(reverse(name), sent, follow=True).content.decode()
        assert MARK in page, name
        assert alive_in(page) == [], name


def test_it_shows_hostile_names_as_words_in_the_editor(poisoned: Town, home):
    ensure_groups()
    sync_groups(poisoned.femke)
    intervision.method()
    lesson = make.lesson(make.module(make.course(home)))
    lesson.save_revision(user=poisoned.femke).publish(user=poisoned.femke)
    poison()
    femke = Browser(poisoned, "femke")
    for path in (
        "",
        f"pages/{lesson.pk}/edit/",
        f"pages/{lesson.pk}/history/",
        "snippets/intervision/method/",
    ):
        page = femke.get(f"/beheer/{path}").content.decode()
        assert MARK in page, path
        assert alive_in(page) == [], path


def test_it_mails_hostile_names_as_plain_text_with_one_line_subjects(poisoned: Town):
    Invitation.objects.create(user=poisoned.sam, invited_by=poisoned.koen, invited_at=NOW)
    poison()
    type(poisoned.sam).objects.filter(pk=poisoned.sam.pk).update(name="Sam\r\nBcc: a@example.org")
    poisoned.sam.refresh_from_db()
    mail_invitation(poisoned.sam, later(minutes=1))
    sent = mail.outbox[-1]
    assert sent.content_subtype == "plain"
    assert not getattr(sent, "alternatives", [])
    assert sent.recipients() == [poisoned.sam.email]
    assert "\n" not in sent.subject
    assert "Bcc" not in sent.message()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<p onclick="x">a</p>',
        '<p><a href="javascript:alert(1)">a</a></p>',
        '<p><a href=" javascript:alert(1)">a</a></p>',
        '<p><a href="&#106;avascript:alert(1)">a</a></p>',
        '<p><a href="//evil.example">a</a></p>',
        '<p><a href="{{ gemeente }}">a</a></p>',
        "<p><svg onload=alert(1)></p>",
        "<p><b/onload=alert(1)>a</b></p>",
        "<p><!--><img src=x onerror=alert(1)>--></p>",
        "<p><![CDATA[<img src=x onerror=alert(1)>]]></p>",
        "<p>&lt;b&gt;<b style='x'>a</b></p>",
        "<p>a</p\n><img src=x onerror=alert(1)>",
        "<embed embedtype='media' url='https://evil.example'/>",
    ],
)
def test_it_takes_no_script_with_a_course_package(text: str):
    assert complaints(text)
