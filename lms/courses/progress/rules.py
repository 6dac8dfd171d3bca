"""Pure rules of progress: what a lesson, a module and a course are called on the way."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """How far something is. The order of a course is advice: nothing is ever closed."""

    NOT_STARTED = "not_started"
    BUSY = "busy"
    DONE = "done"


def lesson_status(started_at: datetime | None, completed_at: datetime | None) -> Status:
    """Return the status of one lesson from its two moments."""
    if completed_at is not None:
        return Status.DONE
    return Status.BUSY if started_at is not None else Status.NOT_STARTED


def whole_status(parts: Iterable[Status]) -> Status:
    """Return the status of a whole: done when every part is, not started when none is (or there is none)."""
    kinds = set(parts)
    if kinds == {Status.DONE}:
        return Status.DONE
    return Status.NOT_STARTED if kinds <= {Status.NOT_STARTED} else Status.BUSY
