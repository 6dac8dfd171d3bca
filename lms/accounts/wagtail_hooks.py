"""What the Wagtail admin knows of accounts: the list of themes; nothing about people."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.accounts.models import Theme

PEOPLE_ITEMS = frozenset({"users", "groups", "api-tokens", "site-history"})


class ThemeViewSet(SnippetViewSet):
    """The subjects a volunteer can choose from; the words must not be a diagnosis (domain.md §6.1)."""

    model = Theme
    icon = "tag"
    menu_label = _("Onderwerpen")
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name"]
    search_fields = ["name"]
    search_backend_name = None
    panels = [
        FieldPanel("name", help_text=_("Schrijf waar iemand over mee wil denken. Geen ziekte of beperking."))
    ]


register_snippet(ThemeViewSet)


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def hide_people(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take away the entries whose addresses answer 404 here."""
    items[:] = [item for item in items if item.name not in PEOPLE_ITEMS]
