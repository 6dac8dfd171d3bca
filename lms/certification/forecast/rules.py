"""Pure: who is matchable in the coming months, with and without what is planned, and what ends meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lms.certification.readiness import (
    Context,
    Decision,
    Effect,
    Fact,
    FactBook,
    Rule,
    Scheme,
    Standing,
    State,
    evaluate,
    standing,
)
from lms.certification.readiness.facts import book_of

EXCEPTION = "De uitzondering"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known about one person today, under the rules of that person."""

    scheme: Scheme
    facts: Sequence[Fact]
    decisions: Sequence[Decision]
    context: Context


@dataclass(frozen=True, slots=True)
class Threat:
    """A criterion that ends, and that nothing planned renews. `blocks`: being matchable ends with it."""

    title: str
    ends_on: date
    blocks: bool


@dataclass(frozen=True, slots=True)
class PersonForecast:
    """One person on each of the days asked: the state on what is known, and if what is planned happens."""

    known: tuple[State, ...]
    planned: tuple[State, ...]
    threats: tuple[Threat, ...]


def forecast(known: Known, planned: Sequence[Fact], days: Sequence[date]) -> PersonForecast:
    """Look ahead for one person; `planned` are the facts there will be if what is planned happens.

    `days` begin with today. Scheme versions that begin later are left out.
    """
    known_facts, every = book_of(known.facts), book_of([*known.facts, *planned])
    now = [_on(known, known_facts, day) for day in days]
    then = (_on(known, every, day) for day in days)
    return PersonForecast(
        known=tuple(each.state for each in now),
        planned=tuple(each.state for each in then),
        threats=tuple(_threats(now[0], known, every, days[-1])),
    )


def _on(known: Known, facts: FactBook, day: date) -> Standing:
    return standing(known.scheme, facts, known.decisions, replace(known.context, as_of=day))


def _threats(today: Standing, known: Known, every: FactBook, horizon: date) -> Iterator[Threat]:
    """What ends before the horizon for who is matchable, also if what is planned happens; first one first."""
    if today.state is not State.MATCHABLE:
        return
    found = [(rule, _ends_on(rule, every, known.context, horizon)) for rule in _met(known.scheme, today)]
    ends = [(rule.title, rule.effect is Effect.BLOCK, day) for rule, day in found if day is not None]
    if today.computed_state is not State.MATCHABLE and today.until is not None and today.until < horizon:
        ends.append((EXCEPTION, True, today.until))
    for title, blocks, day in sorted(ends, key=lambda each: (each[2], not each[1], each[0])):
        yield Threat(title, day, blocks)


def _ends_on(rule: Rule, facts: FactBook, context: Context, horizon: date) -> date | None:
    """The last day before the horizon on which a criterion is met, if what is planned happens."""
    day, last = context.as_of, None
    while (verdict := evaluate(rule, facts, replace(context, as_of=day))).passed:
        if verdict.until is None or verdict.until >= horizon:
            return None
        last, day = verdict.until, verdict.until + _ONE_DAY
    return last


def _met(scheme: Scheme, today: Standing) -> Iterator[Rule]:
    """The criteria that are met now and that say something when they end; of domains those that hold."""
    pairs = list(zip(scheme.rules, today.verdicts, strict=True))
    for domain, found in zip(scheme.domains, today.domains, strict=True):
        if found.holds:
            pairs += zip(domain.rules, found.verdicts, strict=True)
    for rule, verdict in pairs:
        if verdict.passed and rule.effect is not Effect.INFO:
            yield rule
