"""From facts to a verdict: the one function that page, list, mail, export and what-if use."""

from collections.abc import Iterable
from datetime import date, timedelta

from lms.certification.readiness.facts import Context, Fact, FactBook, FactKind, book_of
from lms.certification.readiness.groups import group_outcome
from lms.certification.readiness.measure import measure
from lms.certification.readiness.memory import Memory, key_of
from lms.certification.readiness.outcome import Outcome, due_on, last_day, met_on, next_change
from lms.certification.readiness.periods import Span, Spans, merge, span_at
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.scheme import Group
from lms.certification.readiness.verdict import COORDINATOR, Code, Verdict
from lms.certification.readiness.view import Measure, View
from lms.certification.readiness.waiting import Grace, grace_of

NO_EVIDENCE = frozenset({FactKind.TURNS_SIXTEEN, FactKind.REFRESH_DUE})
"""What a rule reads that nobody did: a birthday, and that something is to be read."""


def evaluate(rule: Rule, facts: Iterable[Fact] | FactBook, context: Context) -> Verdict:
    """The verdict on `rule` for the person of these facts on the day of `context`.

    The order of the facts does not matter. Facts after the day do not count, but the first of them limits
    `next_change_on`. Raises TypeError for an unknown kind of rule.
    """
    return outcome(rule, View(book_of(facts), context)).verdict


def outcome(rule: Rule, view: View, memory: Memory | None = None) -> Outcome:
    """As `evaluate`, with the days on which the rule passes on the evidence up to the day of `view`.

    A `memory` serves one scheme and one context. It gives the same answers sooner.
    """
    if isinstance(rule, Group):
        return group_outcome(rule, view, [outcome(child, view, memory) for child in rule.rules])
    key = None if memory is None else key_of(rule, view)
    if memory is None or key is None:
        return _leaf_outcome(rule, view)
    found = memory.get(key)
    if found is None:
        found = memory[key] = _leaf_outcome(rule, view)
    return found


def _leaf_outcome(rule: Rule, view: View) -> Outcome:
    found = measure(rule, view)
    done = merge((*found.total, *found.idle)) if found.idle else found.total
    grace = grace_of(rule, view, done)
    firm = merge((*done, *grace.extended)) if grace.extended else done
    passed = merge((*firm, *grace.protected)) if grace.protected else firm
    span = span_at(passed, view.as_of)
    warns_on = _warning(span, found.warn_days)
    code = _code(found, grace, passed, warns_on, view)
    changing = [found.total, *(each for each in (found.idle, *grace[:2]) if each)]
    if found.earned is not found.total:
        changing.append(found.earned)
    verdict = Verdict(
        rule_id=rule.id,
        code=code,
        passed=span is not None,
        have=found.have,
        need=found.need,
        effect=rule.effect,
        waits_for=COORDINATOR if code is Code.WAITING else "",
        met_on=met_on(span),
        until=last_day(span, passed, code, view.as_of),
        next_change_on=next_change(rule, view, changing, (found.changes_on, warns_on)),
        have_minutes=found.have_minutes,
        need_minutes=found.need_minutes,
        latest_on=_latest(rule, view),
        by_alternative=_by_alternative(found, view),
        waiting_since=None if code is Code.NOT_APPLICABLE else _waiting_since(found, grace),
        extended=bool(grace.extended) and span is not None and not _without_extension(done, grace, view),
        due_on=due_on(rule, view) if span is None else None,
    )
    return Outcome(verdict, passed, found.idle, firm, done)


def _code(found: Measure, grace: Grace, passed: Spans, warns_on: date | None, view: View) -> Code:
    if found.idle and view.holds(found.idle):
        return Code.NOT_APPLICABLE
    if view.holds(passed):
        if grace.protects:
            return Code.WAITING
        return Code.EXPIRING if warns_on is not None and warns_on <= view.as_of else Code.MET
    if grace.waiting_since or found.waiting_since:
        return Code.WAITING
    was_met = found.lapsed or any(each.start <= view.as_of for each in passed)
    return Code.EXPIRED if found.can_expire and was_met else Code.TODO


def _warning(span: Span | None, warn_days: int) -> date | None:
    """The first day on which the end of a span is near; None when it has no end or no warning is asked."""
    if span is None or span.end is None or not warn_days:
        return None
    return span.end - timedelta(days=warn_days)


def _by_alternative(found: Measure, view: View) -> bool:
    return found.earned is not found.total and view.holds(found.total) and not view.holds(found.earned)


def _without_extension(done: Spans, grace: Grace, view: View) -> bool:
    return view.holds(done) or view.holds(grace.protected)


def _waiting_since(found: Measure, grace: Grace) -> date | None:
    if grace.waiting_since and found.waiting_since:
        return min(grace.waiting_since, found.waiting_since)
    return grace.waiting_since or found.waiting_since


def _latest(rule: Rule, view: View) -> date | None:
    counted = view.counted
    found = [counted[source] for source in rule.evidence if source in counted]
    days = [facts[-1].happened_on for facts in found if facts and facts[0].kind not in NO_EVIDENCE]
    return max(days) if days else None
