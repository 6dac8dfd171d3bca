"""Many answers at the same moment: of one learner and of sixty. None is lost, none counts twice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from lms.accounts.models import User
from lms.courses.models import Attempt, Enrollment, ExerciseState, LessonProgress
from lms.courses.progress.completion import complete_course, complete_lesson
from lms.courses.progress.services import Given, answer, open_lesson
from lms.outbox.models import OutboxMessage
from tests.factories import courses as make
from tests.factories.people import Role, person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.two_connections]


def at_once(jobs: list[Callable[[], object]]) -> list[object]:
    """Run every job in a thread of its own, all starting at once; raise what any of them raised."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> object:
        try:
            start.wait(timeout=30)
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@pytest.fixture
def lesson(home, municipality):
    """A lesson with ten questions."""
    blocks = [make.question(f"Vraag {number}?") for number in range(10)]
    page = make.lesson(make.module(make.course(home)), *blocks, kind="questions")
    page.blocks = blocks
    return page


def given(lesson, block, choice: int = 0, submission: UUID | None = None) -> Given:
    return Given(
        lesson.uid, UUID(block["id"]), {"answer": (str(make.options(block)[choice]),)}, submission or uuid4()
    )


def course_of(lesson):
    return lesson.get_parent().get_parent().specific


def told(topic: str = "courses.lesson_completed") -> int:
    """How many events were published: every event has one row per consumer."""
    return OutboxMessage.objects.filter(topic=topic).values("event").distinct().count()


def test_it_loses_no_pass_of_one_learner(noor, lesson, now):
    enrollment = make.enrolled(noor, course_of(lesson))
    at_once([lambda block=block: answer(noor, given(lesson, block), now) for block in lesson.blocks])
    assert Attempt.objects.count() == 10
    assert Counter(ExerciseState.objects.values_list("stage", flat=True)) == {ExerciseState.Stage.PASSED: 10}
    assert LessonProgress.objects.get(enrollment=enrollment).completed_at == now
    assert told() == 1


def test_it_keeps_a_pass_when_misses_arrive_with_it(noor, lesson, now):
    make.enrolled(noor, course_of(lesson))
    block = lesson.blocks[0]
    choices = [0, *[1] * 5, *[2] * 4]
    at_once([lambda choice=choice: answer(noor, given(lesson, block, choice), now) for choice in choices])
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED
    assert Attempt.objects.count() == 10


def test_it_makes_one_attempt_of_ten_sends(noor, lesson, now):
    make.enrolled(noor, course_of(lesson))
    same = given(lesson, lesson.blocks[0], 1)
    results = at_once([lambda: answer(noor, same, now)] * 10)
    assert Attempt.objects.count() == 1
    assert all(result == results[0] for result in results)


def test_it_takes_the_answers_of_sixty_learners(lesson, now):
    course = course_of(lesson)
    people: list[User] = [
        person(f"Leerling {number}", Role.VOLUNTEER, email=f"leerling{number}@example.org")
        for number in range(60)
    ]
    for one in people:
        make.enrolled(one, course)
    block = lesson.blocks[0]
    at_once([lambda one=one: answer(one, given(lesson, block), now) for one in people])
    assert Attempt.objects.values("enrollment").distinct().count() == 60
    assert ExerciseState.objects.filter(stage=ExerciseState.Stage.PASSED).count() == 60


def test_it_opens_a_lesson_once(noor, lesson, now):
    enrollment = make.enrolled(noor, course_of(lesson))
    steps = [UUID(block["id"]) for block in lesson.blocks]
    at_once(
        [lambda step=step: open_lesson(enrollment.pk, lesson.uid, step, now, is_first=True) for step in steps]
    )
    assert LessonProgress.objects.get().last_step_uid in steps


def test_it_finishes_a_lesson_and_a_course_once(noor, lesson, now):
    lesson.unpublish()
    reading = make.lesson(lesson.get_parent().specific)
    make.enrolled(noor, course_of(lesson))
    at_once([lambda: complete_lesson(noor, reading.uid, now)] * 8)
    assert told() == 1
    results = at_once([lambda: complete_course(noor.uuid, course_of(lesson).uid, now)] * 8)
    assert Counter(results) == {True: 1, False: 7}
    assert Enrollment.objects.get().completed_at == now
