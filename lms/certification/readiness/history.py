"""Where a volunteer stands on every day, from the days on which nothing blocks and the decisions."""

from datetime import date
from enum import StrEnum

from lms.certification.readiness.decisions import Decision, Rulings, decision_edges, rulings_on
from lms.certification.readiness.periods import ONE_DAY, Spans, edges_of, span_at


class State(StrEnum):
    """Where a volunteer stands; only MATCHABLE can be asked for a resident."""

    IN_PROGRESS = "in_progress"
    READY = "ready"
    MATCHABLE = "matchable"
    PAUSED = "paused"
    STOPPED = "stopped"


RESTING = frozenset({State.PAUSED, State.STOPPED})
"""Nothing is asked of who is in one of these states."""


class History:
    """The state on every day that the present evidence and decisions can tell.

    `ready` are the days on which nothing that blocks is open, and with domains at least one domain holds.
    """

    def __init__(self, ready: Spans, decisions: tuple[Decision, ...], as_of: date) -> None:
        self._ready = ready
        self._decisions = decisions
        self._as_of = as_of
        self._edges = sorted({date.min, *decision_edges(decisions), *edges_of(ready)})
        self.rulings = rulings_on(decisions, as_of)
        self.state = self._state(as_of, self.rulings)
        self.computed = self._computed(as_of, self.rulings)

    def first_days(self) -> tuple[date | None, date | None]:
        """The first day of being matchable or not, as now, and the first day of the present state."""
        since = state_since = None
        is_same = True
        for day in reversed(self._edges):
            if day > self._as_of:
                continue
            state = self._state_on(day)
            if (state is State.MATCHABLE) is not (self.state is State.MATCHABLE):
                return since, state_since
            is_same = is_same and state is self.state
            since = day
            state_since = day if is_same else state_since
        return None, None if is_same else state_since

    def last_day(self) -> date | None:
        for day in self._edges:
            if day > self._as_of and self._state_on(day) is not self.state:
                return day - ONE_DAY
        return None

    def _state_on(self, day: date) -> State:
        return self._state(day, rulings_on(self._decisions, day))

    def _state(self, day: date, rulings: Rulings) -> State:
        if rulings.withdrawal and not rulings.override:
            return State.STOPPED
        if rulings.pause:
            return State.PAUSED
        return State.MATCHABLE if rulings.override else self._computed(day, rulings)

    def _computed(self, day: date, rulings: Rulings) -> State:
        if span_at(self._ready, day) is None:
            return State.IN_PROGRESS
        return State.MATCHABLE if rulings.confirm else State.READY
