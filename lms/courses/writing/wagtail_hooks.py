"""What the Wagtail admin shows to who writes: our checks, where a course can be better, and help in Dutch."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from lms.courses.writing.checker import FindingsItem, LessonCheckerItem

# Wagtail's own help is a page of the product somewhere else, in English.
OUTSIDE = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("register_reports_menu_item")
def where_it_can_be_better() -> MenuItem:
    """Offer the list of all lessons with what was found in them."""
    return MenuItem(_("Waar kan het beter?"), reverse_lazy("writing_checks"), icon_name="glasses", order=10)


@hooks.register("register_help_menu_item")
def help_with_writing() -> MenuItem:
    """Offer our own help."""
    return MenuItem(_("Hulp bij het schrijven"), reverse_lazy("writing_help"), icon_name="help", order=10)


class WhatToDo(Component):
    """The first panel of the start of the admin: where a trainer begins."""

    template_name = "wagtailadmin/home/what_to_do.html"
    order = 10


@hooks.register("construct_homepage_panels")
def begin_with_what_to_do(request: HttpRequest, panels: list[Component]) -> None:
    """Say first what one can do here; what waits for somebody stands under it."""
    panels.insert(0, WhatToDo())


@hooks.register("construct_help_menu")
def keep_help_inside(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take away the entries that lead to another site."""
    items[:] = [item for item in items if not item.name.startswith(OUTSIDE)]


@hooks.register("construct_wagtail_userbar")
def check_as_we_do(request: HttpRequest, items: list[Any], page: Page | None) -> None:
    """Let the content checker use our rules, and let our findings travel with the preview."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = LessonCheckerItem(in_editor=item.in_editor)
    if page is not None and getattr(request, "in_preview_panel", False):
        items.append(FindingsItem(page))


@hooks.register("insert_editor_js")
def show_findings() -> SafeString:
    """Load what shows our findings beside the text."""
    return format_html('<script type="module" src="{}"></script>', static("lms/js/admin/checks.js"))


@hooks.register("insert_global_admin_css")
def look_of_findings() -> SafeString:
    """Load how our parts of the admin look."""
    return format_html('<link rel="stylesheet" href="{}">', static("lms/css/admin/writing.css"))
