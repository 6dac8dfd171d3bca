"""Rules that count: lessons, meetings, points of a talk, sessions of intervision (doc 0009 §1 and §4).

Parts are counted back from the newest: each part counts by itself, and the rule is met as long as enough
different parts count on the same day.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from lms.certification.readiness.facts import Fact, FactKind
from lms.certification.readiness.periods import (
    NEVER,
    ONE_DAY,
    Piece,
    Span,
    enough,
    from_day,
    merge,
    months_later,
)
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ConversationHeld,
    IntervisionHeld,
    Rule,
)
from lms.certification.readiness.validity import lasting
from lms.certification.readiness.view import Measure, View, days_of, with_other_way


def completed_items(rule: CompletedItems, view: View) -> Measure:
    counted = view.counted
    done = [counted[source] for source in rule.asked if source in counted]
    return _parts(
        rule, view, [[fact.happened_on for fact in facts if fact.state] for facts in done], rule.needed
    )


def attended(rule: Attended, view: View) -> Measure:
    meetings: dict[str, list[date]] = {}
    for fact in view.happened(FactKind.ATTENDED, rule.series):
        meetings.setdefault(_identity(fact), []).append(fact.happened_on)
    return _parts(rule, view, meetings.values(), rule.minimum)


def conversation(rule: ConversationHeld, view: View) -> Measure:
    held = view.happened(FactKind.CONVERSATION_HELD, rule.what)
    if not rule.points:
        return _parts(rule, view, [days_of(held)], 1)
    # A talk without a point named was about all of them.
    talked = [days_of(fact for fact in held if fact.ref in ("", point)) for point in rule.points]
    return _parts(rule, view, talked, len(rule.points))


def intervision(rule: IntervisionHeld, view: View) -> Measure:
    # The size of the group must be allowed for a session to count at all.
    held = view.happened(FactKind.INTERVISION)
    facts = [fact for fact in held if rule.group_min <= fact.group_size <= rule.group_max]
    pieces = _sessions(facts, rule.window_months)
    earned = enough(pieces, rule.minimum_sessions, rule.minimum_net_minutes)
    other = [Span(day, months_later(day, rule.window_months)) for day in days_of(view.alternatives(rule))]
    now = [piece for piece in pieces if piece.start <= view.as_of <= piece.end]
    return Measure(
        earned,
        merge((*earned, *other)) if other else earned,
        have=len(now),
        need=rule.minimum_sessions,
        have_minutes=sum(piece.minutes for piece in now),
        need_minutes=rule.minimum_net_minutes,
        changes_on=_next_edge(pieces, view.as_of),
        warn_days=rule.warn_days,
    )


def _sessions(facts: list[Fact], months: int) -> list[Piece]:
    """When the sessions count, each with its minutes."""
    by_name: dict[str, list[Fact]] = {}
    for fact in facts:
        by_name.setdefault(_identity(fact), []).append(fact)
    if len(by_name) == len(facts):
        return _pieces(facts, months)
    return [piece for same in by_name.values() for piece in _longest(_pieces(same, months))]


def _pieces(facts: list[Fact], months: int) -> list[Piece]:
    return [Piece(fact.happened_on, months_later(fact.happened_on, months), fact.number) for fact in facts]


def _longest(whole: list[Piece]) -> list[Piece]:
    """A session that was written down more than once counts once, with its longest time on each day."""
    after = [piece.end + ONE_DAY for piece in whole if piece.end < date.max]
    edges = sorted({*after, *(piece.start for piece in whole)})
    lasts = [*(day - ONE_DAY for day in edges[1:]), date.max]
    found = []
    for start, last in zip(edges, lasts, strict=True):
        minutes = [piece.minutes for piece in whole if piece.start <= start <= piece.end]
        if minutes:
            found.append(Piece(start, last, max(minutes)))
    return found


def _parts(rule: Rule, view: View, parts: Iterable[list[date]], need: int) -> Measure:
    """A rule that asks `need` different parts; `parts` are the days on which each was done, in order."""
    if rule.validity is None:
        first = sorted([days[0] for days in parts if days])
        earned = from_day(first[need - 1]) if len(first) >= need else NEVER
        return Measure(earned, with_other_way(rule, view, earned), have=len(first), need=need)
    spans = [lasting(days, rule.validity) for days in parts]
    pieces = [Piece(span.start, span.end or date.max) for each in spans for span in each]
    earned = enough(pieces, need)
    return Measure(
        earned,
        with_other_way(rule, view, earned),
        have=sum(1 for each in spans if view.holds(each)),
        need=need,
        changes_on=_next_edge(pieces, view.as_of),
        warn_days=rule.validity.warn_days,
    )


def _next_edge(pieces: Sequence[Piece], day: date) -> date | None:
    """The first day after `day` on which a piece begins, or does not count any more."""
    begins = [piece.start for piece in pieces if piece.start > day]
    ends = [piece.end for piece in pieces if piece.start <= day <= piece.end < date.max]
    return min((*begins, min(ends) + ONE_DAY) if ends else begins, default=None)


def _identity(fact: Fact) -> str:
    return fact.ref or fact.happened_on.isoformat()
