"""The desk of one learner for one lesson: what a service needs to write progress, found in one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from lms.accounts.models import User
from lms.courses.exercises.content import exercises_of, parts_of
from lms.courses.exercises.rules import Exercise
from lms.courses.exercises.steps import steps
from lms.courses.pages.models import LessonPage
from lms.courses.progress.models import Enrollment, LessonProgress


class NotEnrolledError(LookupError):
    """The person does not take the course of this lesson, or the lesson is not online."""


@dataclass(frozen=True)
class Desk:
    """One learner, one lesson, and how far the learner is.

    `opened` and `completed` may lag behind a request that runs at the same time, but never run ahead: both
    only ever go from no to yes.
    """

    enrollment_id: int
    course_uid: UUID
    lesson_uid: UUID
    url_path: str
    blocks: list[Mapping[str, Any]]
    opened: bool
    completed: bool

    @cached_property
    def exercises(self) -> dict[UUID, Exercise]:
        """The exercises of the lesson by id."""
        return exercises_of(self.blocks)

    def step_of(self, exercise_uid: UUID) -> int:
        """Return the number of the step that holds this exercise."""
        return next(step.number for step in steps(parts_of(self.blocks)) if step.exercise == exercise_uid)


def desk_of(person: User, lesson_uid: UUID) -> Desk:
    """Return the person's desk for this lesson, and lock the enrollment until the transaction ends.

    The lock makes requests of one learner wait for each other, so that the last exercise to pass sees all the
    others; learners never wait for one another. Raises NotEnrolledError. Must run inside a transaction.
    """
    lesson = LessonPage.objects.filter(uid=lesson_uid, live=True, path__startswith=OuterRef("course__path"))
    progress = LessonProgress.objects.filter(enrollment=OuterRef("pk"), lesson_uid=lesson_uid)
    found = (
        Enrollment.objects.select_for_update(of=("self",), no_key=True)
        .filter(user=person, course__live=True)
        .annotate(
            course_uid=F("course__uid"),
            lesson_path=Subquery(lesson.values("url_path")[:1]),
            lesson_body=Subquery(lesson.values("body")[:1]),
            opened_at=Subquery(progress.values("started_at")[:1]),
            done_at=Subquery(progress.values("completed_at")[:1]),
        )
        .filter(lesson_path__isnull=False)
        .values("pk", "course_uid", "lesson_path", "lesson_body", "opened_at", "done_at")
        .first()
    )
    if found is None:
        raise NotEnrolledError(str(lesson_uid))
    return Desk(
        enrollment_id=found["pk"],
        course_uid=found["course_uid"],
        lesson_uid=lesson_uid,
        url_path=found["lesson_path"],
        blocks=list(found["lesson_body"].get_prep_value()),
        opened=found["opened_at"] is not None,
        completed=found["done_at"] is not None,
    )
