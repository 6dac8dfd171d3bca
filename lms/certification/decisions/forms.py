"""Input for decisions."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.certification.decisions.rules import OVERRIDE_REASONS, WITHDRAW_REASONS, is_possible_end
from lms.courses.public import DayField


class SubmissionForm(forms.Form):
    """Only the id that makes a double send harmless."""

    submission = forms.UUIDField(widget=forms.HiddenInput)


class _WithEnd(SubmissionForm):
    kind = ""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date | None:
        """Refuse an end that has been, or an exception of more than a year."""
        until: date | None = self.cleaned_data["until"]
        if not is_possible_end(self.kind, until, self.today):
            raise forms.ValidationError(
                _("Kies een dag die nog komt, binnen een jaar.")
                if self.kind == "override"
                else _("Kies een dag die nog komt.")
            )
        return until


class OverrideForm(_WithEnd):
    """An exception: a reason, words, and an end."""

    kind = "override"
    reason_code = forms.ChoiceField(
        label=_("Waarom een uitzondering?"),
        choices=list(OVERRIDE_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden.")},
    )
    reason = forms.CharField(
        label=_("Leg het uit"),
        help_text=_("De vrijwilliger kan dit lezen."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf in een paar zinnen waarom.")},
    )
    until = DayField(label=_("Tot en met welke dag?"), help_text=_("De uitzondering stopt daarna vanzelf."))
    domains = forms.MultipleChoiceField(
        label=_("Voor welke leefgebieden?"),
        help_text=_("Kies je niets? Dan geldt het voor alle leefgebieden."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies een van de antwoorden die er staan.")},
    )

    def __init__(self, *args: Any, domains: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if domains:
            cast(forms.MultipleChoiceField, self.fields["domains"]).choices = list(domains.items())
        else:
            del self.fields["domains"]

    def clean_domains(self) -> tuple[str, ...]:
        """The chosen life domains, in the order of the scheme."""
        return tuple(self.cleaned_data["domains"])


class PauseForm(_WithEnd):
    """A pause; an end is welcome and not needed."""

    kind = "pause"
    until = DayField(
        label=_("Tot en met welke dag?"),
        required=False,
        help_text=_("Weet je dat nog niet? Laat dit dan leeg."),
    )


class WithdrawForm(SubmissionForm):
    """Stop: a reason and, if one wants, words."""

    reason_code = forms.ChoiceField(
        label=_("Waarom stopt de inzet?"),
        choices=list(WITHDRAW_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden.")},
    )
    reason = forms.CharField(
        label=_("Leg het uit"),
        help_text=_("De vrijwilliger kan dit lezen."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf in een paar zinnen waarom.")},
    )


class AnswerForm(forms.Form):
    """Whether a second coordinator agrees with an exception."""

    answer = forms.ChoiceField(choices=(("yes", "yes"), ("no", "no")))

    def agrees(self) -> bool:
        """Say whether it is a yes."""
        return bool(self.cleaned_data["answer"] == "yes")
