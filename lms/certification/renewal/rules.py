"""Pure: which lessons to do again so that a criterion goes on counting. Only what is asked."""

from collections.abc import Iterable
from datetime import date

from lms.certification.readiness import Code, CompletedItems, Fact, FactKind, Verdict
from lms.certification.readiness.periods import ONE_DAY, span_at
from lms.certification.readiness.validity import lasting


def lessons_again(
    rule: CompletedItems, verdict: Verdict, facts: Iterable[Fact], as_of: date
) -> tuple[str, ...]:
    """The ids of the lessons that a person needs again; those that fell out first come first.

    Empty unless the criterion ends soon or ended: until then nothing is asked, and the first time is the
    ordinary way through the course.
    """
    day = _missing_on(verdict, as_of)
    if day is None:
        return ()
    done = _days(facts, as_of)
    ends: dict[str, date] = {}
    for item in rule.items:
        spans = lasting(done.get(item, ()), rule.validity)
        if span_at(spans, day) is None:
            ends[item] = max((span.end for span in spans if span.end), default=date.max)
    counting = len(rule.items) - len(ends)
    return tuple(sorted(ends, key=lambda item: ends[item])[: max(rule.needed - counting, 0)])


def _missing_on(verdict: Verdict, as_of: date) -> date | None:
    """The day on which the criterion would not be met, on what is there now."""
    if verdict.code is Code.EXPIRING and verdict.until is not None:
        return verdict.until + ONE_DAY
    return as_of if verdict.code is Code.EXPIRED else None


def _days(facts: Iterable[Fact], as_of: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for fact in facts:
        if fact.kind is FactKind.ITEM_COMPLETED and fact.state and fact.happened_on <= as_of:
            found.setdefault(fact.key, []).append(fact.happened_on)
    return found
