"""The checks of Wagtail's editor with ours beside them: they follow the text while somebody types.

The preview is made again at every pause in typing. Our findings travel inside it, in the bar that Wagtail
itself puts there; `js/admin/checks.js` shows them in the panel “Nakijken” (docs/decisions/0016).
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import BaseItem, ContentCheckerItem
from wagtail.models import Page

from lms.courses.checks.lessons import report
from lms.courses.pages.checking import blocks_of, context_of, course_of
from lms.courses.writing.wording import panel_of

# Rules of axe that a writer can do something about. Those of search engines and colours are left out:
# lessons are not found by search engines, and colours are not chosen per lesson.
RULES = [
    "alt-text-quality",
    "button-name",
    "empty-heading",
    "empty-table-header",
    "heading-order",
    "image-alt",
    "link-name",
    "p-as-heading",
    "video-caption",
]
MESSAGES = {
    "alt-text-quality": (_("Deze beschrijving lijkt een bestandsnaam"), _("Schrijf wat er te zien is.")),
    "button-name": (_("Een knop heeft geen naam"), _("Geef hem een naam die zegt wat hij doet.")),
    "empty-heading": (_("Een kop is leeg"), _("Schrijf de kop, of haal hem weg.")),
    "empty-table-header": (_("Een kopje van de tabel is leeg"), _("Schrijf wat er in de kolom staat.")),
    "heading-order": (_("Een kop slaat een niveau over"), _("Kies eerst kop 3, daaronder kop 4.")),
    "image-alt": (_("Een afbeelding heeft geen beschrijving"), _("Schrijf wat er te zien is.")),
    "link-name": (_("Een link heeft geen tekst"), _("Schrijf waar de link naartoe gaat.")),
    "p-as-heading": (_("Een vette regel lijkt een kop"), _("Maak er een echte kop van.")),
    "video-caption": (_("Een film heeft geen ondertitels"), _("Zet een vtt-bestand bij de opname.")),
}


class LessonCheckerItem(ContentCheckerItem):
    """The content checker, with the rules that teach and their words in Dutch."""

    axe_run_only = RULES
    axe_custom_rules = [rule for rule in ContentCheckerItem.axe_custom_rules if rule["id"] in RULES]
    axe_custom_checks = [
        check for check in ContentCheckerItem.axe_custom_checks if check["id"] == "check-image-alt-text"
    ]
    axe_messages = {
        rule: {"error_name": name, "help_text": help_text} for rule, (name, help_text) in MESSAGES.items()
    }


class FindingsItem(BaseItem):
    """What our checks say about the text in the preview; only the editor shows it."""

    template_name = "checks/item.html"

    def __init__(self, page: Page) -> None:
        self.page = page

    def render_html(self, parent_context: Any = None) -> str:
        """Return the findings as HTML; "" for a page without blocks of a lesson."""
        blocks = blocks_of(self.page)
        if not blocks:
            return ""
        found = report(blocks, context_of(course_of(self.page), blocks))
        return render_to_string(self.template_name, {"panel": panel_of(found, blocks)})
