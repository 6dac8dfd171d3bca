"""What would be: the same engine, asked with evidence that is not there yet."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lms.certification.readiness.decisions import Decision
from lms.certification.readiness.facts import Context, Fact, book_of
from lms.certification.readiness.history import State
from lms.certification.readiness.scheme import Scheme
from lms.certification.readiness.standing import Standing, standing
from lms.certification.readiness.verdict import Verdict


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The standing without and with the extra evidence, both on one day.

    `changed` are the ids of the rules, parts of groups too, of which the verdict differs; parents come before
    children, shared rules before those of domains.
    """

    before: Standing
    after: Standing
    changed: tuple[str, ...]


def what_if(
    scheme: Scheme,
    facts: Iterable[Fact],
    decisions: Iterable[Decision],
    context: Context,
    extra: Iterable[Fact],
    on: date,
) -> WhatIf:
    """What `extra` evidence would make of a person on day `on`, everything else equal."""
    known, made = list(facts), list(decisions)
    asked = replace(context, as_of=on)
    before = standing(scheme, known, made, asked)
    after = standing(scheme, [*known, *extra], made, asked)
    pairs = zip(_every_verdict(before), _every_verdict(after), strict=True)
    changed = tuple(new.rule_id for old, new in pairs if _shown(old) != _shown(new))
    return WhatIf(before, after, changed)


def ready_from(
    scheme: Scheme,
    facts: Iterable[Fact],
    decisions: Iterable[Decision],
    context: Context,
    extra: Iterable[Fact] = (),
) -> date | None:
    """The first day, from the day of `context`, on which nothing blocking is open; None when there is none.

    Evidence that lies ahead, in `facts` or `extra`, counts from its own day.
    """
    book, made = book_of([*facts, *extra]), list(decisions)
    day: date | None = context.as_of
    while day is not None:
        found = standing(scheme, book, made, replace(context, as_of=day))
        if found.computed_state is not State.IN_PROGRESS:
            return day
        day = found.next_change_on
    return None


def _every_verdict(found: Standing) -> list[Verdict]:
    top = [*found.verdicts, *(each for domain in found.domains for each in domain.verdicts)]
    return [each for verdict in top for each in _tree(verdict)]


def _tree(verdict: Verdict) -> list[Verdict]:
    return [verdict, *(each for child in verdict.children for each in _tree(child))]


def _shown(verdict: Verdict) -> Verdict:
    """A verdict without what says nothing about the day itself; its children are compared by themselves."""
    return replace(verdict, next_change_on=None, children=())
