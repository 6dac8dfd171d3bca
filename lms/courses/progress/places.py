"""Where a learner is in a course: its pages (or a part) with the learner's progress, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from wagtail.models import Page

from lms.accounts.models import User
from lms.courses.pages.lesson_change import LessonChange
from lms.courses.pages.models import LessonPage, TralansPage
from lms.courses.progress.models import Enrollment, LessonProgress
from lms.courses.progress.rules import Status, lesson_status, whole_status

STEP = Page.steplen
COURSE, MODULE = 3 * STEP, 4 * STEP


@dataclass(frozen=True)
class Lesson:
    """One lesson as a learner sees it in a list."""

    uid: UUID
    number: str
    title: str
    kind: str
    minutes: int
    url: str
    path: str
    started_at: datetime | None = None
    completed_at: datetime | None = None
    seen_at: datetime | None = None
    last_step_uid: UUID | None = None
    changed_at: datetime | None = None
    changed_line: str | None = None
    picture: str = ""

    @property
    def status(self) -> Status:
        """How far the learner is."""
        return lesson_status(self.started_at, self.completed_at)

    @property
    def news(self) -> str:
        """What changed in a finished lesson since the learner saw it last; empty when nothing did."""
        if self.completed_at is None or self.seen_at is None or self.changed_at is None:
            return ""
        return (self.changed_line or "") if self.changed_at > self.seen_at else ""


@dataclass(frozen=True)
class Module:
    """One module with its lessons."""

    uid: UUID
    number: int
    title: str
    url: str
    path: str
    lessons: tuple[Lesson, ...]

    @property
    def status(self) -> Status:
        """How far the learner is."""
        return whole_status(lesson.status for lesson in self.lessons)


@dataclass(frozen=True)
class Place:
    """A course, or the part of it around one page. `enrollment_id` is empty for who does not take it.

    `words` is the word list (word, meaning), only around a lesson that explains a word in its place.
    """

    uid: UUID
    title: str
    slug: str
    url: str
    path: str
    enrollment_id: int | None
    modules: tuple[Module, ...]
    extra: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons, in order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def news(self) -> tuple[Lesson, ...]:
        """The finished lessons in which something changed since."""
        return tuple(lesson for lesson in self.lessons if lesson.news)

    @property
    def status(self) -> Status:
        """How far the learner is."""
        return whole_status(lesson.status for lesson in self.lessons)

    def lesson(self, uid: UUID) -> Lesson | None:
        """Return this lesson, or None."""
        return next((lesson for lesson in self.lessons if lesson.uid == uid), None)


def address_of(url_path: str) -> str:
    """Return the address of a page from its `url_path`, without asking the database or the cache."""
    return reverse("wagtail_serve", args=[url_path.split("/", 2)[2]])


def around(page: Page) -> Q:
    """Return the filter for the pages a page speaks about: its own branch, and what it hangs under."""
    if len(page.path) <= COURSE:
        return Q(path__startswith=page.path)
    if isinstance(page, TralansPage):
        return Q(path=page.path[:COURSE]) | Q(path=page.path)
    return Q(path=page.path[:COURSE]) | Q(path__startswith=page.path[:MODULE])


def place_of(user: User, page: Page) -> Place | None:
    """Return the place around a page with this person's progress; None when its course is not online."""
    places = places_in(user, around(page), with_words=explains_words(page))
    return places[0] if places else None


def explains_words(page: Page) -> bool:
    """Say whether a page is a lesson that explains words of the word list in their place."""
    return isinstance(page, LessonPage) and any(one["type"] == "term" for one in page.body.raw_data)


def places_in(user: User, scope: Q, *, with_words: bool = False) -> list[Place]:
    """Return the courses in `scope` that are online, with this person's progress; one query."""
    mine = LessonProgress.objects.filter(enrollment__user=user, lesson_uid=OuterRef("lessonpage__uid"))
    enrollment = Enrollment.objects.filter(user=user, course_id=OuterRef("pk"))
    told = LessonChange.objects.filter(
        lesson_uid=OuterRef("lessonpage__uid"), kind=LessonChange.Kind.CONTENT
    ).order_by("-published_at", "-pk")
    rows = (
        Page.objects.live()
        .filter(scope)
        .order_by("path")
        .values(
            *("path", "depth", "title", "slug", "url_path"),
            *("coursepage__uid", "modulepage__uid", "modulepage__number", "tralanspage__uid"),
            *("lessonpage__uid", "lessonpage__number", "lessonpage__kind", "lessonpage__picture"),
            *("lessonpage__minutes_reading", "lessonpage__minutes_doing"),
            *(("coursepage__glossary",) if with_words else ()),
            enrollment_id=Subquery(enrollment.values("pk")[:1]),
            **{name: Subquery(mine.values(name)[:1]) for name in PROGRESS},
            **{name: Subquery(told.values(field)[:1]) for name, field in NEWS.items()},
        )
    )
    return _grown(rows)


PROGRESS = ("started_at", "completed_at", "seen_at", "last_step_uid")
NEWS = {"changed_at": "published_at", "changed_line": "line"}
Row = dict[str, Any]


def _grown(rows: Iterable[Row]) -> list[Place]:
    """Build the tree from rows in tree order; what hangs under a page that is not online is left out."""
    by_parent: dict[str, list[Row]] = {}
    courses = []
    for row in rows:
        by_parent.setdefault(row["path"][:-STEP], []).append(row)
        if row["coursepage__uid"]:
            courses.append(row)
    return [_place(row, by_parent) for row in courses]


def _place(row: Row, by_parent: dict[str, list[Row]]) -> Place:
    below = by_parent.get(row["path"], [])
    return Place(
        uid=row["coursepage__uid"],
        title=row["title"],
        slug=row["slug"],
        url=address_of(row["url_path"]),
        path=row["path"],
        enrollment_id=row["enrollment_id"],
        modules=tuple(_module(one, by_parent) for one in below if one["modulepage__uid"]),
        extra=tuple((one["title"], address_of(one["url_path"])) for one in below if one["tralanspage__uid"]),
        words=tuple(
            (one.value["term"], one.value["meaning"]) for one in row.get("coursepage__glossary") or ()
        ),
    )


def _module(row: Row, by_parent: dict[str, list[Row]]) -> Module:
    lessons = (one for one in by_parent.get(row["path"], []) if one["lessonpage__uid"])
    return Module(
        uid=row["modulepage__uid"],
        number=row["modulepage__number"],
        title=row["title"],
        url=address_of(row["url_path"]),
        path=row["path"],
        lessons=tuple(_lesson(one) for one in lessons),
    )


def _lesson(row: Row) -> Lesson:
    return Lesson(
        uid=row["lessonpage__uid"],
        number=row["lessonpage__number"],
        title=row["title"],
        kind=row["lessonpage__kind"],
        minutes=row["lessonpage__minutes_reading"] + row["lessonpage__minutes_doing"],
        url=address_of(row["url_path"]),
        path=row["path"],
        picture=row["lessonpage__picture"],
        **{name: row[name] for name in (*PROGRESS, *NEWS)},
    )
