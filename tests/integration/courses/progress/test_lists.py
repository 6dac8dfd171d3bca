"""Courses and modules as task lists, and what other apps ask."""

import pytest

from lms.courses.models import LessonProgress
from lms.courses.progress.completion import complete_lesson
from lms.courses.progress.rules import Status
from lms.courses.progress.selectors import enrolled_places
from lms.courses.public import course_items, enroll, next_step
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db


def test_it_lists_the_lessons_with_their_status(as_noor, noor, small, now):
    complete_lesson(noor, small.reading.uid, now)
    as_noor.get(address(small.questions))
    page = as_noor.get("/leren/basistraining/module-5/").content.decode()
    rows = page[page.index('class="tasks"') :]
    words = [word for word in ("Klaar", "Bezig", "Nog niet begonnen") if word in rows]
    assert words == ["Klaar", "Bezig", "Nog niet begonnen"]
    assert rows.index("Klaar") < rows.index("Bezig") < rows.index("Nog niet begonnen")


def test_it_offers_one_thing_to_do_next(as_noor, small):
    page = as_noor.get("/leren/basistraining/").content.decode()
    assert page.count("card next") == 1
    assert "Begin met deze les" in page
    as_noor.get(address(small.reading))
    assert "Ga verder met deze les" in as_noor.get("/leren/basistraining/").content.decode()


def test_it_closes_nothing_but_leaves_out_what_is_not_online(as_noor, small):
    small.scenarios.unpublish()
    page = as_noor.get("/leren/basistraining/module-5/").content.decode()
    assert address(small.questions) in page
    assert address(small.scenarios) not in page


def test_it_hides_the_lessons_of_a_module_that_is_not_online(as_noor, small):
    small.module.unpublish()
    assert as_noor.get(address(small.reading)).status_code == 404


def test_it_goes_straight_to_the_only_course(as_noor):
    assert as_noor.get("/voortgang/").url == "/leren/basistraining/"


def test_it_lists_several_courses(as_noor, noor, home, now):
    other = make.course(home, "Andere cursus", slug="andere")
    enroll(noor, other, None, now)
    page = as_noor.get("/voortgang/").content.decode()
    assert "Andere cursus" in page
    assert "Basistraining OCO" in page


def test_it_tells_who_has_no_course_what_to_do(client, vera, small, sign_in, noor):
    sign_in(client, noor)
    assert "Vraag het aan je coördinator." in client.get("/voortgang/").content.decode()


def test_it_says_what_to_do_next_and_where_one_was(as_noor, noor, small, now):
    first = next_step(noor)
    assert (first.label, first.minutes_left, first.resumed_at) == ("Les 5.3 – Geen maatje", 6, "")
    complete_lesson(noor, small.reading.uid, now)
    as_noor.get(address(small.scenarios))
    assert next_step(noor).resumed_at == "De verhuisdozen"
    assert next_step(noor).url == address(small.scenarios)


def test_it_says_no_fill_in_word_that_nobody_filled(as_noor, noor, small):
    lesson = make.lesson(small.module, make.question("Wat doet {{ gemeente }}?"), title="Woord")
    for page in (small.reading, small.questions, small.scenarios):
        page.unpublish()
    as_noor.get(address(lesson))
    assert next_step(noor).resumed_at == ""


def test_it_counts_down_the_minutes_of_questions(as_noor, noor, small, send):
    as_noor.get(address(small.questions))
    assert (next_step(noor).minutes_left, next_step(noor).resumed_at) == (6, "Wat betaalt de inwoner?")
    send(as_noor, small.questions, small.q1, 0)
    assert next_step(noor).minutes_left == 3


def test_it_has_no_next_step_without_a_course_or_when_all_is_done(noor, koen, small, enrollment, now):
    assert next_step(koen) is None
    for lesson in (small.reading, small.questions, small.scenarios):
        LessonProgress.objects.create(
            enrollment=enrollment, lesson_uid=lesson.uid, started_at=now, seen_at=now, completed_at=now
        )
    assert next_step(noor) is None
    assert enrolled_places(noor)[0].status is Status.DONE


def test_it_knows_the_lessons_of_a_course_by_module_and_kind(small):
    other = make.lesson(make.module(small.course, number=7), make.scenario(), kind="scenarios")
    hidden = make.lesson(small.module, kind="lesson")
    hidden.unpublish()
    items = course_items(small.course)
    assert items.uids() == (small.reading.uid, small.questions.uid, small.scenarios.uid, other.uid)
    assert items.uids(modules=(5,), kind="scenarios") == (small.scenarios.uid,)
    assert items.uids(kind="scenarios") == (small.scenarios.uid, other.uid)
    assert items.uids(modules=(7,)) == (other.uid,)


def test_it_enrolls_once(noor, koen, small, now):
    assert enroll(noor, small.course, koen, now) == enroll(noor, small.course, koen, now)
