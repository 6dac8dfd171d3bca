"""Rules about rules: from the outcomes of the children to that of the group."""

from collections.abc import Sequence
from datetime import date
from functools import reduce

from lms.certification.readiness.outcome import Outcome, due_on, last_day, met_on, next_change
from lms.certification.readiness.periods import (
    NEVER,
    Span,
    Spans,
    edges_of,
    from_day,
    intersect,
    merge,
    span_at,
    sweep,
)
from lms.certification.readiness.scheme import AllOf, FirstThen, Group
from lms.certification.readiness.verdict import COORDINATOR, Code, Verdict
from lms.certification.readiness.view import View
from lms.certification.readiness.waiting import Grace, grace_of

Children = Sequence[Outcome]


def group_outcome(rule: Group, view: View, children: Children) -> Outcome:
    """The outcome of a group, given those of its children in order."""
    idle = _idle(rule, children)
    by_children = _passed(rule, children, [child.passed for child in children])
    firm, done = by_children, by_children
    if any(child.done is not child.passed for child in children):
        firm = _passed(rule, children, [child.firm for child in children])
        done = _passed(rule, children, [child.done for child in children])
    grace = grace_of(rule, view, firm)
    passed = by_children
    if grace.extended or grace.protected:
        firm = merge((*firm, *grace.extended))
        passed = merge((*passed, *grace.extended, *grace.protected))
    return Outcome(_verdict(rule, view, children, (passed, idle), grace), passed, idle, firm, done)


def _idle(rule: Group, children: Children) -> Spans:
    """A group does not apply when none of its children does, or its first when that asks for all."""
    if isinstance(rule, FirstThen):
        return children[0].idle
    if not all(child.idle for child in children):
        return NEVER
    return reduce(intersect, (child.idle for child in children))


def _passed(rule: Group, children: Children, days: list[Spans]) -> Spans:
    """The days on which enough children pass, when each passes on the `days` given for it."""
    if isinstance(rule, FirstThen):
        held = children[0].done
        return merge((*days[0], *intersect(days[1], from_day(held[0].start)))) if held else days[0]
    if isinstance(rule, AllOf):
        return reduce(intersect, days)

    def holds(day: date) -> bool:
        asked = [spans for child, spans in zip(children, days, strict=True) if not span_at(child.idle, day)]
        return sum(1 for spans in asked if span_at(spans, day)) >= rule.needed(len(asked))

    edges = [day for spans in days for day in edges_of(spans)]
    return sweep((*edges, *(day for child in children for day in edges_of(child.idle))), holds)


def _verdict(
    rule: Group, view: View, children: Children, found: tuple[Spans, Spans], grace: Grace
) -> Verdict:
    passed, idle = found
    span = span_at(passed, view.as_of)
    is_idle = bool(idle) and view.holds(idle)
    asked = [] if is_idle else _asked(rule, view, children)
    need = rule.needed(len(asked))
    code = Code.NOT_APPLICABLE if is_idle else _code(asked, need, span, grace, was_met=_was_met(passed, view))
    verdicts = tuple(child.verdict for child in children)
    since = [each.waiting_since for each in verdicts if each.waiting_since]
    since += [grace.waiting_since] if grace.waiting_since else []
    changes = [each.next_change_on for each in verdicts]
    plain = sum(1 for each in asked if each.passed and not each.extended)
    return Verdict(
        rule_id=rule.id,
        code=code,
        passed=span is not None,
        have=sum(1 for each in asked if each.passed),
        need=need,
        effect=rule.effect,
        waits_for=COORDINATOR if code is Code.WAITING else "",
        met_on=met_on(span),
        until=last_day(span, passed, code, view.as_of),
        next_change_on=next_change(rule, view, (grace.extended, grace.protected), changes),
        children=verdicts,
        latest_on=max((each.latest_on for each in verdicts if each.latest_on), default=None),
        waiting_since=None if is_idle else min(since, default=None),
        extended=span is not None and plain < need and not view.holds(grace.protected),
        due_on=due_on(rule, view) if span is None else None,
    )


def _asked(rule: Group, view: View, children: Children) -> list[Verdict]:
    """The verdicts that count on the day: those that apply, and what comes after the first time only then."""
    if isinstance(rule, FirstThen):
        held = children[0].done
        is_held = bool(held) and held[0].start <= view.as_of
        return [child.verdict for child in (children if is_held else children[:1])]
    return [child.verdict for child in children if child.verdict.code is not Code.NOT_APPLICABLE]


def _was_met(passed: Spans, view: View) -> bool:
    return any(each.start <= view.as_of for each in passed)


def _code(asked: list[Verdict], need: int, span: Span | None, grace: Grace, *, was_met: bool) -> Code:
    passing = sum(1 for each in asked if each.passed)
    waiting = sum(1 for each in asked if each.code is Code.WAITING and not each.passed)
    if span is None:
        if grace.waiting_since or passing + waiting >= need:
            return Code.WAITING
        has_lapsed = bool(grace.extended) or any(each.code is Code.EXPIRED for each in asked)
        return Code.EXPIRED if was_met and has_lapsed else Code.TODO
    if grace.protects:
        return Code.WAITING
    if any(each.code is Code.EXPIRING and each.until == span.end for each in asked):
        return Code.EXPIRING
    protected = sum(1 for each in asked if each.passed and each.code is Code.WAITING)
    return Code.WAITING if passing >= need > passing - protected else Code.MET
