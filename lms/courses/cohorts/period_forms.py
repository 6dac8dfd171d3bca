"""Parse a day with a begin and an end, as people type it."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.courses.cohorts.rules import Problem, period_problem

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)
TIMES = ["%H:%M", "%H.%M", "%H:%M:%S"]
PERIOD_WORDS: dict[Problem, Any] = {
    Problem.ENDS_BEFORE_START: _("Kies een eindtijd die later is dan de begintijd."),
    Problem.TOO_LONG: _("Dit duurt langer dan 12 uur. Kijk de tijden na."),
}


class DayField(forms.DateField):
    """A day between 2000 and 2099, with the browser's own calendar."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {
        "required": _("Vul een datum in."),
        "invalid": _("Vul een datum in, zoals 24-11-2026."),
    }

    def clean(self, value: Any) -> date | None:
        """Return the day; refuse one that is surely a slip of the pen."""
        day: date | None = super().clean(value)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(_("Kijk het jaar na. Dit jaar kan niet."), code="year")
        return day


class ClockField(forms.TimeField):
    """A time of the day, also as people write it: 10.00."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {
        "required": _("Vul een tijd in."),
        "invalid": _("Vul een tijd in, zoals 10:00."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=TIMES, **options)


class PeriodForm(forms.Form):
    """A day with a begin and an end; gives `starts_at` and `ends_at` in `cleaned_data`."""

    held_on = DayField(label=_("Datum"))
    begins = ClockField(label=_("Begint om"))
    ends = ClockField(label=_("Eindigt om"))

    @staticmethod
    def initial_of(starts_at: datetime, ends_at: datetime) -> dict[str, Any]:
        """Return the initial values for a period that is already there."""
        begin, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
        return {"held_on": begin.date(), "begins": begin.time(), "ends": end.time()}

    def clean(self) -> dict[str, Any]:
        """Make two moments of the day and its times, and check their order."""
        cleaned = super().clean() or self.cleaned_data
        starts_at, ends_at = self._moment("begins"), self._moment("ends")
        if starts_at is None or ends_at is None:
            return cleaned
        if problem := period_problem(starts_at, ends_at):
            self.add_error("ends", PERIOD_WORDS[problem])
        return cleaned | {"starts_at": starts_at, "ends_at": ends_at}

    def _moment(self, name: str) -> datetime | None:
        day: date | None = self.cleaned_data.get("held_on")
        clock: time | None = self.cleaned_data.get(name)
        if day is None or clock is None:
            return None
        try:
            moment: datetime | None = from_current_timezone(datetime.combine(day, clock))
        except forms.ValidationError:  # the hour that summer time skips or repeats
            self.add_error(name, _("Deze tijd bestaat niet op deze dag. Kies een andere tijd."))
            return None
        return moment
