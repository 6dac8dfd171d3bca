"""What a learner handed in, as the learner sees it beside the assignment."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.blocks import BoundBlock

from lms.accounts.models import User
from lms.courses.exercises.content import is_exercise, parts_of
from lms.courses.exercises.steps import steps
from lms.courses.hand_ins.models import HandIn, HandInFile
from lms.courses.own_texts.models import OwnText
from lms.courses.pages.models import LessonPage
from lms.courses.progress.lesson_view import STEP
from lms.courses.progress.lists import TaskRow
from lms.courses.progress.models import Enrollment
from lms.courses.progress.places import address_of
from lms.municipality.public import current_settings, fill_slots, slot_values


@dataclass(frozen=True)
class FileView:
    """A photo or a recording, with the address where it is given. `number`: its place among its kind."""

    url: str
    is_photo: bool
    number: int


@dataclass(frozen=True)
class WorkView:
    """One time that something was handed in, with the reply. `replied_by` is a first name, or empty."""

    uuid: UUID
    text: str
    handed_in_at: datetime
    on_paper: bool
    files: tuple[FileView, ...]
    reply: str
    replied_at: datetime | None
    replied_by: str
    read_at: datetime | None

    @property
    def is_new(self) -> bool:
        """Whether there is a reply that the learner has not seen."""
        return self.replied_at is not None and self.read_at is None


@dataclass(frozen=True)
class Desk:
    """Everything to hand in one assignment: the draft that was kept, and what was handed in, newest first."""

    lesson_uid: UUID
    exercise_uid: UUID
    draft: str
    version: int
    saved_at: datetime | None
    works: tuple[WorkView, ...]
    submission: UUID = field(default_factory=uuid.uuid4)

    @property
    def has_new_reply(self) -> bool:
        """Whether the trainer wrote something that the learner has not seen."""
        return any(work.is_new for work in self.works)


@dataclass(frozen=True)
class Assignment:
    """An assignment that can be handed in: its block, what it is called, and the step of the lesson it is."""

    lesson: LessonPage
    block: BoundBlock
    name: str
    url: str

    @property
    def lesson_uid(self) -> UUID:
        """The id of the lesson."""
        return self.lesson.uid

    @property
    def exercise_uid(self) -> UUID:
        """The id of the block."""
        return UUID(self.block.id)


def assignment_of(lesson_uid: UUID, exercise_uid: UUID) -> Assignment | None:
    """Return an assignment of a lesson that is online; None when nothing can be handed in there."""
    lesson = LessonPage.objects.live().filter(uid=lesson_uid).first()
    if lesson is None:
        return None
    raw = list(lesson.body.get_prep_value())
    block = next((one for one in raw if one["id"] == str(exercise_uid)), None)
    if block is None or block["type"] != "assignment" or not is_exercise(block):
        return None
    at = next(step.number for step in steps(parts_of(raw)) if step.exercise == exercise_uid)
    bound = next(one for one in lesson.body if one.id == str(exercise_uid))
    return Assignment(lesson, bound, name_of(block), f"{address_of(lesson.url_path)}?{STEP}={at}")


WORK = ("uuid", "text", "handed_in_at", "on_paper", "reply", "replied_at", "read_at")
DRAFT = {"draft": "text", "version": "version", "saved_at": "saved_at"}
COLUMNS = {name: f"work__{name}" for name in WORK} | {
    "by": "work__replied_by__name",
    "file": "work__files__uuid",
    "kind": "work__files__kind",
}


def desk_for(person: User, lesson_uid: UUID, exercise_uid: UUID) -> Desk | None:
    """Return the desk of an assignment in one query; None for who does not take its course."""
    draft = OwnText.objects.filter(enrollment=OuterRef("pk"), kind=OwnText.Kind.WORK, place_uid=exercise_uid)
    course = LessonPage.objects.filter(uid=lesson_uid, live=True, path__startswith=OuterRef("course__path"))
    rows = list(
        Enrollment.objects.filter(user=person, course__live=True)
        .alias(
            lesson=Subquery(course.values("pk")[:1]),
            work=FilteredRelation("hand_ins", condition=Q(hand_ins__exercise_uid=exercise_uid)),
        )
        .filter(lesson__isnull=False)
        .annotate(**{name: Subquery(draft.values(column)[:1]) for name, column in DRAFT.items()})
        .order_by("-work__handed_in_at", "-work__pk", "work__files__pk")
        .values(*DRAFT, *COLUMNS.values())
    )
    if not rows:
        return None
    works = _works(rows)
    draft_text = rows[0]["draft"] or ""
    if works and draft_text.strip() == works[0].text:
        draft_text = ""  # a page that was still open sent it once more: it was handed in already
    saved_at = rows[0]["saved_at"] if draft_text else None
    return Desk(lesson_uid, exercise_uid, draft_text, rows[0]["version"] or 0, saved_at, works)


def _works(rows: Iterable[dict[str, Any]]) -> tuple[WorkView, ...]:
    kept = [{name: row[column] for name, column in COLUMNS.items()} for row in rows]
    found = (row for row in kept if row["uuid"] is not None)
    return tuple(_work(list(each)) for _uuid, each in groupby(found, key=lambda row: row["uuid"]))


def _work(rows: list[dict[str, Any]]) -> WorkView:
    files = [(row["file"], row["kind"]) for row in rows if row["file"] is not None]
    return WorkView(
        **{name: rows[0][name] for name in WORK},
        files=file_views(files),
        replied_by=(rows[0]["by"] or "").split(" ", maxsplit=1)[0],
    )


def file_views(files: Iterable[tuple[UUID, str]]) -> tuple[FileView, ...]:
    """Return files by uuid and kind as a page shows them: photos first, each kind numbered from 1."""
    found = list(files)
    return tuple(
        FileView(reverse("hand_ins:file", args=[key]), wanted == HandInFile.Kind.PHOTO, number)
        for wanted in HandInFile.Kind.values
        for number, key in enumerate((key for key, kind in found if kind == wanted), start=1)
    )


def reply_rows(person: User) -> list[TaskRow]:
    """Return what the trainer replied and this learner has not seen, newest first; at most 2 queries.

    A reply at an assignment that cannot be opened now is not told: its row would lead nowhere.
    """
    unseen = HandIn.objects.filter(
        enrollment__user=person, enrollment__course__live=True, replied_at__isnull=False, read_at=None
    )
    places = dict.fromkeys(unseen.order_by("-replied_at").values_list("lesson_uid", "exercise_uid"))
    names = names_of((lesson for lesson, _exercise in places), to_open=True)
    words = slot_values(current_settings()) if places else {}
    return [
        TaskRow(
            _("Je trainer heeft geantwoord"),
            reverse("hand_ins:work", args=[lesson, exercise]),
            fill_slots(names[exercise], words),
            _("Nieuw"),
            "ok",
        )
        for lesson, exercise in places
        if exercise in names
    ]


def names_of(lessons: Iterable[UUID], *, to_open: bool = False) -> dict[UUID, str]:
    """Return what each assignment in these lessons is called, by its id; 1 query, none without lessons.

    `to_open`: only what a learner can open now.
    """
    wanted = set(lessons)
    if not wanted:
        return {}
    pages = LessonPage.objects.live() if to_open else LessonPage.objects.all()
    bodies = pages.filter(uid__in=wanted).values_list("body", flat=True)
    blocks = (block for body in bodies for block in body.get_prep_value())
    return {
        UUID(block["id"]): name_of(block)
        for block in blocks
        if block["type"] == "assignment" and (is_exercise(block) or not to_open)
    }


def name_of(block: dict[str, Any]) -> str:
    """Return what an assignment is called: "1a – Leg het uit"."""
    parts = (block["value"].get("code"), block["value"].get("title"))
    return " – ".join(part for part in parts if part)
