"""Input about the limits card: nothing but that it was made."""

from django import forms


class CardMadeForm(forms.Form):
    """The volunteer says to have made a card."""

    submission = forms.UUIDField()
