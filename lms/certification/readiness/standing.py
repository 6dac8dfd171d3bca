"""Is this volunteer matchable on a day, since when, and why (not): verdicts and decisions together.

Source: a person decides, the rules advise. Becoming matchable takes a confirmation; staying matchable takes
the blocking criteria too. When one lapses, matchable ends; it returns by itself when that is met again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce

from lms.certification.readiness.decisions import Decision, Rulings, decision_edges, in_order, rulings_on
from lms.certification.readiness.evaluate import outcome
from lms.certification.readiness.facts import Context, Fact, FactBook, book_of
from lms.certification.readiness.outcome import Outcome
from lms.certification.readiness.periods import (
    ALWAYS,
    ONE_DAY,
    Spans,
    edges_of,
    first_after,
    intersect,
    merge,
    span_at,
)
from lms.certification.readiness.rules import Effect
from lms.certification.readiness.scheme import Scheme
from lms.certification.readiness.verdict import Code, Verdict
from lms.certification.readiness.view import View


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
    view, known, as_of = View(book_of(facts), context), in_order(decisions), context.as_of
    shared = [outcome(rule, view) for rule in scheme.rules]
    own = [[outcome(rule, view) for rule in domain.rules] for domain in scheme.domains]
    open_days = [_nothing_blocks(found) for found in own]
    ready = _nothing_blocks(shared)
    if scheme.domains:
        ready = intersect(ready, merge(span for spans in open_days for span in spans))
    history = _History(ready, tuple(each for each in known if each.made_on <= as_of), as_of)
    domains = tuple(
        DomainStanding(each.id, each.title, span_at(spans, as_of) is not None, _verdicts(found))
        for each, spans, found in zip(scheme.domains, open_days, own, strict=True)
    )
    verdicts = _verdicts(shared)
    every = (*verdicts, *(verdict for domain in domains for verdict in domain.verdicts))
    changes = [each.next_change_on for each in every if each.next_change_on]
    return Standing(
        state=history.state,
        computed_state=history.computed,
        since=history.first_day(across_states=True),
        state_since=history.first_day(across_states=False),
        until=history.last_day(),
        reason_category=_reason(history, verdicts, domains),
        verdicts=verdicts,
        next_change_on=first_after(as_of, (*decision_edges(known), *changes)),
        decision=_deciding(history),
        domains=domains,
        scope=_scope(history, domains),
    )


class _History:
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

    def first_day(self, *, across_states: bool) -> date | None:
        """The first day of the present state, or with `across_states` of being matchable or not."""

        def differs(state: State) -> bool:
            if across_states:
                return (state is State.MATCHABLE) is not (self.state is State.MATCHABLE)
            return state is not self.state

        start = None
        for day in reversed(self._edges):
            if day <= self._as_of:
                if differs(self._state_on(day)):
                    return start
                start = day
        return None

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


def _nothing_blocks(outcomes: Iterable[Outcome]) -> Spans:
    return reduce(
        intersect, (each.passed for each in outcomes if each.verdict.effect is Effect.BLOCK), ALWAYS
    )


def _verdicts(outcomes: Iterable[Outcome]) -> tuple[Verdict, ...]:
    return tuple(each.verdict for each in outcomes)


def _reason(
    history: _History, verdicts: Sequence[Verdict], domains: Sequence[DomainStanding]
) -> ReasonCategory:
    state = history.state
    if state is State.MATCHABLE:
        return ReasonCategory.NONE if history.computed is State.MATCHABLE else ReasonCategory.EXCEPTION
    if state is State.IN_PROGRESS and history.rulings.confirm:
        # Criteria of domains stand in the way only when no domain holds.
        is_held = any(domain.holds for domain in domains)
        own = () if is_held else (each for domain in domains for each in domain.verdicts)
        unmet = (each for each in (*verdicts, *own) if each.effect is Effect.BLOCK and not each.passed)
        has_expired = any(each.code is Code.EXPIRED for each in unmet)
        return ReasonCategory.EXPIRED if has_expired else ReasonCategory.INCOMPLETE
    return _REASONS[state]


_REASONS = {
    State.IN_PROGRESS: ReasonCategory.IN_PROGRESS,
    State.READY: ReasonCategory.WAITING_FOR_CONFIRMATION,
    State.PAUSED: ReasonCategory.PAUSED,
    State.STOPPED: ReasonCategory.STOPPED,
}


def _deciding(history: _History) -> Decision | None:
    rulings = history.rulings
    if history.state is State.STOPPED:
        return rulings.withdrawal
    if history.state is State.PAUSED:
        return rulings.pause
    return (rulings.override if history.computed is not State.MATCHABLE else None) or rulings.confirm


def _scope(history: _History, domains: Sequence[DomainStanding]) -> tuple[str, ...]:
    """What the rules and the exception give together, in the order of the scheme.

    A domain that an exception names stays named when the scheme does not know it: an exception for one
    domain never becomes one for all.
    """
    if history.state is not State.MATCHABLE:
        return ()
    by_rules = history.computed is State.MATCHABLE
    override = history.rulings.override
    if by_rules and not domains:
        return ()
    every = [domain.id for domain in domains]
    found = {domain.id for domain in domains if by_rules and domain.holds}
    if override is not None:
        found.update(override.domains or every)
    return (*(each for each in every if each in found), *sorted(found.difference(every)))
