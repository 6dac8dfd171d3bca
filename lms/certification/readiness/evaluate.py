"""From facts to a verdict: the one function that page, list, mail, export and what-if use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lms.certification.readiness.facts import Context, Fact, FactBook, FactKind, book_of
from lms.certification.readiness.measure import Measure, View, measure, sources_of
from lms.certification.readiness.periods import Span, Spans, edges_of, first_after, merge, span_at, sweep
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.scheme import Group
from lms.certification.readiness.verdict import COORDINATOR, Code, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with the days on which the rule passes and the days on which it does not apply."""

    verdict: Verdict
    passed: Spans
    idle: Spans


def evaluate(rule: Rule, facts: Iterable[Fact] | FactBook, context: Context) -> Verdict:
    """The verdict on `rule` for the person of these facts on the day of `context`.

    The order of the facts does not matter. Facts after the day do not count, but the first of them limits
    `next_change_on`. Raises TypeError for an unknown kind of rule.
    """
    return outcome(rule, facts, context).verdict


def outcome(rule: Rule, facts: Iterable[Fact] | FactBook, context: Context) -> Outcome:
    """As `evaluate`, with the days on which the rule passes on the evidence up to the day of `context`."""
    view = View(book_of(facts), context)
    return _group_outcome(rule, view) if isinstance(rule, Group) else _leaf_outcome(rule, view)


def _leaf_outcome(rule: Rule, view: View) -> Outcome:
    as_of = view.context.as_of
    found = measure(rule, view)
    passed = merge((*found.total, *found.idle)) if found.idle else found.total
    span = span_at(passed, as_of)
    code = _leaf_code(found, passed, as_of)
    verdict = Verdict(
        rule_id=rule.id,
        code=code,
        passed=span is not None,
        have=found.have,
        need=found.need,
        effect=rule.effect,
        waits_for=found.waits_for if code is Code.WAITING else "",
        met_on=_met_on(span),
        until=_until(span, passed, code, as_of),
        next_change_on=_next_change(rule, view, found, span),
        have_minutes=found.have_minutes,
        need_minutes=found.need_minutes,
        latest_on=_latest(rule, view),
        by_alternative=span_at(found.total, as_of) is not None and span_at(found.earned, as_of) is None,
    )
    return Outcome(verdict, passed, found.idle)


def _leaf_code(found: Measure, passed: Spans, as_of: date) -> Code:
    if span_at(found.idle, as_of):
        return Code.NOT_APPLICABLE
    span = span_at(passed, as_of)
    if span:
        remind = _reminder(span, found.remind_days)
        return Code.EXPIRING if remind is not None and remind <= as_of else Code.MET
    if found.waits_for:
        return Code.WAITING
    was_met = found.lapsed or any(each.start <= as_of for each in passed)
    return Code.EXPIRED if found.can_expire and was_met else Code.TODO


def _reminder(span: Span | None, remind_days: int) -> date | None:
    if span is None or span.end is None or not remind_days:
        return None
    return span.end - timedelta(days=remind_days)


def _next_change(rule: Rule, view: View, found: Measure, span: Span | None) -> date | None:
    remind = _reminder(span, found.remind_days)
    days = [*edges_of(found.total), *edges_of(found.earned), *edges_of(found.idle), *found.changes]
    days += [] if remind is None else [remind]
    for source in sources_of(rule):
        days += _first_uncounted(view, source)
    return first_after(view.context.as_of, days)


def _first_uncounted(view: View, source: tuple[FactKind, str]) -> list[date]:
    counted = len(view.book.counted(source, view.context.as_of))
    return [fact.happened_on for fact in view.book.known(source)[counted : counted + 1]]


def _latest(rule: Rule, view: View) -> date | None:
    sources = [source for source in sources_of(rule) if source[0] is not FactKind.TURNS_SIXTEEN]
    newest = [facts[-1].happened_on for source in sources if (facts := view.facts(*source))]
    return max(newest, default=None)


def _met_on(span: Span | None) -> date | None:
    return None if span is None or span.start == date.min else span.start


def _until(span: Span | None, passed: Spans, code: Code, as_of: date) -> date | None:
    if span is not None:
        return span.end
    if code is Code.EXPIRED:
        return max((each.end for each in passed if each.end is not None and each.end < as_of), default=None)
    return None


def _group_outcome(rule: Group, view: View) -> Outcome:
    children = [outcome(child, view.book, view.context) for child in rule.rules]

    def holds(day: date) -> bool:
        passing, applicable = _tally(children, day)
        return passing >= rule.needed(applicable)

    edges = [day for child in children for day in (*edges_of(child.passed), *edges_of(child.idle))]
    passed = sweep(edges, holds)
    idle = sweep(edges, lambda day: _tally(children, day)[1] == 0)
    as_of = view.context.as_of
    have, applicable = _tally(children, as_of)
    verdicts = tuple(child.verdict for child in children)
    span = span_at(passed, as_of)
    was_met = any(each.start <= as_of for each in passed)
    code = _group_code(verdicts, rule.needed(applicable), span, was_met=was_met)
    verdict = Verdict(
        rule_id=rule.id,
        code=code,
        passed=span is not None,
        have=have,
        need=rule.needed(applicable),
        effect=rule.effect,
        waits_for=COORDINATOR if code is Code.WAITING else "",
        met_on=_met_on(span),
        until=_until(span, passed, code, as_of),
        next_change_on=min((each.next_change_on for each in verdicts if each.next_change_on), default=None),
        children=verdicts,
        latest_on=max((each.latest_on for each in verdicts if each.latest_on), default=None),
    )
    return Outcome(verdict, passed, idle)


def _tally(children: Iterable[Outcome], day: date) -> tuple[int, int]:
    """How many applicable children pass on the day, and how many are applicable."""
    applicable = [child for child in children if not span_at(child.idle, day)]
    return sum(1 for child in applicable if span_at(child.passed, day)), len(applicable)


def _group_code(verdicts: tuple[Verdict, ...], need: int, span: Span | None, *, was_met: bool) -> Code:
    applicable = [each for each in verdicts if each.code is not Code.NOT_APPLICABLE]
    if not applicable:
        return Code.NOT_APPLICABLE
    if span is not None:
        ends_it = any(each.code is Code.EXPIRING and each.until == span.end for each in applicable)
        return Code.EXPIRING if ends_it else Code.MET
    if sum(1 for each in applicable if each.passed or each.code is Code.WAITING) >= need:
        return Code.WAITING
    has_lapsed = any(each.code is Code.EXPIRED for each in applicable)
    return Code.EXPIRED if was_met and has_lapsed else Code.TODO
