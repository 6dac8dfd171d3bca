"""What somebody wrote for oneself: in one lesson, and all of a course. Only ever asked for the owner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from lms.accounts.models import User
from lms.courses.own_texts.models import OwnText
from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.progress.lists import module_name, name_of
from lms.courses.progress.places import Lesson, places_in

Kind = OwnText.Kind
Spot = tuple[str, UUID]


@dataclass(frozen=True)
class Written:
    """One text as its page shows it. `version` 0: nothing was ever written here."""

    text: str = ""
    version: int = 0
    saved_at: datetime | None = None


@dataclass(frozen=True)
class Note:
    """One text in the list of a course. `about` is the question it answers; "" for a note at a lesson."""

    kind: str
    place_uid: UUID
    about: str
    text: str
    saved_at: datetime


@dataclass(frozen=True)
class LessonNotes:
    """What somebody wrote at one lesson. `url` is "" for a lesson that is not online any more."""

    name: str
    url: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class ModuleNotes:
    """What somebody wrote in one module; `name` is "" for what belongs to no lesson that is online."""

    name: str
    lessons: tuple[LessonNotes, ...]


def anchor_of(kind: str, place: UUID) -> str:
    """Return the name of the place of a text in its page."""
    return f"{kind}-{place}"


def written_in(enrollment_id: int, lesson_uid: UUID) -> dict[Spot, Written]:
    """Return what this learner wrote in this lesson, by kind and place; one query."""
    rows = OwnText.objects.filter(enrollment_id=enrollment_id, lesson_uid=lesson_uid)
    found = rows.values_list("kind", "place_uid", "text", "version", "saved_at")
    return {
        (kind, place): Written(text, version, saved_at if text else None)
        for kind, place, text, version, saved_at in found
    }


def own_text(person: User, kind: str, place_uid: UUID) -> OwnText | None:
    """Return the text this person wrote in this place, or None when there is none (any more)."""
    rows = OwnText.objects.filter(enrollment__user=person, kind=kind, place_uid=place_uid)
    return rows.exclude(text="").select_related("enrollment__course").first()


def notes_of(person: User, course: CoursePage) -> tuple[ModuleNotes, ...]:
    """Return all a person wrote in a course, in the order of the course; three queries."""
    rows = OwnText.objects.filter(enrollment__user=person, enrollment__course=course).exclude(text="")
    by_lesson: dict[UUID, list[OwnText]] = {}
    for row in rows.order_by("saved_at", "pk"):
        by_lesson.setdefault(row.lesson_uid, []).append(row)
    places = places_in(person, Q(path__startswith=course.path))
    prompts = _prompts(by_lesson)
    found = [
        ModuleNotes(
            module_name(module), tuple(_notes(one, by_lesson.pop(one.uid), prompts) for one in wanted)
        )
        for place in places
        for module in place.modules
        if (wanted := [one for one in module.lessons if one.uid in by_lesson])
    ]
    left = tuple(LessonNotes("", "", _listed(rows, prompts)) for rows in by_lesson.values())
    return (*found, ModuleNotes("", left)) if left else tuple(found)


def _notes(lesson: Lesson, rows: Iterable[OwnText], prompts: dict[UUID, tuple[int, str]]) -> LessonNotes:
    return LessonNotes(name_of(lesson), lesson.url, _listed(rows, prompts))


def _listed(rows: Iterable[OwnText], prompts: dict[UUID, tuple[int, str]]) -> tuple[Note, ...]:
    """Put texts in the order of the lesson; a note of the whole lesson stands last."""
    nowhere = (len(prompts), "")
    ordered = sorted(rows, key=lambda row: prompts.get(row.place_uid, nowhere)[0])
    return tuple(
        Note(row.kind, row.place_uid, prompts.get(row.place_uid, nowhere)[1], row.text, row.saved_at)
        for row in ordered
    )


def _prompts(lesson_uids: Iterable[UUID]) -> dict[UUID, tuple[int, str]]:
    """Return where each block of these lessons stands, and the question it asks; one query."""
    bodies = LessonPage.objects.filter(uid__in=list(lesson_uids)).values_list("body", flat=True)
    blocks = [block for body in bodies for block in body.get_prep_value()]
    return {
        UUID(block["id"]): (at, block["value"].get("prompt") or block["value"].get("title") or "")
        for at, block in enumerate(blocks)
        if isinstance(block["value"], dict)
    }
