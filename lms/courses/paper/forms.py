"""What the paper screen sends beside the answers: the day, and the page's own id."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lms.courses.cohorts.period_forms import DayField
from lms.courses.paper.services import Sheet

MOST = 2_000  # fields of one module: far above any, far below what keeps a server busy


class SheetForm(forms.Form):
    """The day on which it was done on paper; what the exercises hold is judged by themselves."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    done_on = DayField(
        label=_("Op welke dag is dit gedaan?"),
        help_text=_("Weet je het niet precies? Kies dan de dag waarop je het papier kreeg."),
        error_messages={"required": _("Vul de dag in.")},
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_done_on(self) -> date:
        """Refuse a day that has not been."""
        day: date = self.cleaned_data["done_on"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies een dag die al geweest is."))
        return day

    def sheet(self) -> Sheet:
        """Return everything that was filled in; the form must be valid."""
        return Sheet(values_in(self.data), self.cleaned_data["done_on"], self.cleaned_data["submission"])


def values_in(data: Any) -> dict[str, tuple[str, ...]]:
    """Return what was sent by field, without signs that no database keeps."""
    if not isinstance(data, QueryDict):
        return {}
    fields = ((name, values) for name, values in list(data.lists())[:MOST] if "." in name)
    return {name: tuple(value.replace("\x00", "") for value in values) for name, values in fields}
