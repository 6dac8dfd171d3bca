"""Where a course can be better: every lesson as it was last written, in a constant number of queries."""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.courses.checks.lessons import report
from lms.courses.pages.checking import context_of
from lms.courses.pages.models import CoursePage, LessonPage, ModulePage
from lms.courses.writing.wording import counted, reading_of


@dataclass(frozen=True)
class LessonRow:
    """A lesson on the list. `must` keeps it from going online, `could` is advice; both in words."""

    title: str
    url: str
    status: str
    must: tuple[str, ...]
    could: tuple[str, ...]
    reading: str
    words: int


@dataclass(frozen=True)
class ModuleRows:
    """The lessons of one module."""

    title: str
    lessons: tuple[LessonRow, ...]


@dataclass(frozen=True)
class Overview:
    """A course, to see where it can be better."""

    title: str
    modules: tuple[ModuleRows, ...]

    @property
    def lessons(self) -> tuple[LessonRow, ...]:
        """Return all lessons, in order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def refused(self) -> int:
        """Return how many lessons can not go online as they are."""
        return sum(1 for lesson in self.lessons if lesson.must)

    @property
    def advised(self) -> int:
        """Return how many lessons could be better."""
        return sum(1 for lesson in self.lessons if lesson.could)


def courses() -> QuerySet[CoursePage]:
    """Return the courses of this installation, in order."""
    found: QuerySet[CoursePage] = CoursePage.objects.order_by("path")
    return found


def overview(course: CoursePage) -> Overview:
    """Return every lesson of a course with what was found in its newest text. Four queries.

    The newest text is the draft where there is one: that is what a trainer works on.
    """
    lessons = list(
        LessonPage.objects.descendant_of(course).select_related("latest_revision").order_by("path")
    )
    texts = {lesson.pk: newest_blocks(lesson) for lesson in lessons}
    context = context_of(course, [block for blocks in texts.values() for block in blocks])
    modules = ModulePage.objects.child_of(course).order_by("path")
    return Overview(
        course.draft_title,
        tuple(
            ModuleRows(
                _("Module %(number)s: %(title)s") % {"number": module.number, "title": module.draft_title},
                tuple(
                    _row(lesson, report(texts[lesson.pk], context))
                    for lesson in lessons
                    if lesson.path.startswith(module.path)
                ),
            )
            for module in modules
        ),
    )


def newest_blocks(lesson: LessonPage) -> list[Any]:
    """Return the stored blocks of the newest text of a lesson, without asking for more than is there."""
    if lesson.latest_revision is None:
        stored: list[Any] = lesson.body.get_prep_value()
        return stored
    draft: list[Any] = json.loads(lesson.latest_revision.content["body"])
    return draft


def _row(lesson: LessonPage, found: Any) -> LessonRow:
    return LessonRow(
        title=f"{lesson.number} {lesson.draft_title}".strip(),
        url=reverse("wagtailadmin_pages:edit", args=[lesson.pk]),
        status=_status(lesson),
        must=counted(found.refusals),
        could=counted(found.hints),
        reading=reading_of(found.measure),
        words=found.measure.words,
    )


def _status(lesson: LessonPage) -> str:
    if not lesson.live:
        return _("concept")
    return _("online, met concept") if lesson.has_unpublished_changes else _("online")
