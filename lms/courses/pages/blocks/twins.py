"""A text with a twin in easier words (docs/decisions/0016)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.courses.checks.twins import fingerprint
from lms.courses.checks.visible import visible
from lms.courses.pages.blocks.features import TEXT_FEATURES

CHECKED = "easy_checked"


class HiddenBlock(blocks.FieldBlock):
    """A text that the editor keeps and nobody types."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(required=False, widget=forms.HiddenInput())
        super().__init__(**kwargs)

    def value_from_form(self, value: str | None) -> str:
        """Return what the page sent back; nothing is an empty text."""
        return value or ""

    class Meta:
        default = ""


class TwinBlock(blocks.StructBlock):
    """Base of a block with a main text in `html`. A subclass puts `twin_group()` last in its layout.

    `easy_of` is the fingerprint of the main text for which the twin was made or looked at. The tick of the
    trainer (`easy_checked`) only renews it, and is not stored.
    """

    easy = blocks.RichTextBlock(
        required=False,
        features=TEXT_FEATURES,
        label=_("Makkelijke versie"),
        help_text=_("Hetzelfde in makkelijkere woorden. Mag leeg blijven."),
    )
    easy_checked = blocks.BooleanBlock(
        required=False,
        label=_("Ik heb de makkelijke versie nagekeken"),
        help_text=_("Kruis dit aan als de tekst erboven is veranderd en de makkelijke versie nog klopt."),
    )
    easy_of = HiddenBlock(label=_("Gaat vanzelf"))

    def clean(self, value: Any) -> Any:
        """Let the twin belong to the main text when it is new, or when the trainer says so."""
        cleaned = super().clean(value)
        if not visible(_source(cleaned["easy"])).lines:
            cleaned["easy_of"] = ""
        elif cleaned[CHECKED] or not cleaned["easy_of"]:
            cleaned["easy_of"] = fingerprint(_source(cleaned["html"]))
        cleaned[CHECKED] = False
        return cleaned

    def get_prep_value(self, value: Any) -> dict[str, Any]:
        """Return what is stored: everything but the tick."""
        prepared: dict[str, Any] = super().get_prep_value(value)
        prepared.pop(CHECKED, None)
        return prepared


def twin_group() -> blocks.BlockGroup:
    """Return the part of the form about the twin, closed until one opens it."""
    return blocks.BlockGroup(
        ["easy", CHECKED],
        settings=["easy_of"],
        heading=_("Makkelijke versie"),
        icon="glasses",
        classname="collapsed",
    )


def _source(text: Any) -> str:
    return text.source if text else ""
