"""Days and spans of days: the arithmetic under every verdict.

A span is a first day and a last day, both included; a last day of None means "no end".
Spans in a tuple are sorted, do not overlap and do not touch.

Rule for months (ours, shown to people as "tot en met"): what counts for n months from a day counts up to and
including the same day number n months later, or the last day of that month when it has no such day.
31 August 2026 + 6 months is 28 February 2027; 29 February 2028 + 12 months is 28 February 2029.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
IN_EVERY_MONTH = 28


class Span(NamedTuple):
    """An unbroken run of days; `start` of date.min means "always was", `end` of None means "no end"."""

    start: date
    end: date | None


Spans = tuple[Span, ...]
NEVER: Spans = ()
ALWAYS: Spans = (Span(date.min, None),)


def months_later(day: date, months: int) -> date:
    """The last day that is still within `months` months of `day`; never beyond the last day Python knows."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    if day.day <= IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def from_day(day: date) -> Spans:
    """The span that begins on `day` and has no end."""
    return (Span(day, None),)


def span_at(spans: Spans, day: date) -> Span | None:
    """The span that `day` lies in, or None."""
    for span in spans:
        if span.start <= day and (span.end is None or day <= span.end):
            return span
    return None


def edges_of(spans: Spans) -> Iterator[date]:
    """Every day on which membership of `spans` changes: first days, and the days after last days."""
    for start, end in spans:
        yield start
        if end is not None and end < date.max:
            yield end + ONE_DAY


def sweep(edges: Iterable[date], holds: Callable[[date], bool]) -> Spans:
    """The spans on which `holds` is true, given every day on which its answer may change."""
    found: list[Span] = []
    start: date | None = None
    for day in sorted({date.min, *edges}):
        now = holds(day)
        if now and start is None:
            start = day
        elif not now and start is not None:
            found.append(Span(start, day - ONE_DAY))
            start = None
    if start is not None:
        found.append(Span(start, None))
    return tuple(found)


def merge(spans: Iterable[Span]) -> Spans:
    """Spans in any order, overlapping or touching, as sorted separate spans."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and last.end < date.max and span.start > last.end + ONE_DAY):
            merged.append(span)
        elif last.end is not None and (span.end is None or span.end > last.end):
            merged[-1] = Span(last.start, span.end)
    return tuple(merged)


def intersect(one: Spans, other: Spans) -> Spans:
    """The days that lie in both."""
    found: list[Span] = []
    for first, last in one:
        for start, end in other:
            begin = max(first, start)
            until = end if last is None or (end is not None and end < last) else last
            if until is None or begin <= until:
                found.append(Span(begin, until))
    return tuple(found)


def outside(spans: Spans) -> Spans:
    """The days that do not lie in these spans."""
    found: list[Span] = []
    begin: date | None = date.min
    for start, end in spans:
        if begin is not None and start > begin:
            found.append(Span(begin, start - ONE_DAY))
        begin = end + ONE_DAY if end is not None and end < date.max else None
    return (*found, Span(begin, None)) if begin is not None else tuple(found)


class Piece(NamedTuple):
    """A first and a last day (date.max: no end), and the minutes that it adds on those days."""

    start: date
    end: date
    minutes: int = 0


def enough(pieces: Iterable[Piece], least: int, least_minutes: int = 0) -> Spans:
    """The days on which at least `least` (1 or more) pieces count, with `least_minutes` or more together."""
    steps: list[tuple[date, int, int]] = []
    for first, last, minutes in pieces:
        steps.append((first, 1, minutes))
        if last < date.max:
            steps.append((last + ONE_DAY, -1, -minutes))
    steps.sort()
    found: list[Span] = []
    count = total = 0
    start: date | None = None
    for number, (day, step, minutes) in enumerate(steps, start=1):
        count, total = count + step, total + minutes
        if number < len(steps) and steps[number][0] == day:
            continue
        holds = count >= least and total >= least_minutes
        if holds and start is None:
            start = day
        elif not holds and start is not None:
            found.append(Span(start, day - ONE_DAY))
            start = None
    return (*found, Span(start, None)) if start is not None else tuple(found)


def switched(events: Iterable[tuple[date, bool]]) -> Spans:
    """The spans of a switch set on or off, events in order; the last event of a day decides that day."""
    by_day = dict(events)
    spans: list[Span] = []
    start: date | None = None
    for day, is_on in by_day.items():
        if is_on and start is None:
            start = day
        elif not is_on and start is not None:
            spans.append(Span(start, day - ONE_DAY))
            start = None
    if start is not None:
        spans.append(Span(start, None))
    return tuple(spans)


def first_after(day: date, candidates: Iterable[date]) -> date | None:
    """The earliest of `candidates` that lies after `day`, or None."""
    return min((each for each in candidates if each > day), default=None)
