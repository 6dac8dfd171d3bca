"""What the templates of paper ask for. `slots` and `level` stand in the context of every one of them."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText

from lms.courses.pages.models import CoursePage, LessonPage
from lms.courses.prints.rules import moved
from lms.courses.prints.selectors import Booklet, booklet_of_draft
from lms.courses.progress.slots import filled, slots_for

register = template.Library()


@register.simple_tag(takes_context=True)
def told(context: template.Context, value: RichText | str | None) -> SafeString:
    """Return a text with its fill-in words replaced; headings in it follow those around it."""
    html = filled(value, context["slots"])
    # Only names of elements change; the text was safe before.
    return mark_safe(moved(html, context["level"])) if isinstance(value, RichText) else html  # noqa: S308


@register.simple_tag(takes_context=True)
def draft_on_paper(context: template.Context, page: LessonPage) -> Booklet:
    """Return the lesson of the editor's preview as it will be printed, and put its words in the context."""
    course = CoursePage.objects.ancestor_of(page).first() if page.path else None
    words = [(one.value["term"], one.value["meaning"]) for one in course.glossary] if course else []
    booklet = booklet_of_draft(page, words)
    context["slots"] = slots_for(context.get("request"))
    context["level"] = booklet.level
    return booklet
