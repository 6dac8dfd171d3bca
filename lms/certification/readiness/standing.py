"""Is this volunteer matchable on a day, since when, and why (not): verdicts and decisions together.

Source: a person decides, the rules advise. Becoming matchable takes a confirmation; staying matchable takes
the blocking criteria too. When one lapses, matchable ends; it returns by itself when that is met again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lms.certification.readiness.decisions import (
    Decision,
    Rulings,
    decision_edges,
    in_order,
    rulings_on,
)
from lms.certification.readiness.evaluate import Outcome, outcome
from lms.certification.readiness.facts import Context, Fact, FactBook, book_of
from lms.certification.readiness.periods import ONE_DAY, edges_of, first_after, span_at
from lms.certification.readiness.rules import Effect
from lms.certification.readiness.scheme import Scheme
from lms.certification.readiness.verdict import Code, Verdict


class State(StrEnum):
    """Where a volunteer stands; only MATCHABLE can be asked for a resident."""

    IN_PROGRESS = "in_progress"
    READY = "ready"
    MATCHABLE = "matchable"
    PAUSED = "paused"
    STOPPED = "stopped"


class ReasonCategory(StrEnum):
    """All that the outside learns about why: a category, never a criterion.

    EXPIRED and INCOMPLETE are for someone who was confirmed: something blocking lapsed, or is open.
    """

    NONE = "none"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_CONFIRMATION = "waiting_for_confirmation"
    EXPIRED = "expired"
    INCOMPLETE = "incomplete"
    PAUSED = "paused"
    STOPPED = "stopped"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class DomainStanding:
    """One life domain: whether its own blocking criteria hold, and the verdicts on its own rules."""

    id: str
    title: str
    holds: bool
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing of one volunteer on one day.

    `computed_state` is what the rules and the confirmation alone say (in_progress, ready or matchable),
    without override, pause or withdrawal. `since` is the first day of the present unbroken stretch of being
    matchable or of not being matchable, `state_since` that of the present state; both None when it always was
    so on present evidence. `until` is the last day of the present state on present evidence (None: no known
    end). `verdicts` follow the shared rules of the scheme, `domains` its life domains. `scope` names the
    domains that a matchable person is matchable for; empty means everywhere. `next_change_on` is the first
    day on which anything may differ by time alone. `decision` is the decision that makes the state what it
    is, if one does.
    """

    state: State
    computed_state: State
    since: date | None
    state_since: date | None
    until: date | None
    reason_category: ReasonCategory
    verdicts: tuple[Verdict, ...]
    next_change_on: date | None
    decision: Decision | None
    domains: tuple["DomainStanding", ...] = ()
    scope: tuple[str, ...] = ()

    @property
    def is_matchable(self) -> bool:
        return self.state is State.MATCHABLE


def standing(
    scheme: Scheme, facts: Iterable[Fact] | FactBook, decisions: Iterable[Decision], context: Context
) -> Standing:
    """The standing under `scheme` on the day of `context`; later facts and decisions do not count.

    The past is read under the same scheme and the same facts, so `since` is as far as these can tell.
    """
    book = book_of(facts)
    known = in_order(decisions)
    outcomes = tuple(outcome(rule, book, context) for rule in scheme.rules)
    made = tuple(each for each in known if each.made_on <= context.as_of)
    history = _History(outcomes, made, context.as_of)
    verdicts = tuple(each.verdict for each in outcomes)
    state, rulings = history.state_on(context.as_of), history.rulings_on(context.as_of)
    computed = history.computed_on(context.as_of)
    changes = [*decision_edges(known), *(each.next_change_on for each in verdicts if each.next_change_on)]
    return Standing(
        state=state,
        computed_state=computed,
        since=history.first_day(across_states=True),
        state_since=history.first_day(across_states=False),
        until=history.last_day(),
        reason_category=_reason(state, computed, rulings, verdicts),
        verdicts=verdicts,
        next_change_on=first_after(context.as_of, changes),
        decision=_deciding(state, computed, rulings),
    )


class _History:
    """The state on every day that the present evidence and decisions can tell."""

    def __init__(self, outcomes: tuple[Outcome, ...], decisions: tuple[Decision, ...], as_of: date) -> None:
        self._blocking = [each.passed for each in outcomes if each.verdict.effect is Effect.BLOCK]
        self._decisions = decisions
        self._as_of = as_of
        edges = {date.min, *decision_edges(decisions)}
        edges.update(day for spans in self._blocking for day in edges_of(spans))
        self._edges = sorted(edges)

    def rulings_on(self, day: date) -> Rulings:
        return rulings_on(self._decisions, day)

    def computed_on(self, day: date) -> State:
        return self._computed(day, self.rulings_on(day))

    def state_on(self, day: date) -> State:
        rulings = self.rulings_on(day)
        if rulings.withdrawal and not rulings.override:
            return State.STOPPED
        if rulings.pause:
            return State.PAUSED
        return State.MATCHABLE if rulings.override else self._computed(day, rulings)

    def first_day(self, *, across_states: bool) -> date | None:
        """The first day of the present state, or with `across_states` of being matchable or not."""

        def answer(day: date) -> object:
            state = self.state_on(day)
            return state is State.MATCHABLE if across_states else state

        start, present = None, answer(self._as_of)
        for day in reversed([edge for edge in self._edges if edge <= self._as_of]):
            if answer(day) != present:
                return start
            start = day
        return None

    def last_day(self) -> date | None:
        present = self.state_on(self._as_of)
        for day in self._edges:
            if day > self._as_of and self.state_on(day) is not present:
                return day - ONE_DAY
        return None

    def _computed(self, day: date, rulings: Rulings) -> State:
        if not all(span_at(spans, day) for spans in self._blocking):
            return State.IN_PROGRESS
        return State.MATCHABLE if rulings.confirm else State.READY


def _reason(state: State, computed: State, rulings: Rulings, verdicts: tuple[Verdict, ...]) -> ReasonCategory:
    if state is State.MATCHABLE:
        return ReasonCategory.NONE if computed is State.MATCHABLE else ReasonCategory.EXCEPTION
    if state is State.IN_PROGRESS and rulings.confirm:
        blocking = [each for each in verdicts if each.effect is Effect.BLOCK and not each.passed]
        has_expired = any(each.code is Code.EXPIRED for each in blocking)
        return ReasonCategory.EXPIRED if has_expired else ReasonCategory.INCOMPLETE
    return {
        State.IN_PROGRESS: ReasonCategory.IN_PROGRESS,
        State.READY: ReasonCategory.WAITING_FOR_CONFIRMATION,
        State.PAUSED: ReasonCategory.PAUSED,
        State.STOPPED: ReasonCategory.STOPPED,
    }[state]


def _deciding(state: State, computed: State, rulings: Rulings) -> Decision | None:
    if state is State.STOPPED:
        return rulings.withdrawal
    if state is State.PAUSED:
        return rulings.pause
    return (rulings.override if computed is not State.MATCHABLE else None) or rulings.confirm
