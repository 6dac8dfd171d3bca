"""What changed for whom: the open changes of a learner, and what each asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.blocks import BoundBlock

from lms.accounts.models import User
from lms.courses.changes.models import LessonChange, Refresh
from lms.courses.changes.rules import Change, asked
from lms.courses.exercises.content import exercise_of, is_exercise, parts_of
from lms.courses.exercises.rules import Result
from lms.courses.exercises.steps import steps
from lms.courses.pages.models import LessonPage
from lms.courses.progress.lists import TaskRow, named
from lms.courses.progress.models import Attempt, Enrollment, LessonProgress
from lms.courses.progress.places import COURSE, MODULE, address_of
from lms.municipality.public import current_settings, fill_slots, slot_values

SAFETY = LessonChange.Kind.SAFETY


@dataclass(frozen=True)
class OpenLesson:
    """A finished lesson in which something changed that the learner must know."""

    lesson_uid: UUID
    name: str
    line: str


@dataclass(frozen=True)
class Situation:
    """The situation to do with a change: in which lesson, at which step."""

    exercise_uid: UUID
    lesson_uid: UUID
    title: str
    url: str


@dataclass(frozen=True)
class ChangesView:
    """The page of one lesson that changed: why, what to read, and the situation to do (or None).

    `changes` are the open ones; with none nothing is asked any more. `exercises` are what changed and is to
    be answered, not read: name and address. `is_passed` is about the situation since the newest change.
    """

    lesson_uid: UUID
    name: str
    url: str
    changes: tuple[UUID, ...]
    lines: tuple[str, ...]
    blocks: tuple[BoundBlock, ...]
    exercises: tuple[tuple[str, str], ...]
    situation: Situation | None
    is_read: bool
    is_passed: bool


def open_changes(person: User, lesson_uid: UUID | None = None) -> list[LessonChange]:
    """Return the changes of safety that still ask something of a person, oldest first; 1 query.

    Only of lessons that are online in a course that the person takes. Asked is who finished the lesson and
    had begun it before the change: who finished it after may have read the old text.
    """
    finished = _about(person)
    if lesson_uid is not None:
        finished = finished.filter(lesson_uid=lesson_uid)
    done = Refresh.objects.filter(change=OuterRef("pk"), enrollment__user=person, done_at__isnull=False)
    return list(finished.filter(~Exists(done)).order_by("published_at", "pk"))


def _about(person: User) -> QuerySet[LessonChange]:
    progress = LessonProgress.objects.filter(
        enrollment__user=person,
        enrollment__course__live=True,
        lesson_uid=OuterRef("lesson_uid"),
        completed_at__isnull=False,
        started_at__lt=OuterRef("published_at"),
    )
    here = LessonPage.objects.live().filter(
        uid=OuterRef("lesson_uid"), path__startswith=OuterRef("enrollment__course__path")
    )
    # An inner question sees the rows of the one around it.
    online = progress.filter(Exists(here))
    return LessonChange.objects.filter(Exists(online), kind=SAFETY)


def open_lessons(person: User) -> tuple[OpenLesson, ...]:
    """Return the lessons with something new that a person must know, in the order of change; 2 queries."""
    changes = open_changes(person)
    if not changes:
        return ()
    pages = LessonPage.objects.filter(uid__in={each.lesson_uid for each in changes})
    names = {uid: named(number, title) for uid, number, title in pages.values_list("uid", "number", "title")}
    newest = {change.lesson_uid: change.line for change in changes}
    return tuple(OpenLesson(uid, names[uid], line) for uid, line in newest.items() if uid in names)


def news_rows(person: User) -> list[TaskRow]:
    """Return the same as rows of a list of things to do; 2 queries."""
    lessons = open_lessons(person)
    words = slot_values(current_settings()) if lessons else {}
    return [
        TaskRow(
            _("Er is iets nieuws in: %(name)s") % {"name": fill_slots(lesson.name, words)},
            reverse("changes:lesson", args=[lesson.lesson_uid]),
            fill_slots(lesson.line, words),
            _("Nieuw"),
            "wait",
        )
        for lesson in lessons
    ]


def changes_view(person: User, lesson_uid: UUID) -> ChangesView | None:
    """Return the page of a lesson that changed; None for who does not take it, or did not finish it."""
    page = LessonPage.objects.live().filter(uid=lesson_uid).first()
    if page is None:
        return None
    enrollment = Enrollment.objects.filter(
        user=person,
        course__path=page.path[:COURSE],
        course__live=True,
        lessons__lesson_uid=lesson_uid,
        lessons__completed_at__isnull=False,
    )
    mine = enrollment.values_list("pk", flat=True).first()
    if mine is None:
        return None
    return _view(page, mine, open_changes(person, lesson_uid))


def _view(page: LessonPage, enrollment: int, changes: Sequence[LessonChange]) -> ChangesView:
    raw = list(page.body.get_prep_value())
    found = asked([_pure(change) for change in changes], [block["id"] for block in raw])
    situation = situation_at(page.uid, changes)
    passed_at = passed_since(enrollment, situation.exercise_uid) if situation else None
    read = Refresh.objects.filter(enrollment=enrollment, change__in=changes).count()
    wanted = set(found.blocks if found else ()) - {str(situation.exercise_uid) if situation else ""}
    asking = {block["id"] for block in raw if is_exercise(block)}
    return ChangesView(
        lesson_uid=page.uid,
        name=named(page.number, page.title),
        url=address_of(page.url_path),
        changes=found.changes if found else (),
        lines=found.lines if found else (),
        blocks=tuple(page.body[at] for at, one in enumerate(raw) if one["id"] in wanted - asking),
        exercises=_exercises(page, raw, wanted & asking),
        situation=situation,
        is_read=read == len(changes),
        is_passed=passed_at is not None and found is not None and passed_at >= found.since,
    )


def _exercises(page: LessonPage, raw: list[Any], wanted: set[str]) -> tuple[tuple[str, str], ...]:
    at = {str(step.exercise): step.number for step in steps(parts_of(raw)) if step.exercise}
    asked_again = (exercise_of(block) for block in raw if block["id"] in wanted)
    url = address_of(page.url_path)
    return tuple((one.title or one.prompt, f"{url}?stap={at[str(one.uid)]}") for one in asked_again)


def _pure(change: LessonChange) -> Change:
    return Change(
        change.uuid, change.line, tuple(change.block_uids), change.scenario_uid, change.published_at
    )


def situation_at(lesson_uid: UUID, changes: Iterable[LessonChange]) -> Situation | None:
    """Return the situation that these changes of a lesson ask: the newest that is still there; else None.

    It may stand in another lesson of the same module; 2 queries at most.
    """
    found = asked([_pure(change) for change in changes], ())
    if found is None or not found.scenarios:
        return None
    at = LessonPage.objects.filter(uid=lesson_uid).values_list("path", flat=True).first() or ""
    module = list(LessonPage.objects.live().filter(path__startswith=at[:MODULE]).order_by("path"))
    places = (_situation_in(page, uid) for uid in found.scenarios for page in module if at)
    return next((place for place in places if place is not None), None)


def _situation_in(page: LessonPage, uid: UUID) -> Situation | None:
    blocks = list(page.body.get_prep_value())
    step = next((one for one in steps(parts_of(blocks)) if one.exercise == uid), None)
    if step is None:
        return None
    title = next(exercise_of(block).title for block in blocks if block["id"] == str(uid))
    return Situation(uid, page.uid, title, f"{address_of(page.url_path)}?stap={step.number}")


def passed_since(enrollment: int, exercise_uid: UUID) -> datetime | None:
    """Return when a learner last passed an exercise, or None; 1 query."""
    passed = Attempt.objects.filter(enrollment=enrollment, exercise_uid=exercise_uid, outcome=Result.PASSED)
    newest: datetime | None = passed.aggregate(newest=Max("answered_at"))["newest"]
    return newest
