"""A byte search: what somebody writes for oneself is for nobody else, wherever they look (decision 0015)."""

from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import HandIn, HandInFile, OwnText
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.conftest import NOW
from tests.factories import cohorts, exercises, hand_ins, people
from tests.factories import courses as make
from tests.integration.audit.canary import assert_in_no_audit_row, assert_in_no_log_line, tables_with
from tests.integration.security.test_wagtail_admin import CRASH_ON_PURPOSE, addresses
from tests.integration.security.town import Browser, Town, arranged, rows

pytestmark = pytest.mark.django_db
THOUGHT, NOTE, DRAFT, HALF = "kanariegedachte", "kanarienotitie", "kanarieklad", "kanariewoord"
OWN = (THOUGHT, NOTE, DRAFT, HALF)
WORK, REPLY = "kanariewerk", "kanarieantwoord"


@pytest.fixture(autouse=True)
def _private(tmp_path, settings) -> None:
    kept = settings.STORAGES["private"]
    options = {**kept["OPTIONS"], "location": tmp_path / "private"}
    settings.STORAGES = {**settings.STORAGES, "private": {**kept, "OPTIONS": options}}


@pytest.fixture
def told(town: Town, home, time_machine) -> dict[str, str]:
    """Sam writes everywhere one can write; Femke trains the edition and answers. Return where it was."""
    time_machine.move_to(NOW, tick=True)
    course = make.course(home, slug="kanarie")
    first, second = exercises.assignment(), exercises.assignment(title="Een tweede", code="2b")
    gaps, thinks = exercises.gaps(), make.block("reflection", prompt="Wat raakte je?")
    lesson = make.lesson(make.module(course, number=9), make.text(), thinks, first, second, gaps)
    make.enrolled(town.sam, course)
    edition = cohorts.cohort(trainer=town.femke)
    edition.course = course
    edition.save()
    cohorts.place(edition, town.sam)
    sam = Browser(town, "sam")
    keep(sam, lesson.uid, "reflection", thinks["id"], THOUGHT)
    keep(sam, lesson.uid, "note", lesson.uid, NOTE)
    keep(sam, lesson.uid, "work", second["id"], DRAFT)
    half = {"exercise": gaps["id"], "submission": uuid4()}
    half[f"answer-{gaps['value']['sentences'][0]['id']}"] = HALF
    assert sam.post(reverse("progress:answer", args=[lesson.uid]), half).status_code == 302
    desk = reverse("hand_ins:work", args=[lesson.uid, first["id"]])
    sent = {"submission": uuid4(), "writer": uuid4(), "version": 0, "text": WORK, "choice": "done"}
    assert sam.post(desk, sent | {"photos": [hand_ins.upload(hand_ins.photo())]}).status_code == 302
    work = HandIn.objects.get()
    read = reverse("hand_ins:read", args=[work.uuid])
    assert Browser(town, "femke").post(read, {"text": REPLY, "seen": ""}).status_code == 302
    keep(sam, lesson.uid, "work", first["id"], DRAFT)
    file = reverse("hand_ins:file", args=[HandInFile.objects.get().uuid])
    return {"lesson": lesson.get_url(), "desk": desk, "read": read, "file": file, "uid": str(lesson.uid)}


def keep(browser: Client, lesson: UUID, kind: str, place: object, text: str) -> None:
    sent = {"kind": kind, "lesson": lesson, "place": place, "writer": uuid4(), "version": 0, "text": text}
    assert browser.post(reverse("own_texts:keep"), sent).status_code == 302


def seen_by(browser: Client, url: str, *words: str) -> list[str]:
    """Return which of the words stand in what comes, head and body, whatever kind of file it is."""
    answer = browser.get(url, follow=True)
    body = answer.getvalue() + str(answer.headers).encode()
    return [word for word in words if word.encode() in body.lower()]


def about(town: Town, told: dict[str, str]) -> list[str]:
    """Return every address about Sam or this course that the access table does not fill in so."""
    person, course = town.sam.uuid, "kanarie"
    names = [
        *(("accounts:person", person), ("certification:person", person), ("certification:record", person)),
        *(("own_texts:mine", course), ("progress:glossary", course), ("progress:closing_talk", course)),
        *(("changes:lesson", told["uid"]), ("hand_ins:list",), ("paper:choose", person)),
        *(("paper:module", person, make.ModulePage.objects.get(number=9).uid), ("dashboards:training",)),
    ]
    found = [reverse(name, args=rest) for name, *rest in names]
    # The beginning of each word: what is found would show the rest of it.
    queries = [f"{reverse('search:search')}?q=kanarie", f"{reverse('accounts:people')}?words=kanarie"]
    queries += [f"{reverse('hand_ins:list')}?stand=alles", "/beheer/pages/search/?q=kanarie"]
    queries += [reverse("own_texts:throw_away", args=["note", told["uid"]])]
    return [*found, *queries, *(told[name] for name in ("lesson", "desk", "read", "file"))]


def test_it_is_all_there_for_its_owner(town: Town, told: dict[str, str]):
    """Else the searches below would find nothing because there is nothing."""
    sam = Browser(town, "sam")
    notes = sam.get(reverse("own_texts:mine", args=["kanarie"])).content.decode()
    assert [word for word in (THOUGHT, NOTE, DRAFT) if word not in notes] == []
    assert seen_by(sam, told["desk"], WORK, REPLY) == [WORK, REPLY]
    assert tables_with(THOUGHT) == tables_with(NOTE) == tables_with(DRAFT) == {"courses.OwnText"}
    assert tables_with(WORK) == tables_with(REPLY) == {"courses.HandIn"}


@pytest.mark.parametrize("who", ["femke", "koen", "vera", "ada"])
def test_it_shows_nobody_else_the_own_words(town: Town, told: dict[str, str], who: str):
    ensure_groups()
    sync_groups(town.femke)
    sync_groups(town.ada)
    browser, read, seen = Browser(town, who), 0, []
    mine = who == "femke"
    urls = about(town, told)
    for url in urls:
        read += 1
        seen += [(url, word) for word in seen_by(browser, url, *OWN)]
        if not mine:
            seen += [(url, word) for word in seen_by(browser, url, WORK, REPLY)]
    for name, _row in rows():
        with arranged(name, town) as url:
            read += 1
            words = OWN if mine else (*OWN, WORK, REPLY)
            seen += [(name, word) for word in seen_by(browser, url, *words)]
    assert seen == []
    assert read > 100


@pytest.mark.parametrize("who", ["femke", "ada"])
def test_it_has_no_address_in_the_admin_that_shows_them(town: Town, told: dict[str, str], who: str):
    ensure_groups()
    sync_groups(getattr(town, who))
    browser, lesson = Browser(town, who), make.LessonPage.objects.get()
    urls = [url for name, url in addresses(lesson) if name != CRASH_ON_PURPOSE]
    assert [url for url in urls if seen_by(browser, url, *OWN, WORK, REPLY)] == []
    assert len(urls) > 150


def test_it_gives_work_to_the_trainer_of_that_person_only(town: Town, told: dict[str, str]):
    other = people.person("Ben Bakker", people.Role.TRAINER)
    ben = Client()
    ben.force_login(other, backend="allauth.account.auth_backends.AuthenticationBackend")
    for url in (told["read"], told["file"], told["desk"]):
        assert ben.get(url).status_code == 404
        assert ben.post(url, {"text": "x"}).status_code in {404, 405}
        for who in ("visitor", "koen", "vera", "cas", "ada", "noor"):
            assert Browser(town, who).get(url).status_code == (302 if who == "visitor" else 404), (who, url)
    assert seen_by(Browser(town, "femke"), told["read"], WORK) == [WORK]
    User.objects.get(pk=town.femke.pk).role_assignments.update(ended_at=NOW)
    assert Browser(town, "femke").get(told["read"]).status_code == 404
    assert Browser(town, "femke").get(told["file"]).status_code == 404


def test_it_leaves_no_word_in_logs_messages_and_mail(town: Town, told: dict[str, str], caplog, capsys):
    while deliver_due(NOW.replace(hour=23), limit=500):
        pass
    words = (*OWN, WORK, REPLY)
    assert_in_no_log_line(capsys, caplog, *words)
    assert_in_no_audit_row(*words)
    assert OutboxMessage.objects.filter(topic__startswith="courses.").exists()
    assert mail.outbox
    for sent in mail.outbox:
        assert not [word for word in words if word in str(sent.message()).lower()]
        assert "opdracht" not in sent.subject.lower()


def test_it_leaves_nothing_of_what_was_thrown_away_or_erased(town: Town, told: dict[str, str]):
    sam = Browser(town, "sam")
    sam.post(reverse("own_texts:throw_away", args=["note", told["uid"]]))
    assert tables_with(NOTE) == set()
    storage = storages["private"]
    file = HandInFile.objects.get().file.name
    with storage.open(file) as photo:
        assert b"Exif" not in photo.read()
    assert OwnText.objects.exclude(text="").exists()
