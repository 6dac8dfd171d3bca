"""A lesson that is done again is new evidence beside the first."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.certification import consumers
from lms.certification.models import Evidence
from lms.courses.public import complete_lesson, repeat_lesson
from lms.outbox.public import Message, deliver_due
from tests.factories import certification as factory
from tests.factories import courses

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(scheme, home, noor, now):
    course = courses.course(home)
    courses.enrolled(noor, course)
    made = courses.lesson(courses.module(course, 5), uid=factory.LESSONS[4])
    complete_lesson(noor, made.uid, now)
    deliver_due(now)
    return made


def test_it_adds_a_line_and_leaves_the_first(lesson, noor, now, clock, monkeypatch):
    later = now + timedelta(days=300)
    monkeypatch.setattr(timezone, "now", lambda: later)
    repeat_lesson(noor, lesson.uid, uuid.uuid4(), later)
    deliver_due(later)
    rows = list(Evidence.objects.effective().filter(kind="item_completed").order_by("pk"))
    assert [row.happened_on for row in rows] == [timezone.localdate(now), timezone.localdate(later)]
    assert rows[1].origin.startswith("repeat:")


def test_it_writes_one_line_however_often_it_hears_it(lesson, noor, now, clock):
    repeat = repeat_lesson(noor, lesson.uid, uuid.uuid4(), now)
    message = Message(
        uuid.uuid4(),
        "courses.lesson_repeated",
        {"person": str(noor.uuid), "repeat": str(repeat.uuid)},
        now,
    )
    for _ in range(3):
        consumers.lesson_repeated(message)
    assert Evidence.objects.filter(origin=f"repeat:{repeat.uuid}").count() == 1


def test_it_believes_the_course_and_not_the_message(lesson, noor, now, clock):
    ids = {"person": str(noor.uuid), "repeat": str(uuid.uuid4())}
    consumers.lesson_repeated(Message(uuid.uuid4(), "courses.lesson_repeated", ids, now))
    assert Evidence.objects.count() == 1
