"""The list of lessons in the explorer of the Wagtail admin: in their order, with what tells them apart."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageViewSet

from lms.courses.pages.models import LessonPage


def _of_lesson(name: str) -> Any:
    """Return what reads this of a lesson, and nothing of another kind of page: one can search everywhere."""

    def value(page: Any) -> Any:
        found = getattr(page, name, "")
        return found() if callable(found) else found

    return value


class LessonViewSet(PageViewSet):
    """The lessons of a module."""

    model = LessonPage
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Titel"), sort_key="title", classname="title"),
        Column("number", label=_("Nummer"), accessor=_of_lesson("number"), width="8%"),
        Column("kind", label=_("Soort"), accessor=_of_lesson("get_kind_display"), width="12%"),
        Column("minutes", label=_("Minuten"), accessor=_of_lesson("minutes"), width="8%"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Veranderd"),
            sort_key="latest_revision_created_at",
            width="12%",
        ),
        PageStatusColumn("status", label=_("Stand"), sort_key="live", width="12%"),
    ]


@hooks.register("register_admin_viewset")
def lesson_viewset() -> LessonViewSet:
    """Return the list of lessons."""
    return LessonViewSet("lessons")
