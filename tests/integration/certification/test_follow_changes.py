"""The ledger knows who is asked to read what is new in a lesson, and who did."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.certification import consumers
from lms.certification.following.services import follow_change
from lms.certification.ledger.services import retract_evidence
from lms.certification.models import Evidence
from lms.certification.person.selectors import readiness_of
from lms.certification.standings.selectors import standing_then
from lms.courses.models import LessonProgress, Refresh
from lms.courses.public import complete_lesson, record_paper_completion, record_refresh
from lms.outbox.public import Message, deliver_due
from tests.factories import certification as factory
from tests.factories import changes, courses

pytestmark = pytest.mark.django_db
REFRESH = "Lezen wat nieuw is"


@pytest.fixture
def course(scheme, home, noor, clock):
    return courses.course(home)


@pytest.fixture
def words():
    return courses.text("<p>Bel 112.</p>")


@pytest.fixture
def lesson(course, words):
    page = courses.lesson(courses.module(course, 5), words, uid=factory.LESSONS[4], number="5.2")
    return changes.put_online(page)


@pytest.fixture
def enrolled(course, noor):
    return courses.enrolled(noor, course)


def change(lesson, words, html="<p>Bel 113.</p>"):
    return changes.safer(lesson, changes.with_text(words, html))


def lines(person) -> list[tuple[str, str]]:
    rows = Evidence.objects.effective().filter(person=person, kind__startswith="refresh").order_by("pk")
    return [(row.kind, row.ref) for row in rows]


def criterion(person, day):
    readiness = readiness_of(person, day)
    return next((each for each in readiness.criteria if each.title == REFRESH), None)


def test_it_asks_who_finished_the_lesson(lesson, words, enrolled, noor, vera, now, today):
    changes.finished(enrolled, lesson, now - timedelta(days=9))
    assert criterion(noor, today) is None, "nothing is new: the page does not speak of it"
    told = change(lesson, words)
    deliver_due(now)
    assert lines(noor) == [("refresh_due", str(told.uuid))]
    shown = criterion(noor, today)
    assert shown.sentence == "Er is iets veranderd in 1 les. Lees alleen het stukje dat nieuw is."
    assert (shown.is_done, shown.url) == (False, reverse("changes:open"))
    assert lines(vera) == []


def test_it_is_met_when_it_was_read(lesson, words, enrolled, noor, now, today, noor_client):
    changes.finished(enrolled, lesson, now - timedelta(days=9))
    told = change(lesson, words)
    deliver_due(now)
    noor_client.post(reverse("changes:read", args=[lesson.uid]), {"change": [str(told.uuid)]})
    for _ in range(2):
        deliver_due(now)
    assert lines(noor) == [("refresh_due", str(told.uuid)), ("refreshed", str(told.uuid))]
    assert criterion(noor, today).is_done


def test_it_writes_both_when_messages_come_in_another_order(lesson, words, enrolled, noor, koen, now, today):
    changes.finished(enrolled, lesson, now - timedelta(days=9))
    told = change(lesson, words)
    record_refresh(noor, told.uuid, happened_on=today, actor=koen, now=now)
    ids = {"person": str(noor.uuid), "change": str(told.uuid)}
    consumers.lesson_refreshed(Message(uuid.uuid4(), "courses.lesson_refreshed", ids, now))
    deliver_due(now)
    assert sorted(lines(noor)) == [("refresh_due", str(told.uuid)), ("refreshed", str(told.uuid))]


def test_it_asks_who_finishes_later_and_had_begun_before(lesson, words, enrolled, noor, now):
    progress = changes.finished(enrolled, lesson, now - timedelta(days=9))
    LessonProgress.objects.filter(pk=progress.pk).update(completed_at=None)
    told = change(lesson, words)
    deliver_due(now)
    assert lines(noor) == []
    complete_lesson(noor, lesson.uid, now)
    deliver_due(now)
    assert lines(noor) == [("refresh_due", str(told.uuid))]


def test_it_asks_whose_paper_is_written_down_later(lesson, words, enrolled, noor, koen, now, today):
    told = change(lesson, words)
    deliver_due(now)
    day = today - timedelta(days=5)
    record_paper_completion(noor, lesson.uid, happened_on=day, actor=koen, now=now)
    deliver_due(now)
    assert lines(noor) == [("refresh_due", str(told.uuid))]


def test_it_answers_for_a_past_day_as_it_was_known_then(lesson, words, enrolled, noor, now, today):
    changes.finished(enrolled, lesson, now - timedelta(days=9))
    change(lesson, words)
    deliver_due(now)
    for day, expected in ((today - timedelta(days=1), True), (today, False)):
        then, known_now = standing_then(noor, day)
        for found in (then, known_now):
            verdicts = {each.rule_id: each.passed for each in found.standing.verdicts}
            assert verdicts["refresh"] is expected


def test_it_takes_as_many_questions_for_many_as_for_few(lesson, words, course, now):
    def ask(people: int) -> int:
        for number in range(people):
            person = factory.people_volunteer(
                f"Mens {people} {number}", email=f"m{people}-{number}@example.org"
            )
            changes.finished(courses.enrolled(person, course), lesson, now - timedelta(days=9))
        told = change(lesson, words, f"<p>Bel {people}.</p>")
        with CaptureQueriesContext(connection) as queries:
            follow_change(told.uuid, now)
        assert Evidence.objects.filter(ref=str(told.uuid)).count() >= people
        return len(queries) - sum("outbox" in each["sql"] for each in queries)

    assert ask(2) == ask(20)


def test_it_writes_down_what_was_read_on_paper(lesson, words, enrolled, noor, koen, koen_client, now, today):
    changes.finished(enrolled, lesson, now - timedelta(days=9))
    told = change(lesson, words)
    deliver_due(now)
    url = reverse("certification:record", kwargs={"uuid": noor.uuid})
    assert "5.2 Geen maatje, 22 november 2026" in koen_client.get(url).content.decode()
    data = {"submission": str(uuid.uuid4()), "news": str(told.uuid)}
    early = koen_client.post(url, data | {"news_on": "2026-11-10"})
    assert "Toen was dit nog niet nieuw." in early.content.decode()
    assert "Vul ook de datum in." in koen_client.post(url, data).content.decode()
    assert koen_client.post(url, data | {"news_on": "2026-11-22"}).status_code == 302
    deliver_due(now)
    assert lines(noor)[-1] == ("refreshed", str(told.uuid))
    assert Evidence.objects.get(kind="refreshed").source == "paper"
    assert (Refresh.objects.get().entered_by, criterion(noor, today).is_done) == (koen, True)
    assert (
        "Gelezen wat nieuw is: Geen maatje"
        in koen_client.get(reverse("certification:person", kwargs={"uuid": noor.uuid})).content.decode()
    )


def test_it_lets_what_was_taken_back_be_written_down_again(
    lesson, words, enrolled, noor, koen, koen_client, now, today
):
    changes.finished(enrolled, lesson, now - timedelta(days=9))
    told = change(lesson, words)
    deliver_due(now)
    url = reverse("certification:record", kwargs={"uuid": noor.uuid})
    data = {"submission": str(uuid.uuid4()), "news": str(told.uuid), "news_on": "2026-11-22"}
    koen_client.post(url, data)
    retract_evidence(Evidence.objects.get(kind="refreshed"), actor=koen, now=now)
    deliver_due(now)
    assert not criterion(noor, today).is_done
    koen_client.post(url, data | {"submission": str(uuid.uuid4())})
    assert criterion(noor, today).is_done
