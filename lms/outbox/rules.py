"""Pure rules of waiting: how long after a failure, and when a scheduled job is due again."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

LONGEST_WAIT = timedelta(hours=6)
MESSAGE_TRIES = 8
TASK_TRIES = 5


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many failures: 10 s, doubled each time, at most 6 hours."""
    doublings = min(max(attempts - 1, 0), 12)
    return min(timedelta(seconds=10 * 2**doublings), LONGEST_WAIT)


@dataclass(frozen=True)
class Rhythm:
    """How often a job runs: every so long, or each day at a wall-clock time. Exactly one of the two.

    Raises ValueError for both, for neither, and for a pause of no time at all.
    """

    every: timedelta | None = None
    daily_at: time | None = None

    def __post_init__(self) -> None:
        if (self.every is None) == (self.daily_at is None):
            raise ValueError("give either `every` or `daily_at`")
        if self.every is not None and self.every <= timedelta():
            raise ValueError("`every` must be longer than nothing")


def first_run(rhythm: Rhythm, now: datetime, zone: tzinfo) -> datetime:
    """Return when a job that never ran is due: at once, or at its next time of day."""
    return now if rhythm.daily_at is None else next_run(rhythm, now, zone)


def next_run(rhythm: Rhythm, after: datetime, zone: tzinfo) -> datetime:
    """Return the first moment later than `after`; runs that were missed meanwhile are not made up for.

    A wall-clock time that a change to summer time skips counts as one hour later; one that comes twice in
    autumn counts the first time.
    """
    if rhythm.every is not None:
        return after + rhythm.every
    assert rhythm.daily_at is not None
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        moment = datetime.combine(day, rhythm.daily_at, zone).astimezone(UTC)
        if moment > after:
            return moment
        day += timedelta(days=1)
