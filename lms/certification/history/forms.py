"""Input of a question about a past day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.courses.public import DayField


class DayForm(forms.Form):
    """Which day?"""

    dag = DayField(label=_("Welke dag wil je zien?"), help_text=_("Vandaag, of een dag die al geweest is."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_dag(self) -> date:
        """Refuse a day that is still to come: for that there is the page with what-if."""
        day: date = self.cleaned_data["dag"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies een dag die al geweest is."))
        return day
