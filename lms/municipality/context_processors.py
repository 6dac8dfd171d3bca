"""What every template may know about this installation."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.municipality.rules import version_of
from lms.municipality.selectors import current_settings, help_block, style_sheet


@dataclass(frozen=True)
class Link:
    """A link in the foot of every page."""

    label: Any
    url: str


def municipality(request: HttpRequest) -> dict[str, Any]:
    """Return settings, help block, style and the links of the foot; one query per request."""
    settings = current_settings(request)
    style = style_sheet(settings)
    return {
        "municipality": settings,
        "help": help_block(settings),
        "house_style_url": reverse("municipality:house_style", args=[version_of(style)]) if style else "",
        "footer_links": (
            Link(_("Leeshulp"), reverse("accounts:reading_aids")),
            Link(_("Privacy"), reverse("municipality:privacy")),
            Link(_("Toegankelijkheid"), reverse("municipality:accessibility")),
        ),
    }
