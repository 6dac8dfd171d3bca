"""Lessons that count for a while: what ends is asked again, and only that."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.certification.ledger.services import record_all
from lms.certification.public import readiness_of
from lms.certification.readiness import FactKind, Unit, Validity
from lms.courses.public import complete_lesson, repeat_lesson
from lms.dashboards.what_now import what_now
from lms.outbox.public import deliver_due
from tests.factories import certification as factory
from tests.factories import courses

pytestmark = pytest.mark.django_db
YEAR = Validity(length=12, unit=Unit.MONTHS, warn_days=60)
AGAIN = "Deze les telt weer mee als je hem opnieuw doet."


@pytest.fixture
def yearly(municipality, now):
    """All eight lessons count for a year."""
    return factory.scheme_where(now, course_core={"validity": YEAR})


@pytest.fixture
def lessons(yearly, home, noor):
    """The lessons themselves, in a course that Noor takes."""
    course = courses.course(home)
    courses.enrolled(noor, course)
    module = courses.module(course, 5)
    return [
        courses.lesson(module, uid=uid, title=f"Over {{{{ gemeente }}}} {number}", number=f"5.{number}")
        for number, uid in enumerate(factory.LESSONS, start=1)
    ]


def done(person, days_ago: dict[str, int], now) -> None:
    today = timezone.localdate(now)
    entries = [
        factory.entry(FactKind.ITEM_COMPLETED, today - timedelta(days=days), key=key)
        for key, days in days_ago.items()
    ]
    record_all(person, entries, actor=None, now=now)


def core(person, now):
    page = readiness_of(person, timezone.localdate(now), "Koen")
    return next(each for each in page.criteria if each.rule_id == "course_core")


def test_it_asks_only_for_the_lessons_that_fall_out(lessons, noor, now):
    done(noor, dict.fromkeys(factory.LESSONS, 100) | {factory.LESSONS[2]: 340, factory.LESSONS[5]: 350}, now)
    found = core(noor, now)
    assert found.word.startswith("Verloopt")
    assert [name for _url, name in found.again] == ["5.6 Over Almere 6"], "the one that ends it"


def test_it_asks_for_everything_that_does_not_count_any_more(lessons, noor, now):
    done(noor, dict.fromkeys(factory.LESSONS, 100) | {factory.LESSONS[2]: 400, factory.LESSONS[5]: 500}, now)
    found = core(noor, now)
    assert (found.kind, found.is_done) == ("busy", False)
    assert [name for _url, name in found.again] == ["5.6 Over Almere 6", "5.3 Over Almere 3"]


def test_it_asks_nothing_while_it_counts_and_nothing_the_first_time(lessons, noor, now):
    assert core(noor, now).again == ()
    done(noor, dict.fromkeys(factory.LESSONS, 100), now)
    assert core(noor, now).again == ()


def test_it_leaves_out_lessons_that_are_not_online(lessons, noor, now):
    done(noor, dict.fromkeys(factory.LESSONS, 400), now)
    lessons[0].unpublish()
    assert len(core(noor, now).again) == 7


def test_it_leads_from_the_pages_to_the_lesson_and_counts_again(lessons, noor, now, noor_client):
    for lesson in lessons:
        complete_lesson(noor, lesson.uid, now - timedelta(days=400))
    deliver_due(now)
    rows = [row for row in what_now(noor, now).open if row.hint == AGAIN]
    assert {row.label[:3] for row in rows} == {f"5.{number}" for number in range(1, 9)}
    page = noor_client.get("/inzetbaar/").content.decode()
    assert "Doe deze lessen opnieuw. De andere tellen nog." in page
    assert rows[0].url in page
    for lesson in lessons:
        assert "Ik deed deze les opnieuw" in noor_client.get(rows[0].url).content.decode()
        repeat_lesson(noor, lesson.uid, uuid.uuid4(), now)
    deliver_due(now)
    assert core(noor, now).is_done
    assert AGAIN not in [row.hint for row in what_now(noor, now).open]


def test_it_shows_an_example_about_this_person(lessons, noor, now, noor_client):
    done(noor, dict.fromkeys(factory.LESSONS, 100) | {factory.LESSONS[5]: 350}, now)
    page = noor_client.get("/inzetbaar/").content.decode()
    assert "Bij jou is dat zo:" in page
    assert "Als eerste telt dit niet meer mee: 5.6 Over Almere 6." in page
    assert "Dit telt 12 maanden." in page
