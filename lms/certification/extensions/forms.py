"""Input about an extension: which criterion, for whom, until when, and why."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.extensions.rules import EXTENSION_REASONS, is_possible_until
from lms.certification.extensions.services import Extending
from lms.courses.public import DayField

ENDING, CHOSEN = "ending", "chosen"
WHOSE_ENDS = (ENDING, _("Iedereen bij wie dit gauw stopt, of al gestopt is"))
NUMBER = _("Vul een getal in van 0 tot en met 365.")


class ExtendForm(forms.Form):
    """One extension. `people` holds the ids of who was chosen, or of who was shown before sending."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    people = forms.CharField(widget=forms.HiddenInput, required=False)
    rule = forms.ChoiceField(
        label=_("Welke eis?"),
        error_messages={"required": _("Kies een eis."), "invalid_choice": _("Kies een eis uit de lijst.")},
    )
    who = forms.ChoiceField(
        label=_("Voor wie?"),
        choices=[WHOSE_ENDS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie.")},
    )
    days = forms.IntegerField(
        label=_("Binnen hoeveel dagen stopt het?"),
        min_value=0,
        max_value=365,
        error_messages={"required": NUMBER, "invalid": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
    )
    until = DayField(label=_("Tot en met welke dag?"), help_text=_("Ten hoogste een jaar vanaf nu."))
    reason_code = forms.ChoiceField(
        label=_("Waarom?"),
        choices=list(EXTENSION_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden.")},
    )
    reason = forms.CharField(
        label=_("Leg het uit"),
        help_text=_("Iedereen voor wie dit geldt, kan dit lezen. Noem geen namen."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf in een paar zinnen waarom.")},
    )

    def __init__(self, *args: Any, rules: Mapping[str, str], chosen: int, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        cast(forms.ChoiceField, self.fields["rule"]).choices = [("", _("Kies")), *rules.items()]
        if chosen:
            who = cast(forms.ChoiceField, self.fields["who"])
            who.choices = [(CHOSEN, _("De mensen die ik koos: %s") % chosen), WHOSE_ENDS]

    def clean_people(self) -> tuple[uuid.UUID, ...]:
        """The ids of people; what is no id was not made by our page."""
        try:
            return tuple(uuid.UUID(each) for each in self.cleaned_data["people"].split())
        except ValueError as error:
            raise forms.ValidationError(_("Dit lukte niet. Laad de pagina opnieuw.")) from error

    def clean_until(self) -> date:
        """Refuse a day that has been, or more than a year away."""
        until: date = self.cleaned_data["until"]
        if not is_possible_until(until, self.today):
            raise forms.ValidationError(_("Kies een dag die nog komt, binnen een jaar."))
        return until

    def wanted(self) -> Extending:
        """What was filled in."""
        data = self.cleaned_data
        return Extending(
            submission=data["submission"],
            rule_id=data["rule"],
            until=data["until"],
            reason_code=data["reason_code"],
            reason=data["reason"],
        )
