"""What a trainer can look at before a page goes online: on which device, in which form."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

WHOLE, STEPS, EASY, PAPER = "", "stappen", "makkelijk", "papier"
SIZES = (
    ("mobile", "mobile-alt", 375, _("Op een telefoon")),
    ("tablet", "tablet-alt", 768, _("Op een tablet")),
    ("desktop", "desktop", 1280, _("Op een computer")),
)


class OnDevices:
    """A page in the sizes of a phone, a tablet and a computer."""

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """Return the sizes to choose from; the first is where most people read."""
        names = ("name", "icon", "device_width", "label")
        return [dict(zip(names, size, strict=True)) for size in SIZES]


class LessonPreviews(OnDevices):
    """A lesson whole, in steps as a volunteer goes through it, in easy language, and on paper."""

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return the forms to choose from, by name."""
        return [
            (WHOLE, _("De hele les")),
            (STEPS, _("Stap voor stap, zoals een vrijwilliger")),
            (EASY, _("Makkelijke taal eerst")),
            (PAPER, _("Op papier")),
        ]

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return the template of a form."""
        templates = {STEPS: "courses/preview_steps.html", PAPER: "courses/preview_paper.html"}
        return templates.get(mode_name, "courses/lesson.html")

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return what the template needs; easy language is the same page with that reading aid on."""
        context: dict[str, Any] = super().get_preview_context(request, mode_name)  # type: ignore[misc]  # Page has it
        if mode_name == EASY:
            context["reading_attributes"] = mark_safe('data-easy="on"')
        return context
