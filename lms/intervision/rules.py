"""Pure rules of intervision: sizes of groups, minutes that count, and whose fact changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

Key = TypeVar("Key")

# domain.md §4.1: 5 to 8 people work best; below 4 a register such as VIT no longer counts a meeting.
SMALLEST = 4
LARGEST = 8


class Problem(StrEnum):
    """Why something cannot be written down."""

    NOT_STARTED = "not_started"
    MORE_MINUTES_THAN_TIME = "more_minutes_than_time"
    STRANGER = "stranger"
    RECORD_KNOWN = "record_known"
    NOT_A_FACILITATOR = "not_a_facilitator"


class Refused(Exception):  # noqa: N818  # an answer of a service, not a failure of the program
    """A service did nothing, for this reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Size(StrEnum):
    """How the number of members fits a group."""

    SMALL = "small"
    GOOD = "good"
    LARGE = "large"


@dataclass(frozen=True)
class Record:
    """What is known about a session: the minutes without breaks, and who was there."""

    net_minutes: int
    presence: Mapping[int, bool]

    @property
    def group_size(self) -> int:
        """Return how many members were there."""
        return sum(self.presence.values())


def size_of(members: int) -> Size:
    """Return how a number of members fits; an advice, never a block."""
    if members < SMALLEST:
        return Size.SMALL
    return Size.LARGE if members > LARGEST else Size.GOOD


def length_in_minutes(starts_at: datetime, ends_at: datetime) -> int:
    """Return the whole minutes between a begin and an end."""
    return int((ends_at - starts_at).total_seconds() // 60)


def record_problem(starts_at: datetime, ends_at: datetime, net_minutes: int, now: datetime) -> Problem | None:
    """Return why this record cannot be true, or None: not before the start, no more minutes than time."""
    if starts_at > now:
        return Problem.NOT_STARTED
    if net_minutes > length_in_minutes(starts_at, ends_at):
        return Problem.MORE_MINUTES_THAN_TIME
    return None


def whose_fact_changed(before: Record | None, after: Record) -> set[int]:
    """Return the people for whom the session now says something else.

    A fact holds the own presence, the minutes and the size of the group: when one of the last two changes, it
    changes for everybody who was there.
    """
    if before is None:
        return set(after.presence)
    mine = {person for person, was in after.presence.items() if before.presence.get(person) != was}
    same = (before.net_minutes, before.group_size) == (after.net_minutes, after.group_size)
    return mine if same else mine | {person for person, was in after.presence.items() if was}
