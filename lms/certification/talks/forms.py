"""Input about a talk: a list of points, never a mark."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.handing_in.services import Answer
from lms.certification.talks.services import Talk
from lms.courses.public import DayField

NOT_A_CHOICE = {"invalid_choice": _("Kies een van de antwoorden die er staan.")}
YES, NOT_YET = "yes", "not_yet"


class TalkForm(forms.Form):
    """Which points were talked about, when, and what was agreed."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    held_on = DayField(label=_("Wanneer was het gesprek?"))
    points = forms.MultipleChoiceField(
        label=_("Wat hebben jullie besproken?"),
        help_text=_("Het mag ook in 2 delen. Kies alleen wat nu besproken is."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies ten minste 1 punt dat jullie bespraken."), **NOT_A_CHOICE},
    )
    agreements = forms.CharField(
        label=_("Welke afspraken maakten jullie?"),
        help_text=_("De vrijwilliger leest dit ook. Schrijf niets over gezondheid of over inwoners."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, points: Mapping[str, str], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if points:
            cast(forms.MultipleChoiceField, self.fields["points"]).choices = list(points.items())
        else:
            del self.fields["points"]

    def clean_held_on(self) -> date:
        """Refuse a day that has not been."""
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day

    def talk(self, rule_id: str) -> Talk:
        """The talk as it was filled in."""
        return Talk(
            rule_id=rule_id,
            held_on=self.cleaned_data["held_on"],
            points=tuple(self.cleaned_data.get("points", ())),
            agreements=self.cleaned_data["agreements"].strip(),
            submission=self.cleaned_data["submission"],
        )


class FinishForm(forms.Form):
    """Final, or not yet with the points to come back to."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Is dit gesprek klaar?"),
        choices=(
            (YES, _("Ja. Maak het definitief")),
            (NOT_YET, _("Nog niet. Er moet nog iets besproken worden")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of het gesprek klaar is.")},
    )
    points = forms.MultipleChoiceField(
        label=_("Welke punten moeten nog een keer?"),
        help_text=_("Alleen bij ‘nog niet’. De andere punten blijven staan."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=NOT_A_CHOICE,
    )
    word = forms.CharField(
        label=_("Wat is er nog nodig?"),
        help_text=_("Alleen bij ‘nog niet’. De vrijwilliger en de trainer lezen dit."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, points: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if points:
            cast(forms.MultipleChoiceField, self.fields["points"]).choices = list(points.items())
        else:
            del self.fields["points"]

    def clean(self) -> dict[str, Any]:
        """Ask what is needed with a "not yet"."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == NOT_YET:
            if not cleaned.get("word", "").strip():
                self.add_error("word", _("Schrijf in een paar woorden wat er nog nodig is."))
            if "points" in self.fields and "points" not in self.errors and not cleaned.get("points"):
                self.add_error("points", _("Kies welke punten nog een keer moeten."))
        return cleaned

    def given(self) -> Answer:
        """The answer that was filled in; points and words only belong to a "not yet"."""
        is_yes = self.cleaned_data["answer"] == YES
        return Answer(
            accepted=is_yes,
            submission=self.cleaned_data["submission"],
            word="" if is_yes else self.cleaned_data["word"].strip(),
            points=() if is_yes else tuple(self.cleaned_data.get("points", ())),
        )
