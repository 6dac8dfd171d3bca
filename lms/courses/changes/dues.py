"""Of whom a change is asked, from which day, and the day it was done: what readiness follows.

Also of a lesson that went offline: what was asked stays on record.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.courses.changes.models import LessonChange, Refresh
from lms.courses.changes.rules import due_on
from lms.courses.progress.models import LessonProgress

SAFETY = LessonChange.Kind.SAFETY


@dataclass(frozen=True)
class Due:
    """That a change is asked of a person: the lesson, from which day, and the day it was done (or None)."""

    change: UUID
    lesson_uid: UUID
    due_on: date
    done_on: date | None


def dues_of(person: User, about: UUID) -> tuple[Due, ...]:
    """Return what is or was asked of a person, oldest first: one change or all of a lesson; 1 query.

    `about` is the id of the change or of the lesson.
    """
    return tuple(_dues(person, Q(uuid=about) | Q(lesson_uid=about)))


def _dues(person: User, which: Q) -> Iterator[Due]:
    progress = LessonProgress.objects.filter(
        enrollment__user=person,
        lesson_uid=OuterRef("lesson_uid"),
        completed_at__isnull=False,
        started_at__lt=OuterRef("published_at"),
    )
    done = Refresh.objects.filter(change=OuterRef("pk"), enrollment__user=person, done_at__isnull=False)
    rows = (
        LessonChange.objects.filter(which, kind=SAFETY)
        .annotate(finished_at=Subquery(progress.values("completed_at")[:1]))
        .annotate(refreshed_at=Subquery(done.values("done_at")[:1]))
        .filter(Q(finished_at__isnull=False) | Q(refreshed_at__isnull=False))
        .order_by("published_at", "pk")
    )
    for uuid, lesson, published, finished, refreshed in rows.values_list(
        "uuid", "lesson_uid", "published_at", "finished_at", "refreshed_at"
    ):
        published_on = localdate(published)
        due = due_on(localdate(finished), published_on) if finished else published_on
        yield Due(uuid, lesson, due, localdate(refreshed) if refreshed else None)


def asked_of(change_uuid: UUID) -> tuple[UUID, dict[int, date]] | None:
    """Return the lesson of a change of safety, and who is asked it from which day, by primary key; 2 queries.

    None when there is no such change. Who finishes the lesson later is asked then.
    """
    change = LessonChange.objects.filter(uuid=change_uuid, kind=SAFETY).first()
    if change is None:
        return None
    finished = LessonProgress.objects.filter(
        lesson_uid=change.lesson_uid, completed_at__isnull=False, started_at__lt=change.published_at
    )
    published_on = localdate(change.published_at)
    people: dict[int, date] = {}
    for person, completed_at in finished.values_list("enrollment__user_id", "completed_at"):
        assert completed_at is not None
        day = due_on(localdate(completed_at), published_on)
        people[person] = min(day, people.get(person, day))
    return change.lesson_uid, people
