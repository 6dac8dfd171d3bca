"""What there is to choose, and what the checks say of a document before anything is made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.accounts.models import User
from lms.courses.checks.findings import Context, MediumFacts
from lms.courses.checks.lessons import report
from lms.courses.pages.checking import context_of
from lms.courses.pages.models import ModulePage
from lms.courses.word_import.rules import Lesson, Note, Reading
from lms.courses.word_import.stored import blocks_of, picture_uid

STEP = Page.steplen


@dataclass(frozen=True)
class LessonRow:
    """A lesson to be, for the page that shows what was understood."""

    title: str
    minutes: int
    blocks: int
    pictures: int
    hints: int
    first_words: str


def modules_of(person: User) -> list[tuple[int, str]]:
    """Return the modules in which this person may make a lesson: key, and name with its course."""
    modules = ModulePage.objects.order_by("path")
    courses = dict(Page.objects.filter(depth=3).values_list("path", "title"))
    return [
        (module.pk, _named(module, courses.get(module.path[: 3 * STEP], "")))
        for module in modules
        if module.permissions_for_user(person).can_add_subpage()
    ]


def _named(module: ModulePage, course: str) -> str:
    words = {"course": course, "number": module.number, "title": module.title}
    return _("%(course)s – module %(number)s, %(title)s") % words


def rows_of(upload: UUID, reading: Reading) -> list[LessonRow]:
    """Return the lessons of a document with how many hints each will get in the editor."""
    around = context_of(None, ())
    return [_row(upload, number, lesson, around) for number, lesson in enumerate(reading.lessons)]


def _row(upload: UUID, number: int, lesson: Lesson, around: Context) -> LessonRow:
    blocks = blocks_of(upload, number, lesson)
    pictures = {str(picture_uid(upload, one.picture)): MediumFacts() for one in lesson.pictures}
    context = replace(around, media=pictures)
    return LessonRow(
        title=lesson.title,
        minutes=lesson.minutes,
        blocks=len(blocks),
        pictures=len(lesson.pictures),
        hints=len(report(blocks, context).findings),
        first_words=lesson.opening,
    )


def notes_of(notes: Sequence[Note]) -> list[tuple[str, list[str]]]:
    """Return the remarks by lesson, in the order of the document."""
    by_lesson: dict[str, list[str]] = {}
    for note in notes:
        by_lesson.setdefault(note.where, []).append(note.sentence)
    return list(by_lesson.items())
