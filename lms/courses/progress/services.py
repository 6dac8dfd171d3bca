"""The verbs of learning: enroll, open a lesson, answer. Finishing is in `completion`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from lms.accounts.models import User
from lms.courses.exercises.rules import Outcome, Response, key_of, to_data
from lms.courses.pages.models import CoursePage
from lms.courses.progress import audit
from lms.courses.progress.completion import Done, complete
from lms.courses.progress.desk import Desk, desk_of
from lms.courses.progress.models import Attempt, Enrollment, ExerciseState, LessonProgress

Stage = ExerciseState.Stage


class UnknownExerciseError(LookupError):
    """The lesson has no such exercise, for example because it was edited in between."""


@dataclass(frozen=True)
class Given:
    """A response as it came in. `submission` is made by the page: the same one sent twice is one attempt.

    `entered_by` is who wrote down what was answered on paper, `given_at` when that was; else None.
    """

    lesson_uid: UUID
    exercise_uid: UUID
    response: Response
    submission: UUID
    entered_by: User | None = None
    given_at: datetime | None = None


@dataclass(frozen=True)
class Answered:
    """What an answer meant, and where in the course it was given; `response` is in its one way of writing."""

    response: Response
    outcome: Outcome
    url_path: str
    step: int


def enroll(user: User, course: CoursePage, actor: User | None, now: datetime) -> Enrollment:
    """Let a person take a course; return the enrollment, also when it was there already."""
    with transaction.atomic():
        enrollment, is_new = Enrollment.objects.get_or_create(
            user=user, course=course, defaults={"enrolled_at": now}
        )
        if is_new:
            audit.enrolled(enrollment, actor)
    return enrollment


def open_lesson(
    enrollment_id: int, lesson_uid: UUID, step_uid: UUID | None, now: datetime, *, is_first: bool
) -> None:
    """Remember that the learner is at this step of this lesson, to go on there later; one query.

    `is_first` says that nothing is remembered of this lesson yet. It may be out of date: then the other
    request of the same learner was first, and this one only moves the place.
    """
    if is_first:
        try:
            LessonProgress.objects.create(
                enrollment_id=enrollment_id,
                lesson_uid=lesson_uid,
                started_at=now,
                seen_at=now,
                last_step_uid=step_uid,
            )
        except IntegrityError:
            is_first = False
    if not is_first:
        LessonProgress.objects.filter(enrollment_id=enrollment_id, lesson_uid=lesson_uid).update(
            last_step_uid=step_uid, seen_at=now
        )


def read_up_to(person: User, lesson_uid: UUID, now: datetime, *, block: UUID, since: UUID) -> None:
    """Remember which part of an opened lesson the person was reading; one query.

    Only while the place is still `since`, the one the page knew: a page that is left speaks last, but what it
    says may come after the next step was opened. A part that the lesson does not have is harmless: the lesson
    then opens at its first step.
    """
    mine = LessonProgress.objects.filter(enrollment__user=person, lesson_uid=lesson_uid, last_step_uid=since)
    mine.update(last_step_uid=block, seen_at=now)


def answer(person: User, given: Given, now: datetime) -> Answered:
    """Judge an answer, keep it, and finish the lesson when it was the last one to pass.

    Sending the same answer twice makes one attempt. Raises NotEnrolledError, UnknownExerciseError,
    UnansweredError or UnknownAnswerError.
    """
    try:
        with transaction.atomic():
            return _answer(person, given, now)
    except IntegrityError:
        # Only a double send ends here: the first one did all the work, and this one changed nothing.
        with transaction.atomic():
            answered = _judged(desk_of(person, given.lesson_uid), given)
        if not _is_kept(person, given, answered):
            raise
        return answered


def _is_kept(person: User, given: Given, answered: Answered) -> bool:
    return Attempt.objects.filter(
        enrollment__user=person,
        submission=given.submission,
        exercise_uid=given.exercise_uid,
        response_key=key_of(answered.response),
    ).exists()


def _judged(desk: Desk, given: Given) -> Answered:
    exercise = desk.exercises.get(given.exercise_uid)
    if exercise is None:
        raise UnknownExerciseError(str(given.exercise_uid))
    outcome = exercise.judge(given.response)
    return Answered(exercise.canonical(given.response), outcome, desk.url_path, desk.step_of(exercise.uid))


def _answer(person: User, given: Given, now: datetime) -> Answered:
    desk = desk_of(person, given.lesson_uid)
    answered = _judged(desk, given)
    outcome = answered.outcome
    Attempt.objects.create(
        submission=given.submission,
        enrollment_id=desk.enrollment_id,
        lesson_uid=given.lesson_uid,
        exercise_uid=given.exercise_uid,
        response=to_data(answered.response),
        response_key=key_of(answered.response),
        outcome=outcome.result,
        answered_at=given.given_at or now,
        on_paper=given.entered_by is not None,
        entered_by=given.entered_by,
    )
    _move_forward(desk, given, answered)
    if outcome.passed and not desk.completed:
        done = Done(given.given_at or now, given.entered_by or person, on_paper=given.entered_by is not None)
        complete(desk, person, done, now, exercises=tuple(desk.exercises))
    return answered


def _move_forward(desk: Desk, given: Given, answered: Answered) -> None:
    """Write the state in one statement: a pass sets it, a miss only remembers the answer."""
    outcome = answered.outcome
    ExerciseState.objects.bulk_create(
        [
            ExerciseState(
                enrollment_id=desk.enrollment_id,
                lesson_uid=desk.lesson_uid,
                exercise_uid=given.exercise_uid,
                stage=Stage.PASSED if outcome.passed else Stage.TRIED,
                last_response=to_data(answered.response),
            )
        ],
        update_conflicts=True,
        unique_fields=["enrollment", "exercise_uid"],
        update_fields=["last_response", "lesson_uid", *(["stage"] if outcome.passed else [])],
    )
