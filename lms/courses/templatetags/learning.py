"""What the templates of learning ask for: filled-in texts, and the learner's place."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import BoundBlock
from wagtail.rich_text import RichText

from lms.accounts.public import shows_pictograms
from lms.courses.pages.models import CoursePage, LessonPage, ModulePage
from lms.courses.pages.pictograms import OF_KIND, PICTOGRAMS
from lms.courses.progress import exercise_marks, lists, slots
from lms.courses.progress.lesson_view import SHORT, LessonView
from lms.courses.progress.places import Lesson, Module
from lms.courses.progress.previews import steps_of
from lms.courses.progress.visits import Visit, visit_of

EASY_FIRST = 'data-easy="on"'
register = template.Library()
Context = template.Context


@register.simple_tag(takes_context=True)
def filled(context: Context, value: RichText | str | None) -> SafeString:
    """Return a text of the course with its fill-in words replaced, escaped where it is plain."""
    return slots.filled(value, slots.slots_for(context.get("request")))


@register.simple_tag(takes_context=True)
def filled_rich(context: Context, html: str | None) -> SafeString:
    """Return the rich text of a page's own field (stored as text) with its fill-in words replaced."""
    return slots.filled(RichText(html), slots.slots_for(context.get("request")))


@register.simple_tag(takes_context=True)
def visit(context: Context) -> Visit | None:
    """Return who is at this page; None in the editor's preview."""
    return visit_of(context.get("request"))


@register.simple_tag(takes_context=True)
def lesson(context: Context) -> LessonView | None:
    """Return the step to show; None in the editor's preview."""
    view: LessonView | None = getattr(context.get("request"), "lesson", None)
    return view


@register.simple_tag(takes_context=True)
def preview_steps(context: Context, page: LessonPage) -> list[LessonView]:
    """Return every step of a lesson that is being written, for the editor's preview."""
    return steps_of(page, context["request"].user)


@register.simple_tag
def module_rows(at: Visit | None) -> list[lists.TaskRow]:
    """Return the modules of the course as rows."""
    return lists.module_rows(at.place, with_status=at.is_learner) if at else []


@register.simple_tag
def this_module(at: Visit | None, page: ModulePage) -> Module | None:
    """Return the module with this reader's progress."""
    return next((module for module in at.place.modules if module.uid == page.uid), None) if at else None


@register.simple_tag(takes_context=True)
def lesson_rows(context: Context, module: Module | None, at: Visit | None) -> list[lists.TaskRow]:
    """Return the lessons of a module as rows, with the fill-in words of their titles replaced."""
    rows = lists.lesson_rows(module, with_status=at.is_learner) if module and at else []
    wants_pictures = _wants_pictures(context)
    return [
        replace(
            row,
            label=filled(context, row.label),
            picture=row.picture if row.picture in PICTOGRAMS and wants_pictures else "",
        )
        for row in rows
    ]


def _wants_pictures(context: Context) -> bool:
    request = context.get("request")
    return request is not None and shows_pictograms(request)


@register.simple_tag(takes_context=True)
def pictogram(context: Context, name: str) -> SafeString:
    """Return a picture beside words, for who wants that; `name`: of our set, or a kind of block."""
    name = OF_KIND.get(name, name)
    if name not in PICTOGRAMS or not _wants_pictures(context):
        return SafeString()
    return render_to_string("components/pictogram.html", {"name": name})


@register.simple_tag
def next_lesson(at: Visit | None, module: Module | None = None) -> Lesson | None:
    """Return where the learner goes on, in the whole course or in one module; None for who reads along."""
    if at is None or not at.is_learner:
        return None
    return lists.next_lesson(module.lessons if module else at.place.lessons)


@register.filter
def one_level_up(html: SafeString) -> SafeString:
    """Return a text whose headings follow directly under the title of the page (no level is skipped)."""
    moved = str(html)
    for level in (3, 4):
        moved = moved.replace(f"<h{level}", f"<h{level - 1}").replace(f"</h{level}>", f"</h{level - 1}>")
    return mark_safe(moved)  # noqa: S308  (safe before, and only names of elements changed)


@register.filter
def without_own_word(explanation: str | None) -> str:
    """Return an explanation as a learner reads it: our own judgement stands before it."""
    return exercise_marks.without_own_word(explanation or "")


@register.filter
def in_reading_order(blocks: Iterable[BoundBlock], attributes: str) -> list[BoundBlock]:
    """Return the blocks of a lesson in the order in which they are read.

    “Kort gezegd” comes first when that is wanted (`attributes`: those of <html>).
    """
    in_order = list(blocks)
    return sorted(in_order, key=lambda one: one.block_type != SHORT) if EASY_FIRST in attributes else in_order


@register.filter
def lesson_name(one: Lesson) -> str:
    """Return what a lesson is called."""
    return lists.name_of(one)


@register.filter
def module_name(module: Module) -> str:
    """Return what a module is called."""
    return lists.module_name(module)


@register.filter
def in_minutes(count: int) -> str:
    """Return a length in words."""
    return lists.minutes(count)


@register.simple_tag
def about_course(page: CoursePage) -> list[dict[str, Any]]:
    """Return the facts of a course as rows of a summary list."""
    names = ("audience", "form", "own_work", "group_size", "prior_knowledge", "ending")
    fields = [(page._meta.get_field(name).verbose_name, getattr(page, name)) for name in names]
    return [{"label": str(label).capitalize(), "value": value} for label, value in fields if value]
