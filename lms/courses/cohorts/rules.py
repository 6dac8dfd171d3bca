"""Pure rules of group training: what may be written down, and what changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

LONGEST_DAY_PART = timedelta(hours=12)


class Problem(StrEnum):
    """Why something cannot be written down."""

    ENDS_BEFORE_START = "ends_before_start"
    TOO_LONG = "too_long"
    NUMBER_TAKEN = "number_taken"
    NOT_STARTED = "not_started"
    STRANGER = "stranger"
    ATTENDANCE_KNOWN = "attendance_known"
    SERIES_FIXED = "series_fixed"


class Refused(Exception):  # noqa: N818  # an answer of a service, not a failure of the program
    """A service did nothing, for this reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def period_problem(starts_at: datetime, ends_at: datetime) -> Problem | None:
    """Return what is wrong with a begin and an end, or None when they fit."""
    if ends_at <= starts_at:
        return Problem.ENDS_BEFORE_START
    return Problem.TOO_LONG if ends_at - starts_at > LONGEST_DAY_PART else None


def has_started(starts_at: datetime, now: datetime) -> bool:
    """Say whether something may already be confirmed: nobody was present at what is still to come."""
    return starts_at <= now


def changes(known: Mapping[Key, Value], given: Mapping[Key, Value]) -> dict[Key, Value]:
    """Return what is new or different in `given`; the same twice is no change."""
    return {key: value for key, value in given.items() if known.get(key) != value}


def next_numbers(taken: Iterable[int], count: int) -> list[int]:
    """Return the numbers after the highest one that is taken, or from 1."""
    last = max(taken, default=0)
    return list(range(last + 1, last + 1 + count))


def doubles(numbers: Iterable[int]) -> set[int]:
    """Return the numbers that stand there more than once."""
    counts = Counter(numbers)
    return {number for number, count in counts.items() if count > 1}
