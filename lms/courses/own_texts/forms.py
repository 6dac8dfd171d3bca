"""What a page sends when it keeps a text of one's own."""

from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.courses.own_texts.models import OwnText
from lms.courses.own_texts.rules import Sent, plain
from lms.courses.own_texts.services import Spot

MOST = 2**31 - 1  # what the database keeps


class KeepForm(forms.Form):
    """One send. `number` is there when a script counts; without one, the text itself tells sends apart."""

    kind = forms.ChoiceField(choices=OwnText.Kind.choices)
    lesson = forms.UUIDField()
    place = forms.UUIDField()
    writer = forms.UUIDField()
    number = forms.IntegerField(min_value=1, max_value=MOST, required=False)
    version = forms.IntegerField(min_value=0, max_value=MOST)
    text = forms.CharField(
        required=False,
        strip=False,
        label=_("Je tekst"),
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a note that does not stand at its lesson."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == OwnText.Kind.NOTE and cleaned.get("place") != cleaned.get("lesson"):
            raise forms.ValidationError("a note stands at its lesson")
        return cleaned

    @property
    def spot(self) -> Spot:
        """Return where the text stands."""
        cleaned = self.cleaned_data
        return Spot(cleaned["kind"], cleaned["lesson"], cleaned["place"])

    @property
    def sent(self) -> Sent:
        """Return the send as the rules take it.

        A form without a script may be sent, changed after going back, and sent again: each text is then a
        writer of its own, so that a double send is still one and no later text counts as a repeat.
        """
        cleaned = self.cleaned_data
        text, writer = plain(cleaned["text"]), cleaned["writer"]
        if cleaned["number"] is None:
            return Sent(str(own_writer(writer, text)), 1, cleaned["version"], text)
        return Sent(str(writer), cleaned["number"], cleaned["version"], text)


def own_writer(page: UUID, text: str) -> UUID:
    """Return the writer of a text that was sent by a form without a script."""
    return uuid5(page, text)
