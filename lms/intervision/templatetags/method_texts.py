"""Show the texts of a method with the municipality's own words in the slots."""

from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from lms.municipality.public import current_settings, fill_slots, slot_values

register = template.Library()


@register.simple_tag(takes_context=True)
def filled(context: dict[str, Any], text: RichText | str) -> SafeString:
    """Return an editor's rich text as HTML, each slot replaced by its escaped value."""
    source = text.source if isinstance(text, RichText) else text
    values = slot_values(current_settings(context.get("request")))
    html = fill_slots(expand_db_html(source or ""), values, lambda value: str(escape(value)))
    return mark_safe(html)  # noqa: S308  # the text comes from the editor's cleaned rich text; values are escaped
