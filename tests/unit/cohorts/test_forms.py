"""A day with a begin and an end, as people type it."""

from datetime import UTC, datetime

import pytest

from lms.courses.cohorts.forms import MeetingRowForm
from lms.courses.cohorts.period_forms import PeriodForm


def period(held_on: str, begins: str = "10:00", ends: str = "12:30") -> PeriodForm:
    return PeriodForm({"held_on": held_on, "begins": begins, "ends": ends})


@pytest.mark.parametrize("day", ["2026-11-24", "24-11-2026", "24/11/2026"])
@pytest.mark.parametrize("begins", ["10:00", "10.00"])
def test_it_reads_a_moment_in_almere(day, begins):
    form = period(day, begins)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["starts_at"] == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert form.cleaned_data["ends_at"] == datetime(2026, 11, 24, 11, 30, tzinfo=UTC)


def test_it_gives_back_what_it_read():
    form = period("2026-07-01", "09:15")
    assert form.is_valid()
    again = PeriodForm.initial_of(form.cleaned_data["starts_at"], form.cleaned_data["ends_at"])
    assert PeriodForm(again).is_valid()
    assert str(again["held_on"]) == "2026-07-01"
    assert str(again["begins"]) == "09:15:00"


def test_it_refuses_an_end_before_the_start():
    form = period("2026-11-24", "10:00", "09:00")
    assert form.errors == {"ends": ["Kies een eindtijd die later is dan de begintijd."]}


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])
def test_it_refuses_a_year_that_is_a_slip(day):
    assert period(day).errors == {"held_on": ["Kijk het jaar na. Dit jaar kan niet."]}


@pytest.mark.parametrize(("day", "clock"), [("2026-03-29", "02:30"), ("2026-10-25", "02:30")])
def test_it_refuses_the_hour_of_the_clock_change(day, clock):
    assert "Deze tijd bestaat niet" in period(day, clock, "10:00").errors["begins"][0]


@pytest.mark.parametrize("value", ["", "morgen", "2026-13-40", "\x00", "<svg onload=alert(1)>"])
def test_it_asks_again_for_a_day_it_cannot_read(value):
    assert list(period(value).errors) == ["held_on"]


@pytest.mark.parametrize("number", ["0", "100", "-1", "1.5", "９９９", "9" * 400])
def test_it_refuses_a_number_that_is_none(number):
    form = MeetingRowForm({"number": number})
    assert "number" in form.errors
