"""A verdict with the days behind it, and the days that a verdict speaks of."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from lms.certification.readiness.facts import FactKind
from lms.certification.readiness.periods import ONE_DAY, Span, Spans
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.verdict import Code, Verdict
from lms.certification.readiness.view import View


class Outcome(NamedTuple):
    """A verdict with the days on which the rule passes (`passed`) and on which it does not apply (`idle`).

    `done` are the days it passes by evidence alone, `firm` those by evidence or an extension.
    """

    verdict: Verdict
    passed: Spans
    idle: Spans
    firm: Spans
    done: Spans


def met_on(span: Span | None) -> date | None:
    """The first day of a stretch, or None when there is none or it always was so."""
    return None if span is None or span.start == date.min else span.start


def last_day(span: Span | None, passed: Spans, code: Code, as_of: date) -> date | None:
    """The last day of the present stretch, or for something expired that of the last one."""
    if span is not None:
        return span.end
    if code is Code.EXPIRED:
        return max((each.end for each in passed if each.end is not None and each.end < as_of), default=None)
    return None


def due_on(rule: Rule, view: View) -> date | None:
    """The last day of the deadline, from the first known day that the volunteer starts (doc 0009 §7)."""
    if rule.due_days is None:
        return None
    started = view.book.known((FactKind.STARTED, ""))
    return started[0].happened_on + timedelta(days=rule.due_days) if started else None


def next_change(
    rule: Rule, view: View, changing: Iterable[Spans], days: Iterable[date | None]
) -> date | None:
    """The first day after the question on which any of the spans begins or ends, or one of `days`.

    Facts that lie ahead count too: the first of each source that the rule reads.
    """
    as_of = view.as_of
    found = [day for day in days if day is not None and day > as_of]
    for spans in changing:
        for start, end in spans:
            if start > as_of:
                found.append(start)
            elif end is not None and as_of <= end < date.max:
                found.append(end + ONE_DAY)
    if view.ahead:
        ahead = (view.book.first_after(source, as_of) for source in rule.reads)
        found += [day for day in ahead if day is not None]
    return min(found) if found else None
