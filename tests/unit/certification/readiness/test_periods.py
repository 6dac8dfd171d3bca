from datetime import date

import pytest

from lms.certification.readiness.periods import (
    ALWAYS,
    Piece,
    Span,
    edges_of,
    enough,
    first_after,
    intersect,
    merge,
    months_later,
    span_at,
    sweep,
    switched,
)
from tests.unit.certification.readiness.examples import on


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        ("2026-11-03", 36, "2029-11-03"),
        ("2026-08-31", 36, "2029-08-31"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 36, "2031-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2027-02-28", 12, "2028-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 12, "2027-11-30"),
        ("2026-03-30", 11, "2027-02-28"),
        ("2099-12-31", 2, "2100-02-28"),
    ],
)
def test_it_counts_up_to_and_including_the_same_day_of_the_month(day: str, months: int, last: str) -> None:
    assert months_later(on(day), months) == on(last)


def test_it_stays_within_the_calendar() -> None:
    assert months_later(date(9999, 6, 1), 12) == date.max


def test_it_merges_spans_that_touch_or_overlap() -> None:
    spans = [
        Span(on("2026-03-01"), on("2026-03-31")),
        Span(on("2026-01-01"), on("2026-01-31")),
        Span(on("2026-01-20"), on("2026-02-10")),
        Span(on("2026-02-11"), on("2026-02-12")),
    ]
    assert merge(spans) == (
        Span(on("2026-01-01"), on("2026-02-12")),
        Span(on("2026-03-01"), on("2026-03-31")),
    )


def test_it_keeps_the_longest_of_nested_spans() -> None:
    assert merge([Span(on("2026-01-01"), None), Span(on("2026-02-01"), on("2026-02-02"))]) == (
        Span(on("2026-01-01"), None),
    )
    assert merge([Span(on("2026-01-01"), on("2026-01-05")), Span(on("2026-01-03"), None)]) == (
        Span(on("2026-01-01"), None),
    )


def test_it_includes_the_first_and_the_last_day_of_a_span() -> None:
    spans = (Span(on("2026-01-10"), on("2026-01-20")),)
    assert span_at(spans, on("2026-01-09")) is None
    assert span_at(spans, on("2026-01-10")) == spans[0]
    assert span_at(spans, on("2026-01-20")) == spans[0]
    assert span_at(spans, on("2026-01-21")) is None


def test_it_changes_on_first_days_and_after_last_days() -> None:
    assert list(edges_of((Span(on("2026-01-10"), on("2026-01-20")),))) == [on("2026-01-10"), on("2026-01-21")]
    assert list(edges_of((Span(on("2026-01-10"), date.max),))) == [on("2026-01-10")]


def test_it_sweeps_an_answer_into_spans() -> None:
    spans = sweep([on("2026-01-10"), on("2026-01-21")], lambda day: day.day >= 10 and day < on("2026-01-21"))
    assert spans == (Span(on("2026-01-10"), on("2026-01-20")),)
    assert sweep([], lambda day: True) == ALWAYS


def test_it_lets_the_last_event_of_a_day_decide_that_day() -> None:
    events = [
        (on("2026-01-01"), True),
        (on("2026-01-05"), False),
        (on("2026-01-05"), True),
        (on("2026-01-09"), False),
        (on("2026-01-12"), True),
        (on("2026-01-12"), False),
        (on("2026-01-20"), True),
    ]
    assert switched(events) == (Span(on("2026-01-01"), on("2026-01-08")), Span(on("2026-01-20"), None))


def test_it_finds_the_first_day_after_a_day() -> None:
    days = [on("2026-01-03"), on("2026-01-02"), on("2026-01-01")]
    assert first_after(on("2026-01-01"), days) == on("2026-01-02")
    assert first_after(on("2026-01-03"), days) is None


def piece(start: str, end: str, minutes: int = 0) -> Piece:
    return Piece(on(start), on(end), minutes)


def test_it_joins_what_follows_on_the_next_day() -> None:
    pieces = [piece("2026-01-10", "2026-02-10"), piece("2026-02-11", "2026-03-11")]
    assert enough(pieces, 1) == (Span(on("2026-01-10"), on("2026-03-11")),)
    assert enough(pieces, 2) == ()


def test_it_counts_number_and_minutes_on_the_same_day() -> None:
    pieces = [piece("2026-01-01", "2026-01-31", 60), piece("2026-01-11", "2026-02-10", 90)]
    assert enough(pieces, 2) == (Span(on("2026-01-11"), on("2026-01-31")),)
    assert enough(pieces, 1, 90) == (Span(on("2026-01-11"), on("2026-02-10")),)
    assert enough(pieces, 1, 151) == ()
    assert enough([Piece(on("2026-01-01"), date.max)], 1) == (Span(on("2026-01-01"), None),)


def test_it_knows_the_days_that_lie_in_both() -> None:
    one = (Span(on("2026-01-01"), on("2026-01-31")), Span(on("2026-03-01"), None))
    other = (Span(on("2026-01-15"), on("2026-03-10")),)
    both = (Span(on("2026-01-15"), on("2026-01-31")), Span(on("2026-03-01"), on("2026-03-10")))
    assert intersect(one, other) == intersect(other, one) == both
    assert intersect(one, ALWAYS) == one
    assert intersect(one, ()) == ()
