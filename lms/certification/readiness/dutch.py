"""Days, amounts and lists in plain Dutch; content, not interface, so it does not pass through gettext."""

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dutch_date(day: date) -> str:
    """A day in words, for example "3 november 2026"."""
    return f"{dutch_day(day.day, day.month)} {day.year}"


def dutch_day(day: int, month: int) -> str:
    """A day that comes every year, for example "1 maart"."""
    return f"{day} {MONTHS[month - 1]}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: "1 les", "3 lessen"."""
    return f"{number} {one if number == 1 else many}"


def duration(minutes: int) -> str:
    """Minutes in words: hours where that is easier to read ("4 uur", "75 minuten", "2 uur en 15 minuten")."""
    hours, rest = divmod(minutes, 60)
    if minutes < 120 and rest:
        return counted(minutes, "minuut", "minuten")
    return f"{hours} uur" + (f" en {counted(rest, 'minuut', 'minuten')}" if rest else "")


def listed(names: Sequence[str]) -> str:
    """Names in a row: "Wmo en jeugd", "Wmo, jeugd, werk en inkomen".

    The last "en" is left out when a name has one itself: else nobody sees where a name ends.
    """
    *first, last = names
    if not first:
        return last
    if any(" en " in name for name in names):
        return ", ".join(names)
    return f"{', '.join(first)} en {last}"
