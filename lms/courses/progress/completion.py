"""Finishing: a lesson by passing everything, by choice or on paper, and again; a course by its lessons."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils import timezone

from lms.accounts.models import User
from lms.courses.pages.models import LessonPage
from lms.courses.progress import audit
from lms.courses.progress.desk import Desk, desk_of
from lms.courses.progress.models import Enrollment, ExerciseState, LessonProgress, LessonRepeat
from lms.outbox.public import publish


class HasExercisesError(ValueError):
    """A lesson with questions or situations is done when those are; it cannot be marked as done."""


class NotDoneYetError(ValueError):
    """Only a lesson that was done can be done again."""


class InTheFutureError(ValueError):
    """What has not happened yet cannot be written down as done."""


@dataclass(frozen=True)
class Done:
    """How a lesson was finished: when it happened, who wrote it down, and whether that was on paper."""

    happened_at: datetime
    actor: User
    on_paper: bool = False


def complete_lesson(person: User, lesson_uid: UUID, now: datetime) -> None:
    """Finish a lesson that asks nothing, because the learner says so. A second time changes nothing.

    Raises NotEnrolledError, or HasExercisesError when the lesson has something to answer.
    """
    with transaction.atomic():
        desk = desk_of(person, lesson_uid)
        if desk.exercises:
            raise HasExercisesError(str(lesson_uid))
        if not desk.completed:
            complete(desk, person, Done(now, person), now)


def record_paper_completion(
    person: User, lesson_uid: UUID, *, happened_on: date, actor: User, now: datetime
) -> None:
    """Finish a lesson that a person did on paper or in a talk; `actor` writes it down (the oral route).

    The caller decides whether the actor may. Raises NotEnrolledError, or InTheFutureError.
    """
    if happened_on > timezone.localdate(now):
        raise InTheFutureError(str(happened_on))
    happened_at = min(timezone.make_aware(datetime.combine(happened_on, time(12))), now)
    with transaction.atomic():
        desk = desk_of(person, lesson_uid)
        if not desk.completed:
            complete(desk, person, Done(happened_at, actor, on_paper=True), now)


def repeat_lesson(person: User, lesson_uid: UUID, submission: UUID, now: datetime) -> LessonRepeat:
    """Write down that a learner did a finished lesson again; the same submission twice is one row.

    Nothing of the first time changes. Raises NotEnrolledError, or NotDoneYetError before the first time.
    """
    with transaction.atomic():
        desk = desk_of(person, lesson_uid)
        if not desk.completed:
            raise NotDoneYetError(str(lesson_uid))
        repeat: LessonRepeat
        repeat, is_new = LessonRepeat.objects.get_or_create(
            enrollment_id=desk.enrollment_id,
            lesson_uid=lesson_uid,
            submission=submission,
            defaults={"repeated_at": now},
        )
        if is_new:
            audit.lesson_repeated(person, lesson_uid)
            publish("courses.lesson_repeated", now=now, person=person.uuid, repeat=repeat.uuid)
    return repeat


def complete(
    desk: Desk, person: User, done: Done, now: datetime, *, exercises: tuple[UUID, ...] = ()
) -> None:
    """Mark the lesson as done when all these exercises are passed; log and tell it once."""
    if not desk.opened:
        LessonProgress.objects.bulk_create(
            [
                LessonProgress(
                    enrollment_id=desk.enrollment_id,
                    lesson_uid=desk.lesson_uid,
                    started_at=done.happened_at,
                    seen_at=done.happened_at,
                )
            ],
            ignore_conflicts=True,
        )
    open_lessons = LessonProgress.objects.filter(
        enrollment_id=desk.enrollment_id, lesson_uid=desk.lesson_uid, completed_at=None
    )
    if exercises:
        open_lessons = open_lessons.alias(passed=_passed(exercises)).filter(passed=len(exercises))
    if open_lessons.update(completed_at=done.happened_at, on_paper=done.on_paper):
        audit.lesson_completed(person, desk.lesson_uid, done.actor, on_paper=done.on_paper)
        publish(
            "courses.lesson_completed",
            now=now,
            person=person.uuid,
            lesson=desk.lesson_uid,
            course=desk.course_uid,
        )


def _passed(exercises: tuple[UUID, ...]) -> Subquery:
    passed = ExerciseState.objects.filter(
        enrollment=OuterRef("enrollment"), exercise_uid__in=exercises, stage=ExerciseState.Stage.PASSED
    )
    return Subquery(passed.order_by().values("enrollment").annotate(n=Count("pk")).values("n"))


def complete_course(person_uuid: UUID, course_uid: UUID, now: datetime) -> bool:
    """Finish the course when every lesson that is online is done; return whether that happened now.

    Once finished stays finished: a lesson that is added later does not take it away.
    """
    with transaction.atomic():
        enrollment = (
            Enrollment.objects.select_for_update(of=("self",), no_key=True)
            .select_related("user", "course")
            .filter(user__uuid=person_uuid, course__uid=course_uid, completed_at=None)
            .first()
        )
        if enrollment is None or _open_lessons(enrollment).exists():
            return False
        enrollment.completed_at = now
        enrollment.save(update_fields=["completed_at"])
        audit.course_completed(enrollment.user, course_uid)
        publish("courses.course_completed", now=now, person=person_uuid, course=course_uid)
    return True


def _open_lessons(enrollment: Enrollment) -> QuerySet[LessonPage]:
    done = LessonProgress.objects.filter(enrollment=enrollment).exclude(completed_at=None)
    return (
        LessonPage.objects.live()
        .filter(path__startswith=enrollment.course.path)
        .exclude(uid__in=done.values("lesson_uid"))
    )
