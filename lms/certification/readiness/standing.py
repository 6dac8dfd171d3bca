"""Is this volunteer matchable on a day, since when, and why (not): verdicts and decisions together.

Source: a person decides, the rules advise. Becoming matchable takes a confirmation; staying matchable takes
the blocking criteria too. When one lapses, matchable ends; it returns by itself when that is met again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce

from lms.certification.readiness.decisions import Decision, decision_edges, in_order
from lms.certification.readiness.evaluate import outcome
from lms.certification.readiness.facts import Context, Fact, FactBook, book_of
from lms.certification.readiness.history import History, State
from lms.certification.readiness.memory import Memory
from lms.certification.readiness.outcome import Outcome
from lms.certification.readiness.periods import ALWAYS, Span, Spans, intersect, merge
from lms.certification.readiness.rules import Effect, Rule
from lms.certification.readiness.scheme import Scheme
from lms.certification.readiness.verdict import Code, Verdict
from lms.certification.readiness.view import View


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
    return conclude(scheme, View(book_of(facts), context), decisions)


def judged(scheme: Scheme, found: Standing) -> Iterator[tuple[Rule, Verdict]]:
    """Every criterion of `scheme` with its verdict: the shared ones, then those of the life domains."""
    yield from zip(scheme.rules, found.verdicts, strict=True)
    for domain, own in zip(scheme.domains, found.domains, strict=True):
        yield from zip(domain.rules, own.verdicts, strict=True)


def conclude(
    scheme: Scheme, view: View, decisions: Iterable[Decision], memory: Memory | None = None
) -> Standing:
    """As `standing`, for a view on the facts; a `memory` must be of this scheme and context."""
    known, as_of = in_order(decisions), view.as_of
    shared = [outcome(rule, view, memory) for rule in scheme.rules]
    verdicts = tuple([each.verdict for each in shared])
    ready = _nothing_blocks(shared)
    domains: tuple[DomainStanding, ...] = ()
    if scheme.domains:
        domains, days = _domains(scheme, view, memory)
        ready = intersect(ready, days)
    history = History(ready, tuple([each for each in known if each.made_on <= as_of]), as_of)
    since, state_since = history.first_days()
    every = (verdicts, *(domain.verdicts for domain in domains))
    changes = [each.next_change_on for found in every for each in found if each.next_change_on]
    changes += [day for day in decision_edges(known) if day > as_of]
    return Standing(
        state=history.state,
        computed_state=history.computed,
        since=since,
        state_since=state_since,
        until=history.last_day(),
        reason_category=_reason(history, verdicts, domains),
        verdicts=verdicts,
        next_change_on=min(changes) if changes else None,
        decision=_deciding(history),
        domains=domains,
        scope=_scope(history, domains),
    )


def _domains(scheme: Scheme, view: View, memory: Memory | None) -> tuple[tuple[DomainStanding, ...], Spans]:
    """Every domain on the day, and the days on which the own criteria of at least one of them hold."""
    found: list[DomainStanding] = []
    days: list[Span] = []
    for domain in scheme.domains:
        own = [outcome(rule, view, memory) for rule in domain.rules]
        open_days = _nothing_blocks(own)
        days += open_days
        verdicts = tuple(each.verdict for each in own)
        found.append(DomainStanding(domain.id, domain.title, view.holds(open_days), verdicts))
    return tuple(found), merge(days)


def _nothing_blocks(outcomes: Iterable[Outcome]) -> Spans:
    found = [each.passed for each in outcomes if each.verdict.effect is Effect.BLOCK]
    return reduce(intersect, found) if found else ALWAYS


def _reason(
    history: History, verdicts: Sequence[Verdict], domains: Sequence[DomainStanding]
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


def _deciding(history: History) -> Decision | None:
    rulings = history.rulings
    if history.state is State.STOPPED:
        return rulings.withdrawal
    if history.state is State.PAUSED:
        return rulings.pause
    return (rulings.override if history.computed is not State.MATCHABLE else None) or rulings.confirm


def _scope(history: History, domains: Sequence[DomainStanding]) -> tuple[str, ...]:
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
