"""What finishing tells and logs: once, with ids only."""

from uuid import UUID, uuid4

import pytest
from wagtail.models import ModelLogEntry

from lms.courses.models import Enrollment, LessonProgress
from lms.courses.progress.completion import HasExercisesError, complete_course, complete_lesson
from lms.courses.progress.services import Given, answer
from lms.outbox.events import Subscription, _subscriptions
from lms.outbox.models import OutboxMessage
from lms.outbox.public import deliver_due
from tests.factories import courses as make

pytestmark = pytest.mark.django_db
TOPIC = "courses.lesson_completed"


@pytest.fixture
def heard(monkeypatch) -> list:
    """Everything published on our two topics, as a consumer hears it."""
    messages: list = []
    for topic in (TOPIC, "courses.course_completed"):
        monkeypatch.setitem(
            _subscriptions[topic], "tests.heard", Subscription(messages.append, network=False)
        )
    return messages


def pass_all(person, lesson, exercises, now) -> None:
    for exercise in exercises:
        uid = UUID(exercise["id"])
        right = {"answer": (str(make.options(exercise)[0]),)}
        answer(person, Given(lesson.uid, uid, right, uuid4()), now)


def test_it_tells_once_that_a_lesson_is_done(noor, small, enrollment, now, heard):
    pass_all(noor, small.questions, [small.q1, small.q2, small.q1], now)
    deliver_due(now)
    ids = {"person": str(noor.uuid), "lesson": str(small.questions.uid), "course": str(small.course.uid)}
    assert [(message.topic, message.ids) for message in heard] == [(TOPIC, ids)]


def test_it_logs_who_finished_what_and_no_answer(noor, small, enrollment, now):
    pass_all(noor, small.questions, [small.q1, small.q2], now)
    entry = ModelLogEntry.objects.get(action=TOPIC)
    assert (entry.object_id, entry.user_id) == (str(noor.pk), noor.pk)
    assert entry.data == {"result": "done", "origin": "systeem", "lesson": str(small.questions.uid)}


def test_it_finishes_a_lesson_to_read_by_choice_and_only_once(noor, small, enrollment, now, heard):
    complete_lesson(noor, small.reading.uid, now)
    complete_lesson(noor, small.reading.uid, now)
    deliver_due(now)
    assert len(heard) == 1
    assert LessonProgress.objects.get().completed_at == now


def test_it_refuses_to_mark_a_lesson_with_questions_as_done(noor, small, enrollment, now):
    with pytest.raises(HasExercisesError):
        complete_lesson(noor, small.questions.uid, now)
    assert not OutboxMessage.objects.filter(topic=TOPIC).exists()


def test_it_finishes_the_course_after_its_last_lesson(noor, small, enrollment, now, heard):
    complete_lesson(noor, small.reading.uid, now)
    pass_all(noor, small.questions, [small.q1, small.q2], now)
    deliver_due(now)
    assert Enrollment.objects.get().completed_at is None
    pass_all(noor, small.scenarios, [small.s1], now)
    while deliver_due(now):
        pass
    assert Enrollment.objects.get().completed_at == now
    finished = [message.ids for message in heard if message.topic == "courses.course_completed"]
    assert finished == [{"person": str(noor.uuid), "course": str(small.course.uid)}]
    assert (
        ModelLogEntry.objects.filter(action="courses.course_completed", object_id=str(noor.pk)).count() == 1
    )


def test_it_finishes_a_course_once_however_often_it_hears_it(noor, small, enrollment, now, heard):
    for lesson in (small.questions, small.scenarios):
        lesson.unpublish()
    complete_lesson(noor, small.reading.uid, now)
    assert complete_course(noor.uuid, small.course.uid, now)
    assert not complete_course(noor.uuid, small.course.uid, now)
    deliver_due(now)
    assert [message.topic for message in heard].count("courses.course_completed") == 1


def test_it_keeps_a_course_finished_when_a_lesson_is_added(noor, small, enrollment, now):
    for lesson in (small.questions, small.scenarios):
        lesson.unpublish()
    complete_lesson(noor, small.reading.uid, now)
    complete_course(noor.uuid, small.course.uid, now)
    make.lesson(small.module, title="Nieuwe les")
    complete_course(noor.uuid, small.course.uid, now)
    assert Enrollment.objects.get().completed_at == now
