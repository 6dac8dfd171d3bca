"""Rules that follow the newest fact: declared roles, consent, a contact person, what is new in lessons."""

from datetime import date

from lms.certification.readiness.facts import Fact, FactKind, by_moment
from lms.certification.readiness.periods import (
    ALWAYS,
    NEVER,
    ONE_DAY,
    Span,
    Spans,
    from_day,
    intersect,
    merge,
    outside,
    switched,
)
from lms.certification.readiness.rules import (
    ContactLinked,
    ContentRefreshed,
    GuardianConsent,
    RolesDeclared,
    Rule,
)
from lms.certification.readiness.validity import lasting
from lms.certification.readiness.view import Measure, View, days_of, warn_days_of

Events = list[tuple[date, bool]]


def roles(rule: RolesDeclared, view: View) -> Measure:
    declared = view.happened(FactKind.ROLES_DECLARED)
    seen = view.happened(FactKind.ROLES_SEEN) if rule.must_be_seen else []
    other = view.alternatives(rule)
    without = _roles_events(rule, declared, seen)
    events = _roles_events(rule, declared, [*seen, *other]) if other else without
    total = _in_time(rule, events)
    is_met, is_on = view.holds(total), view.holds(switched(events))
    return Measure(
        _in_time(rule, without) if other else total,
        total,
        have=int(is_met),
        need=1,
        warn_days=warn_days_of(rule),
        can_expire=is_on,
        waiting_since=_open_since(events) if rule.must_be_seen and not is_on else None,
    )


def consent(rule: GuardianConsent, view: View) -> Measure:
    # The date of turning sixteen is known ahead, so it is read from all facts.
    birthdays = [fact.happened_on for fact in view.book.known((FactKind.TURNS_SIXTEEN, "")) if fact.state]
    idle = from_day(max(birthdays)) if birthdays else ALWAYS
    return _newest_wins(rule, view, FactKind.GUARDIAN_CONSENT, idle)


def contact(rule: ContactLinked, view: View) -> Measure:
    return _newest_wins(rule, view, FactKind.CONTACT_LINKED, NEVER)


def refreshed(rule: ContentRefreshed, view: View) -> Measure:
    # What is asked begins on its own day, and ends on the day that this change of this lesson was read. What
    # names no change is about everything of that lesson by then; the other route about everything. Before
    # anything was asked the rule does not apply.
    other = days_of(view.alternatives(rule))
    asked = [(item, fact) for item in rule.items for fact in view.happened(FactKind.REFRESH_DUE, item)]
    first = min((due.happened_on for _item, due in asked), default=None)
    idle = ALWAYS if first is None else outside(from_day(first))
    open_by_itself, still_open = [], []
    lessons, left = set(), set()
    for item, due in asked:
        read = [
            fact.happened_on
            for fact in view.happened(FactKind.REFRESHED, item)
            if fact.ref in ("", due.ref) and fact.happened_on >= due.happened_on
        ]
        open_by_itself += _until_first(due.happened_on, read)
        spans = _until_first(due.happened_on, [*read, *(day for day in other if day >= due.happened_on)])
        still_open += spans
        lessons.add(item)
        if view.holds(merge(spans)):
            left.add(item)
    earned = outside(merge(open_by_itself))
    return Measure(
        earned,
        outside(merge(still_open)) if other else earned,
        have=len(lessons) - len(left),
        need=len(lessons),
        idle=idle,
        can_expire=False,
    )


def _until_first(start: date, ends: list[date]) -> list[Span]:
    """The days from `start` up to the first of `ends`; without one there is no end."""
    if not ends:
        return [Span(start, None)]
    last = min(ends) - ONE_DAY
    return [Span(start, last)] if last >= start else []


def _newest_wins(rule: Rule, view: View, kind: FactKind, idle: Spans) -> Measure:
    """A rule that follows the newest fact; the alternative route counts as a positive fact at its moment."""
    facts, other = view.facts(kind), view.alternatives(rule)
    earned = switched((fact.happened_on, fact.state) for fact in facts)
    total = earned
    if other:
        both = sorted((*facts, *other), key=by_moment)
        total = switched((fact.happened_on, fact.state) for fact in both)
    return Measure(earned, total, have=int(view.holds(total)), need=1, idle=idle, can_expire=False)


def _roles_events(rule: RolesDeclared, declared: list[Fact], confirmed: list[Fact]) -> Events:
    """Follow the declarations in time: a declaration opens the question, "seen" closes it."""
    moments = [(fact.happened_on, fact.order, 0, fact.kind) for fact in declared]
    moments += [(fact.happened_on, fact.order, 1, fact.kind) for fact in confirmed]
    events: Events = []
    is_declared = False
    for day, _, _, kind in sorted(moments):
        if kind is FactKind.ROLES_DECLARED:
            is_declared = True
            events.append((day, not rule.must_be_seen))
        elif is_declared or kind is FactKind.ALTERNATIVE_ROUTE:
            events.append((day, True))
    return events


def _in_time(rule: RolesDeclared, events: Events) -> Spans:
    """The days on which nothing is left to see, and what was seen still counts."""
    met = switched(events)
    if rule.validity is None:
        return met
    return intersect(met, lasting((day for day, is_met in events if is_met), rule.validity))


def _open_since(events: Events) -> date | None:
    """The day of the oldest declaration after which nothing was seen."""
    since = None
    for day, is_met in events:
        since = None if is_met else since or day
    return since
