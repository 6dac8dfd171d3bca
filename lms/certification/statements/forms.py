"""Input for statements: sign one, or write a new version of one."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from lms.certification.models import StatementVersion
from lms.certification.statements.services import statement_published
from lms.municipality.public import current_settings, slot_values, unfilled


class SignForm(forms.Form):
    """One check box and the version that was read."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    number = forms.IntegerField(widget=forms.HiddenInput)
    agrees = forms.BooleanField(
        label=_("Ik heb dit gelezen en ga akkoord"),
        error_messages={"required": _("Zet eerst een vinkje. Of stop even en doe het later.")},
    )

    def __init__(self, *args: Any, asked: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked

    def clean_number(self) -> int:
        """Refuse a signature under a text that is not the present one."""
        number: int = self.cleaned_data["number"]
        if number != self.asked:
            raise forms.ValidationError(_("Er is een nieuwe tekst. Lees die eerst."))
        return number


class StatementVersionForm(WagtailAdminModelForm):
    """A new version: it gets the next number, starts today or later, and has no empty fill-in words."""

    class Meta:
        model = StatementVersion
        fields = ("code", "title", "body", "effective_on")

    def clean_effective_on(self) -> Any:
        """Refuse a start in the past: signatures would end after the fact."""
        day = self.cleaned_data["effective_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return day

    def clean_body(self) -> str:
        """Refuse a text with fill-in words that nobody filled."""
        body: str = self.cleaned_data["body"]
        empty = unfilled(body, slot_values(current_settings()))
        if empty:
            names = ", ".join(sorted(empty))
            raise forms.ValidationError(
                _("Vul eerst deze invulwoorden in bij de gemeente: %(names)s."), params={"names": names}
            )
        return body

    def save(self, commit: bool = True) -> StatementVersion:
        """Save as the next version of its code, and tell the standings: both or neither."""
        with transaction.atomic():
            if self.instance._state.adding:
                self.instance.number = StatementVersion.objects.filter(code=self.instance.code).next_number()
            saved: StatementVersion = super().save(commit=commit)
            statement_published(timezone.now())
        return saved
