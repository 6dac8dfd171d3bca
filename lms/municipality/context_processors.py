"""What every template may know about this installation."""

from typing import Any

from django.http import HttpRequest

from lms.municipality.selectors import current_settings, help_block


def municipality(request: HttpRequest) -> dict[str, Any]:
    """Return the settings and the help block for the footer; one query, shared by the whole request."""
    settings = current_settings(request)
    return {"municipality": settings, "help": help_block(settings)}
