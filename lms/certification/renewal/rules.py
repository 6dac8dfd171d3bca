"""Pure: which lessons to do again so that a criterion goes on counting. Only what is asked."""

from collections.abc import Iterable
from datetime import date

from lms.certification.readiness import Code, CompletedItems, Fact, FactKind, Verdict
from lms.certification.readiness.periods import ONE_DAY, span_at
from lms.certification.readiness.validity import lasting


def lessons_again(
    rule: CompletedItems, verdict: Verdict, facts: Iterable[Fact], as_of: date
) -> tuple[str, ...]:
    """The ids of the lessons that a person did and needs again; those that fell out first come first.

    Empty while the criterion counts and does not end soon. A lesson that was never done is not among them:
    for that there is the ordinary way through the course.
    """
    day = _missing_on(verdict, as_of)
    if day is None:
        return ()
    done = _days(facts, as_of)
    spans = {item: lasting(done[item], rule.validity) for item in rule.items if item in done}
    counting = [item for item in spans if span_at(spans[item], day) is not None]
    ended = sorted(set(spans) - set(counting), key=lambda item: (spans[item][-1].end or date.max, item))
    return tuple(ended[: max(rule.needed - len(counting), 0)])


def _missing_on(verdict: Verdict, as_of: date) -> date | None:
    """The day on which the criterion would not be met, on what is there now; None when that is not near."""
    if verdict.code is Code.EXPIRING and verdict.until is not None:
        return verdict.until + ONE_DAY
    return None if verdict.passed else as_of


def _days(facts: Iterable[Fact], as_of: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for fact in facts:
        if fact.kind is FactKind.ITEM_COMPLETED and fact.state and fact.happened_on <= as_of:
            found.setdefault(fact.key, []).append(fact.happened_on)
    return found
