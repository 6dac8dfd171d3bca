"""A whole story with words that stand out; afterwards they stand where they belong and nowhere else."""

import re
import uuid

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from lms.accounts.models import Organisation, Theme, User
from lms.exports.models import ServiceAccount
from lms.exports.services import create_token
from lms.outbox.public import deliver_due
from tests.conftest import NOW
from tests.factories import cohorts, people
from tests.factories import courses as make
from tests.factories.mailbox import last_code, mails
from tests.integration.audit.canary import assert_in_no_audit_row, assert_in_no_log_line, tables_with
from tests.integration.security.forms_of import forms_of
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Kanarina Geelvink", "kanarina.geelvink@example.org"
CLUB, THEME = "Stichting Kanariehuis", "Kanarieverdriet"
SAID, REASON, ANSWER = "kanarierol", "kanariereden", "Kanariegeel antwoord"
HEALTH = (CLUB, THEME, SAID, REASON)
ALL = ("kanari", "geelvink")


class Walker(Client):
    """A browser that remembers every address it was at or was sent to."""

    been: list[str]

    def request(self, **request):
        answer = super().request(**request)
        self.been = [
            *getattr(self, "been", []),
            answer.wsgi_request.get_full_path(),
            answer.get("Location", ""),
        ]
        return answer


@pytest.fixture
def story(town: Town, home, time_machine, caplog, capsys) -> tuple[User, list[str], str]:
    """Somebody is invited, learns, tells things, and is decided about; the worker delivers everything."""
    time_machine.move_to(NOW, tick=True)
    club = Organisation.objects.create(name=CLUB)
    people.person("Kanarie Contact", people.Role.CONTACT_PERSON, email="c@example.org", organisation=club)
    theme = Theme.objects.create(name=THEME)
    koen = Walker()
    koen.cookies.load(dict(Browser(town, "koen")._kept))
    koen.post(reverse("accounts:invite"), {"name": NAME, "email": EMAIL.title()})
    deliver()
    person = User.objects.get(email=EMAIL)
    me = Walker()
    me.post("/account/login/", {"login": EMAIL})
    code = last_code()
    me.post("/account/login/code/confirm/", {"code": "0000 0000"})
    me.post("/account/login/code/confirm/", {"code": code})
    consent = {"consent": "on", "consent_version": 1}
    me.post(reverse("accounts:my_organisation"), {"organisation": club.uuid, **consent})
    me.post(reverse("accounts:my_themes"), {"themes": [theme.pk], **consent})
    me.post(reverse("accounts:my_name"), {"name": f"{NAME} Kanarie"})
    told = {"roles": "other", "other": SAID, "agreements": SAID, "submission": uuid.uuid4(), "step": "send"}
    me.post(reverse("certification:roles"), told)
    me.post(reverse("exports:sharing"), {"choice": "yes"})
    learn(me, koen, home, person)
    for name in ("audit:mine", "privacy:mine", "privacy:download", "certification:mine", "accounts:me"):
        assert me.get(reverse(name)).status_code == 200
    decide(koen, person)
    koen.post(reverse("accounts:people"), {"words": NAME}, follow=True)
    Client().get(f"/zoek/{uuid.uuid4()}/?naam={NAME}")
    pull(town, person)
    deliver()
    return person, [*me.been, *koen.been], code


def deliver() -> None:
    while deliver_due(NOW.replace(hour=23), limit=500):
        pass


def learn(me: Client, koen: Client, home, person: User) -> None:
    question = make.question("Kanarievraag?")
    question["value"]["answers"][0]["value"]["text"] = ANSWER
    course = make.course(home)
    lesson = make.lesson(make.module(course), question)
    edition = cohorts.cohort()
    edition.course = course
    edition.save()
    koen.post(reverse("cohorts:members", args=[edition.uuid]), {"people": [person.uuid]})
    meeting = cohorts.meeting(edition)
    koen.post(reverse("cohorts:attendance", args=[meeting.uuid]), {f"person-{person.uuid}": "present"})
    given = {"exercise": question["id"], "answer": make.options(question)[0], "submission": uuid.uuid4()}
    assert me.post(reverse("progress:answer", args=[lesson.uid]), given).status_code == 302
    me.get(lesson.get_url())


def decide(koen: Client, person: User) -> None:
    url = reverse("certification:decision", args=[person.uuid, "override"])
    sent = {"submission": uuid.uuid4(), "reason_code": "other", "reason": REASON, "until": "2026-12-24"}
    assert koen.post(url, sent).status_code == 302
    page = koen.get(reverse("certification:person", args=[person.uuid])).content.decode()
    assert REASON in page
    assert forms_of(page)
    koen.post(
        reverse("certification:record", args=[person.uuid]), {"submission": uuid.uuid4(), "seen_vog": NAME}
    )


def pull(town: Town, person: User) -> None:
    account = ServiceAccount.objects.create(name="Koppelsysteem", created_at=NOW)
    key = create_token(account, actor=town.ada, now=NOW)
    answer = Client().get(reverse("api:statuswijzigingen"), headers={"authorization": f"Bearer {key}"})
    assert str(person.uuid) in answer.content.decode()
    assert not re.search("|".join(ALL), answer.content.decode(), re.IGNORECASE)


def test_it_keeps_people_and_answers_where_they_belong(story, caplog, capsys):
    _person, been, code = story
    assert_in_no_log_line(capsys, caplog, *ALL, code, code.replace(" ", ""))
    assert_in_no_audit_row(*ALL)
    assert been
    assert not [url for url in been if re.search("|".join(ALL), url, re.IGNORECASE)]
    assert tables_with(NAME) == {"accounts.User"}
    assert tables_with(EMAIL) == {"accounts.User", "account.EmailAddress"}
    assert tables_with(CLUB) == {"accounts.Organisation"}
    assert tables_with(THEME) == {"accounts.Theme"}
    assert tables_with(SAID) == {"certification.RoleDeclaration"}
    assert tables_with(REASON) == {"certification.Decision"}
    assert tables_with(code, code.replace(" ", "")) == set()


def test_it_mails_no_health_and_no_progress(story):
    person, _been, code = story
    assert len(mails()) >= 2
    for sent in mail.outbox:
        text = f"{sent.subject}\n{sent.body}"
        assert sent.recipients() == [person.email]
        for word in (*HEALTH, ANSWER, NAME, EMAIL, str(person.uuid), "Basistraining", "inzetbaar"):
            assert word.lower() not in text.lower()
        assert code not in sent.subject
        assert all(
            url.startswith("http://testserver/account/login/") for url in re.findall(r"https?://\S+", text)
        )
