"""What lets a criterion pass besides evidence: what was handed in on time, an extension (doc 0009 §5, §6)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lms.certification.readiness.facts import Fact, FactKind
from lms.certification.readiness.periods import NEVER, Span, Spans, merge, span_at
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.view import View


class Grace(NamedTuple):
    """Days that pass by an extension or by protection; and since when something waits to be assessed.

    `protects` says that what waits now keeps the criterion met.
    """

    extended: Spans = NEVER
    protected: Spans = NEVER
    waiting_since: date | None = None
    protects: bool = False


NO_GRACE = Grace()


def grace_of(rule: Rule, view: View, met: Spans) -> Grace:
    """The grace for a rule that evidence meets on the days of `met`.

    Only what was handed in while the rule was met, or extended, is protected: from that day up to and
    including the day of the assessment. Protection itself gives no protection.
    """
    if not view.graced:
        return NO_GRACE
    extended = merge(
        Span(fact.happened_on, None if fact.until == date.max else fact.until)
        for fact in view.happened(FactKind.EXTENDED, rule.id)
        if fact.until >= fact.happened_on
    )
    handed_in = view.happened(FactKind.HANDED_IN, rule.id)
    if not handed_in:
        return Grace(extended)
    in_time = merge((*met, *extended))
    assessed = view.facts(FactKind.ASSESSED, rule.id)
    protected: list[Span] = []
    waiting: list[tuple[date, bool]] = []
    for fact in handed_in:
        last = _assessed_on(fact, assessed)
        is_in_time = span_at(in_time, fact.happened_on) is not None
        if is_in_time:
            protected.append(Span(fact.happened_on, last))
        if last is None:
            waiting.append((fact.happened_on, is_in_time))
    return Grace(
        extended,
        merge(protected),
        waiting_since=waiting[0][0] if waiting else None,
        protects=any(is_in_time for _, is_in_time in waiting),
    )


def _assessed_on(handed_in: Fact, assessed: Iterable[Fact]) -> date | None:
    """The day on which this was assessed, yes or not yet; None while it waits."""
    days = (each.happened_on for each in assessed if each.ref == handed_in.ref)
    return min((day for day in days if day >= handed_in.happened_on), default=None)
