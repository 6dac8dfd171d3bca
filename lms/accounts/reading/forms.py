"""Input about reading aids: one choice each."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.accounts.reading.rules import ReadingChoice


class AidField(forms.ChoiceField):
    """One question with radio buttons; always one answer."""

    widget = forms.RadioSelect
    default_error_messages = {
        "required": _("Kies een van de antwoorden."),
        "invalid_choice": _("Kies een van de antwoorden die er staan."),
    }


class ReadingForm(forms.Form):
    """How somebody wants to read. The fields are those of `ReadingChoice`."""

    text = AidField(
        label=_("Hoe groot is de tekst?"),
        choices=[
            ("100", _("Gewoon")),
            ("125", _("Groter")),
            ("150", _("Groot")),
            ("200", _("Heel groot")),
        ],
    )
    spacing = AidField(
        label=_("Hoeveel ruimte is er tussen letters en regels?"),
        choices=[("normal", _("Gewoon")), ("wide", _("Ruim"))],
    )
    font = AidField(
        label=_("Welke letter?"),
        choices=[
            ("own", _("Atkinson: letters die niet op elkaar lijken")),
            ("system", _("De letter van mijn apparaat")),
        ],
    )
    contrast = AidField(
        label=_("Welke kleuren?"),
        choices=[
            ("system", _("Zoals mijn apparaat")),
            ("light", _("Licht")),
            ("dark", _("Donker")),
            ("high", _("Veel contrast")),
        ],
    )
    calm = AidField(
        label=_("Wil je meer rust?"),
        help_text=_("Niets beweegt dan. Je ziet geen tellers, zoals “stap 2 van 4”, en geen rood."),
        choices=[("off", _("Nee")), ("on", _("Ja"))],
    )
    easy = AidField(
        label=_("Wil je eerst de makkelijke tekst?"),
        help_text=_("Niet elke tekst heeft een makkelijke versie. De hele tekst blijft er altijd bij."),
        choices=[("off", _("Nee")), ("on", _("Ja, eerst de makkelijke tekst"))],
    )
    pictograms = AidField(
        label=_("Wil je plaatjes bij de woorden?"),
        help_text=_("Je ziet dan een plaatje bij elke les, en bij vragen en opdrachten."),
        choices=[("off", _("Nee")), ("on", _("Ja"))],
    )
    speed = AidField(
        label=_("Hoe snel wil je dat een les wordt voorgelezen?"),
        help_text=_("In een les staat een knop “Lees voor”. Je ziet hem als je apparaat dit kan."),
        choices=[("normal", _("Gewoon")), ("slow", _("Langzaam")), ("fast", _("Snel"))],
    )

    def choice(self) -> ReadingChoice:
        """Return what was chosen; call it when the form is valid."""
        values: dict[str, Any] = self.cleaned_data
        return ReadingChoice(**values)
