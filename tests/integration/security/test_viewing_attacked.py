"""Looking as a volunteer: a learner gets nothing by it, a trainer writes nothing, a session stays small."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lms.courses.models import Attempt, HandIn, LessonProgress, OwnText
from lms.courses.progress.visits import AS_VOLUNTEER, BEGUN
from tests.conftest import NOW
from tests.factories import courses as make
from tests.factories import exercises
from tests.integration.security.town import Browser, Town, written_tables

pytestmark = pytest.mark.django_db
WRITTEN = ("courses_", "certification_", "outbox_", "wagtailcore_modellogentry")


def test_it_keeps_nothing_of_any_form_of_a_learner(town: Town, home):
    """Also in a course that the trainer takes: who looks as a volunteer is nobody in particular."""
    course, work = make.course(home), exercises.assignment()
    lesson = make.lesson(make.module(course), make.text(), work, make.question())
    make.enrolled(town.femke, course)
    femke = Browser(town, "femke")
    assert femke.post(reverse("viewing:start", args=[course.slug])).status_code == 302
    text = {"kind": "note", "lesson": lesson.uid, "place": lesson.uid, "writer": uuid4(), "version": 0}
    handed = {"submission": uuid4(), "writer": uuid4(), "version": 0, "text": "x", "choice": "done"}
    sent = [
        ("progress:finish", [lesson.uid], {"choice": "done"}),
        ("progress:again", [lesson.uid], {"submission": uuid4()}),
        ("progress:begin", [lesson.uid], {}),
        ("progress:place", [lesson.uid], {"block": uuid4(), "since": uuid4()}),
        ("progress:answer", [lesson.uid], {"exercise": work["id"], "submission": uuid4(), "answer": "done"}),
        ("own_texts:keep", [], text | {"text": "x"}),
        ("own_texts:throw_away", ["note", lesson.uid], {}),
        ("hand_ins:work", [lesson.uid, work["id"]], handed),
        ("changes:read", [lesson.uid], {"change": uuid4()}),
    ]
    for name, args, data in sent:
        for headers in ({}, {"accept": "application/json"}, {"x-http-method-override": "PUT"}):
            with written_tables() as written:
                answer = femke.post(reverse(name, args=args), data, headers=headers)
            assert answer.status_code in {302, 403}, name
            assert not {table for table in written if table.startswith(WRITTEN)}, name
    page = femke.get(lesson.get_url())
    assert "X-Offline-Keep" not in page
    for model in (Attempt, HandIn, LessonProgress, OwnText):
        assert not model.objects.exists()


@pytest.mark.parametrize("who", ["noor", "sam", "ada"])
def test_it_opens_nothing_for_who_may_not_read_along(town: Town, home, who: str):
    course = make.course(home)
    lesson = make.lesson(make.module(course))
    browser = Browser(town, who)
    session = browser.session
    session[AS_VOLUNTEER] = str(course.uid)
    session.save()
    may = who == "ada"
    assert (browser.post(reverse("viewing:start", args=[course.slug])).status_code == 404) is not may
    assert (browser.get(lesson.get_url()).status_code == 404) is not may


def test_it_begins_only_lessons_that_are_there(town: Town, home):
    """Each is kept in the session, which is read with every page."""
    course = make.course(home)
    lesson = make.lesson(make.module(course))
    femke = Browser(town, "femke")
    femke.post(reverse("viewing:start", args=[course.slug]))
    for _time in range(5):
        femke.post(reverse("progress:begin", args=[uuid4()]))
    femke.post(reverse("progress:begin", args=[lesson.uid]))
    assert list(femke.session[BEGUN]) == [str(lesson.uid)]


def test_it_ends_with_the_right_to_read_along(town: Town, home):
    course = make.course(home)
    lesson = make.lesson(make.module(course))
    femke = Browser(town, "femke")
    femke.post(reverse("viewing:start", args=[course.slug]))
    assert femke.get(lesson.get_url()).status_code == 200
    town.femke.role_assignments.update(ended_at=NOW)
    assert femke.get(lesson.get_url()).status_code == 404
