"""Methods in the Wagtail admin: content that a trainer writes, with a preview beside it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.intervision.models import Method


class MethodViewSet(SnippetViewSet):
    """List, write and preview the methods."""

    model = Method
    icon = "list-ol"
    menu_label = _("Methoden")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["title", Column("minutes", label=_("Minuten"))]
    search_fields = ["title"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("slug", help_text=_("Het laatste deel van het adres van de bladzijde.")),
            ],
            heading=_("Naam"),
        ),
        FieldPanel("properties", help_text=_("Voor wie, hoe groot de groep is, en wat je nodig hebt.")),
        FieldPanel("steps", help_text=_("De stappen in volgorde. De minuten tellen op tot de hele tijd.")),
        FieldPanel("tips", help_text=_("Wat een nieuwe begeleider moet weten.")),
    ]


register_snippet(MethodViewSet)
