"""Input about what was handed in, and the answer to it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.handing_in.rules import question_of
from lms.certification.handing_in.services import Answer, HandIn
from lms.certification.models import Source
from lms.certification.readiness import Rule
from lms.courses.public import DayField

IN_FUTURE = _("Deze dag moet nog komen.")
YES, NOT_YET = "yes", "not_yet"


class HandInForm(forms.Form):
    """What was handed in, and when. Nothing else is asked."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    rule = forms.ChoiceField(
        label=_("Wat is het?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat het is."),
            "invalid_choice": _("Kies een van de antwoorden die er staan."),
        },
    )
    happened_on = DayField(label=_("Op welke dag?"))

    def __init__(self, *args: Any, rules: Iterable[Rule], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        choices = [(rule.id, question_of(rule)) for rule in rules]
        cast(forms.ChoiceField, self.fields["rule"]).choices = choices

    def clean_happened_on(self) -> date:
        """Refuse a day that has not been."""
        day: date = self.cleaned_data["happened_on"]
        if day > self.today:
            raise forms.ValidationError(IN_FUTURE)
        return day

    def said(self) -> HandIn:
        """What was filled in by the volunteer self."""
        return HandIn(
            rule_id=self.cleaned_data["rule"],
            happened_on=self.cleaned_data["happened_on"],
            submission=self.cleaned_data["submission"],
            source=self.cleaned_data.get("source", Source.ONLINE),
        )


class HandInForOtherForm(HandInForm):
    """A coordinator writes down what was handed in by phone or on paper."""

    source = forms.ChoiceField(
        label=_("Hoe kwam het binnen?"),
        choices=((Source.PAPER, _("Op papier")), (Source.ORAL, _("Door te bellen of te praten"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het binnenkwam.")},
    )


class AssessForm(forms.Form):
    """It is there, or not yet with a word about what is needed."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Wat zie je?"),
        choices=((YES, _("Gezien. Het is goed")), (NOT_YET, _("Nog niet. Er is nog iets nodig"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je ziet.")},
    )
    happened_on = DayField(
        label=_("Op welke dag gezien of gedaan?"),
        required=False,
        help_text=_("Leeg is ook goed. Dan telt de dag van inleveren."),
    )
    word = forms.CharField(
        label=_("Wat is er nog nodig?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen bij ‘nog niet’. De vrijwilliger leest dit."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Ask what is needed with a "not yet", and refuse a day that has not been."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == NOT_YET and not cleaned.get("word", "").strip():
            self.add_error("word", _("Schrijf in een paar woorden wat er nog nodig is."))
        day = cleaned.get("happened_on")
        if day is not None and day > self.today:
            self.add_error("happened_on", IN_FUTURE)
        return cleaned

    def given(self) -> Answer:
        """The answer that was filled in; words and a day belong to one answer each."""
        is_yes = self.cleaned_data["answer"] == YES
        return Answer(
            accepted=is_yes,
            submission=self.cleaned_data["submission"],
            happened_on=self.cleaned_data["happened_on"] if is_yes else None,
            word="" if is_yes else self.cleaned_data["word"].strip(),
        )
