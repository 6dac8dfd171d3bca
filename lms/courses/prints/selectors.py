"""What stands on paper: a lesson, a module or a whole course as data, read in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from lms.courses.exercises.content import exercise_of, is_exercise
from lms.courses.media.medium import Medium
from lms.courses.media.selectors import media_by_uid, references_in
from lms.courses.pages.models import CoursePage, LessonPage, ModulePage
from lms.courses.paper.rules import code_of
from lms.courses.prints.answering import Answer, answer_of
from lms.courses.prints.asking import Asked, asked_of
from lms.courses.progress.places import COURSE, MODULE, address_of

KINDS = ("coursepage", "modulepage", "lessonpage")
DEPTHS = {"lesson": 1, "module": 2, "course": 3}
"""How many levels of heading a lesson is under the top: in a workbook it stands in a module of a course."""

RawBlock = Mapping[str, Any]
Words = Mapping[str, str]
Media = Mapping[UUID, Medium]


@dataclass(frozen=True)
class Piece:
    """One block on paper. `asked` is set for what can be answered, `meaning` for a word that is explained."""

    template: str
    value: Any
    code: str
    asked: Asked | None
    answer: Answer | None
    medium: Medium | None
    meaning: str


@dataclass(frozen=True)
class PrintedLesson:
    """One lesson on paper; `address` is where it stands on the screen ("" in a preview)."""

    number: str
    title: str
    minutes: int
    warning: str
    address: str
    pieces: tuple[Piece, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What is told at the back."""
        return tuple(piece.answer for piece in self.pieces if piece.answer)


@dataclass(frozen=True)
class PrintedModule:
    """One module on paper; `number` is 0 around a preview."""

    number: int
    title: str
    goals: Any
    lessons: tuple[PrintedLesson, ...]

    @property
    def has_answers(self) -> bool:
        """Whether the back has something about it."""
        return any(lesson.answers for lesson in self.lessons)


@dataclass(frozen=True)
class Booklet:
    """What is printed: the `kind` of page, and everything in it. `published_at`: the newest of its texts."""

    kind: str
    uid: UUID
    title: str
    url: str
    course: str
    version: str
    licence: str
    published_at: datetime | None
    modules: tuple[PrintedModule, ...]
    words: tuple[tuple[str, str], ...] = ()
    media: Media = field(default_factory=dict)

    @property
    def lesson_level(self) -> int:
        """The level of heading of a lesson."""
        return DEPTHS[self.kind]

    @property
    def level(self) -> int:
        """The level of heading inside a lesson."""
        return self.lesson_level + 1

    @property
    def has_answers(self) -> bool:
        """Whether there is a part with answers."""
        return any(module.has_answers for module in self.modules)


def page_to_print(uid: UUID) -> Page | None:
    """Return the course, module or lesson with this id that is online, as a plain page; one query."""
    wanted = Q(coursepage__uid=uid) | Q(modulepage__uid=uid) | Q(lessonpage__uid=uid)
    page: Page | None = Page.objects.live().filter(wanted).first()
    return page


def booklet_of(page: Page) -> Booklet | None:
    """Return what is printed of a page; None when what it hangs under is not online. Two queries."""
    scope = Q(path__in=[page.path[:COURSE], page.path[:MODULE]]) | Q(path__startswith=page.path)
    found = Page.objects.live().filter(scope).select_related(*KINDS).order_by("path")
    pages = [one for one in map(_as_its_kind, found) if one is not None]
    top = next((one for one in pages if one.path == page.path), None)
    course = next((one for one in pages if isinstance(one, CoursePage)), None)
    modules = [one for one in pages if isinstance(one, ModulePage)]
    if top is None or course is None or (len(page.path) > COURSE and not modules):
        return None
    words = tuple((one.value["term"], one.value["meaning"]) for one in course.glossary)
    lessons = [one for one in pages if isinstance(one, LessonPage)]
    on_paper, media = _modules(modules, lessons, _meanings(words))
    kind = _kind(top)
    return Booklet(
        kind=kind,
        uid=top.uid,
        title=top.title,
        url=address_of(top.url_path),
        course=course.title,
        version=course.version,
        licence=f"{course.attribution} {course.licence}".strip(),
        published_at=max((one.last_published_at for one in pages if one.last_published_at), default=None),
        modules=on_paper,
        words=words if kind == "course" else (),
        media=media,
    )


def _modules(
    modules: Sequence[ModulePage], lessons: Sequence[LessonPage], meanings: Words
) -> tuple[tuple[PrintedModule, ...], Media]:
    bodies = {one.pk: _raw(one) for one in lessons}
    media = _media(bodies.values())
    below: dict[str, list[PrintedLesson]] = {}
    for one in lessons:
        below.setdefault(one.path[:MODULE], []).append(_lesson(one, bodies[one.pk], media, meanings))
    on_paper = (
        PrintedModule(one.number, one.title, one.goals, tuple(below.get(one.path, ()))) for one in modules
    )
    return tuple(on_paper), media


def booklet_of_draft(page: LessonPage, words: Sequence[tuple[str, str]] = ()) -> Booklet:
    """Return a lesson that is being written, as it will be printed; it need not be saved. One query."""
    body = _raw(page)
    media = _media([body])
    lesson = _lesson(page, body, media, _meanings(words))
    module = PrintedModule(0, "", (), (lesson,))
    return Booklet("lesson", page.uid, page.title, "", "", "", "", None, (module,), (), media)


def _as_its_kind(page: Page) -> Any:
    return next((one for one in (getattr(page, kind, None) for kind in KINDS) if one is not None), None)


def _kind(page: Any) -> str:
    return {CoursePage: "course", ModulePage: "module", LessonPage: "lesson"}[type(page)]


def _raw(page: LessonPage) -> list[RawBlock]:
    return list(page.body.get_prep_value())


def _media(bodies: Iterable[Sequence[RawBlock]]) -> Media:
    return media_by_uid(references_in(block for body in bodies for block in body))


def _meanings(words: Iterable[tuple[str, str]]) -> Words:
    return {word.strip().casefold(): meaning for word, meaning in reversed(list(words))}


def _lesson(page: LessonPage, body: Sequence[RawBlock], media: Media, meanings: Words) -> PrintedLesson:
    blocks = zip(body, page.body, strict=True)
    return PrintedLesson(
        number=page.number,
        title=page.title,
        minutes=page.minutes,
        warning=page.warning,
        address=f"{settings.SITE_URL}{address_of(page.url_path)}" if page.url_path else "",
        pieces=tuple(_piece(raw, child, media, meanings) for raw, child in blocks),
    )


def _piece(raw: RawBlock, child: Any, media: Media, meanings: Words) -> Piece:
    value, uid = raw["value"], UUID(raw["id"])
    stored = value if isinstance(value, dict) else {}
    code = code_of(uid, stored.get("code") or "")
    exercise = exercise_of(raw) if is_exercise(raw) else None
    asked = asked_of(exercise, code) if exercise else None
    medium = next((media[one] for one in references_in([raw]) if one in media), None)
    return Piece(
        template=f"print/blocks/{raw['type']}.html",
        # Of an exercise everything stands in `asked`; only an assignment has rich text beside that.
        value=None if asked and raw["type"] != "assignment" else child.value,
        code=code,
        asked=asked,
        answer=answer_of(exercise, asked) if exercise and asked else None,
        medium=medium,
        meaning=meanings.get((stored.get("word") or "").strip().casefold(), ""),
    )
