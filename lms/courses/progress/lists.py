"""Courses and modules as task lists: rows with words, ready for a template."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.courses.progress.places import Lesson, Module, Place
from lms.courses.progress.rules import Status


@dataclass(frozen=True)
class TaskRow:
    """One row of the component `task_list`. `picture`: the name of a pictogram, for who wants those."""

    label: str
    url: str
    hint: str
    status: str
    kind: str = ""
    picture: str = ""


def word(status: Status) -> str:
    """Return the status in words."""
    words = {Status.NOT_STARTED: _("Nog niet begonnen"), Status.BUSY: _("Bezig"), Status.DONE: _("Klaar")}
    return words[status]


# Only open work is coloured; done is plain text (quality.md §2, task list).
KINDS = {Status.NOT_STARTED: "plain", Status.BUSY: "busy", Status.DONE: ""}


def name_of(lesson: Lesson) -> str:
    """Return what a lesson is called in a list."""
    return named(lesson.number, lesson.title)


def named(number: str, title: str) -> str:
    """Return the name made of a number, if there is one, and a title: "5.2 Geen maatje"."""
    return f"{number} {title}".strip()


def module_name(module: Module) -> str:
    """Return what a module is called: "Module 5 – Je rol zuiver houden"."""
    return _("Module %(number)d – %(title)s") % {"number": module.number, "title": module.title}


def minutes(count: int) -> str:
    """Return a length in words."""
    return ngettext("%(count)d minuut", "%(count)d minuten", count) % {"count": count}


def lesson_rows(module: Module, *, with_status: bool) -> list[TaskRow]:
    """Return the lessons of a module; without a status for who only reads along."""
    return [
        TaskRow(
            name_of(lesson),
            lesson.url,
            minutes(lesson.minutes) if lesson.minutes else "",
            word(lesson.status) if with_status else "",
            KINDS[lesson.status] if with_status else "",
            lesson.picture,
        )
        for lesson in module.lessons
    ]


def module_rows(place: Place, *, with_status: bool) -> list[TaskRow]:
    """Return the modules of a course."""
    return [
        TaskRow(
            module_name(module),
            module.url,
            _counted(module),
            word(module.status) if with_status else "",
            KINDS[module.status] if with_status else "",
        )
        for module in place.modules
    ]


def _counted(module: Module) -> str:
    done = sum(lesson.status is Status.DONE for lesson in module.lessons)
    total = len(module.lessons)
    if not done:
        return ngettext("%(total)d les", "%(total)d lessen", total) % {"total": total}
    return _("%(done)d van de %(total)d lessen klaar.") % {"done": done, "total": total}


def next_lesson(lessons: Sequence[Lesson]) -> Lesson | None:
    """Return where to go on: where one was last; when that is done, the next open lesson after it."""
    seen = [(lesson.seen_at, index) for index, lesson in enumerate(lessons) if lesson.seen_at]
    was_at = max(seen)[1] if seen else 0
    in_turn = [*lessons[was_at:], *lessons[:was_at]]
    return next((lesson for lesson in in_turn if lesson.status is not Status.DONE), None)
