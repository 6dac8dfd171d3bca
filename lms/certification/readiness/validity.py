"""How long evidence counts, and from when a new period counts (docs/decisions/0009 §1 and §2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from lms.certification.readiness.dutch import counted
from lms.certification.readiness.periods import Span, Spans, merge, months_later

MOST_MONTHS = 1200
MOST_DAYS = 36525
MOST_YEARS = 100
LONGEST_WINDOW = 731
SHORTEST_MONTH, SHORTEST_YEAR = 28, 365


class Unit(StrEnum):
    """In what the length of a validity is counted."""

    DAYS = "days"
    MONTHS = "months"
    YEAR_END = "year_end"


class RenewFrom(StrEnum):
    """From when a new period counts."""

    COMPLETION = "completion"
    EXPIRY = "expiry"
    FIXED = "fixed"


class ValidityError(ValueError):
    """A validity that cannot be meant; `field` is what is wrong, the message is a plain Dutch sentence."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


_LONGEST = {Unit.DAYS: MOST_DAYS, Unit.MONTHS: MOST_MONTHS, Unit.YEAR_END: MOST_YEARS}


@dataclass(frozen=True, kw_only=True)
class Validity:
    """How long evidence counts. `length` is in `unit`; windows are in days.

    `window_days` is the renewal window for EXPIRY and FIXED; `warn_days` the warning before the last day;
    `fixed_month` and `fixed_day` only say something for FIXED. Raises ValidityError for what cannot be meant.
    """

    length: int
    unit: Unit
    renew_from: RenewFrom = RenewFrom.COMPLETION
    window_days: int = 0
    warn_days: int = 0
    fixed_month: int = 0
    fixed_day: int = 0

    def __post_init__(self) -> None:
        shortest = 0 if self.unit is Unit.YEAR_END else 1
        _require(shortest <= self.length <= _LONGEST[self.unit], "length", "Kies een geldige lengte.")
        _require(0 <= self.window_days <= LONGEST_WINDOW, "window_days", "Kies 0 tot en met 731 dagen.")
        _require(0 <= self.warn_days <= LONGEST_WINDOW, "warn_days", "Kies 0 tot en met 731 dagen.")
        if self.renew_from is RenewFrom.EXPIRY:
            most = most_window(self.length, self.unit)
            days = counted(most, "dag", "dagen")
            _require(
                self.window_days <= most,
                "window_days",
                f"Verlengen mag hier ten hoogste {days} voor het einde.",
            )
        is_fixed = self.renew_from is RenewFrom.FIXED
        if not is_fixed:
            _require(
                self.fixed_month == 0 and self.fixed_day == 0,
                "renew_from",
                "Een vaste datum hoort hier niet bij.",
            )
            return
        _require(_is_day_of_year(self.fixed_month, self.fixed_day), "fixed_day", "Kies een dag die bestaat.")
        whole_years = self.unit is Unit.MONTHS and self.length % 12 == 0
        _require(whole_years, "length", "Met een vaste datum kies je hele jaren: 12, 24 of 36 maanden.")


def most_window(length: int, unit: Unit) -> int:
    """The longest renewal window for EXPIRY: shorter than every period, so that periods never pile up."""
    if unit is Unit.DAYS:
        return length - 1
    if unit is Unit.MONTHS:
        return SHORTEST_MONTH * length - 1
    return SHORTEST_YEAR * max(length, 1) - 1


def end_of(day: date, validity: Validity) -> date:
    """The last day that evidence of `day` counts, when it starts afresh; never beyond Python's last day."""
    if validity.renew_from is RenewFrom.FIXED:
        return _fixed_end(day, validity)
    if validity.unit is Unit.DAYS:
        return day + timedelta(days=min(validity.length, (date.max - day).days))
    if validity.unit is Unit.MONTHS:
        return months_later(day, validity.length)
    return date(min(day.year + validity.length, MAXYEAR), 12, 31)


def lasting(days: Iterable[date], validity: Validity | None) -> Spans:
    """The spans on which evidence of these days counts; without a validity it counts for good."""
    if validity is None:
        first = min(days, default=None)
        return () if first is None else (Span(first, None),)
    return lasting_up_to(((day, date.max) for day in days), validity)


def lasting_up_to(evidence: Iterable[tuple[date, date]], validity: Validity | None) -> Spans:
    """As `lasting`, for evidence that has a last day of its own besides (date.max: it has none).

    Evidence that comes after its own last day does not count at all.
    """
    limits: dict[date, date] = {}
    for day, limit in evidence:
        if day <= limit:
            limits[day] = max(limit, limits.get(day, limit))
    if validity is None:
        return merge(Span(day, None if limit == date.max else limit) for day, limit in limits.items())
    if validity.renew_from is RenewFrom.EXPIRY:
        return merge(_continued(limits, validity))
    return merge(Span(day, min(end_of(day, validity), limit)) for day, limit in limits.items())


def _continued(limits: Mapping[date, date], validity: Validity) -> Iterable[Span]:
    """Every period that can be read in the evidence: afresh, or on from a period that it is in time for."""
    window = timedelta(days=validity.window_days)
    ends: set[date] = set()
    for day in sorted(limits):
        in_time = [end for end in ends if day <= end and end - day <= window]
        new = {min(end_of(each, validity), limits[day]) for each in (day, *in_time)}
        yield Span(day, max(new))
        ends = {end for end in ends if end >= day} | new


def _fixed_end(day: date, validity: Validity) -> date:
    after = day + timedelta(days=min(validity.window_days, (date.max - day).days))
    years = validity.length // 12
    first = after.year if _on(after.year, validity) > after else after.year + 1
    return _on(min(first + years - 1, MAXYEAR), validity)


def _on(year: int, validity: Validity) -> date:
    if (validity.fixed_month, validity.fixed_day) == (2, 29):
        return date(year, 2, 29) if _is_day(year, 2, 29) else date(year, 2, 28)
    return date(min(year, MAXYEAR), validity.fixed_month, validity.fixed_day)


def _is_day_of_year(month: int, day: int) -> bool:
    return _is_day(2028, month, day)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _require(holds: bool, field: str, message: str) -> None:
    if not holds:
        raise ValidityError(field, message)
