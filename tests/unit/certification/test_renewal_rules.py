"""Which lessons count again: those that fell out, as many as are asked, and no other."""

from datetime import date

import pytest

from lms.certification.readiness import (
    CompletedItems,
    Context,
    Effect,
    Fact,
    FactKind,
    Unit,
    Validity,
    evaluate,
)
from lms.certification.renewal.rules import lessons_again

YEAR = Validity(length=12, unit=Unit.MONTHS, warn_days=60)


def asked(done: dict[str, str], on: str, *, minimum: int | None = None, validity: Validity | None = YEAR):
    rule = CompletedItems(
        id="core",
        title="Lessen",
        effect=Effect.BLOCK,
        why="a",
        how="b",
        alternative="c",
        items=("a", "b", "c"),
        minimum=minimum,
        validity=validity,
    )
    facts = [
        Fact(FactKind.ITEM_COMPLETED, item, date.fromisoformat(day))
        for item, days in done.items()
        for day in days.split()
    ]
    day = date.fromisoformat(on)
    return lessons_again(rule, evaluate(rule, facts, Context(day)), facts, day)


DONE = {"a": "2026-03-03", "b": "2026-01-05", "c": "2026-02-01"}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-03", ()),
        ("2026-11-05", ()),
        ("2026-11-06", ("b",)),
        ("2027-01-05", ("b",)),
        ("2027-01-06", ("b",)),
        ("2027-02-02", ("b", "c")),
        ("2027-03-04", ("b", "c", "a")),
    ],
)
def test_it_names_what_falls_out_in_that_order(on, expected):
    assert asked(DONE, on) == expected


def test_it_forgets_a_lesson_that_was_done_again():
    assert asked(DONE | {"b": "2026-01-05 2026-12-01"}, "2027-02-02") == ("c",)


def test_it_asks_no_more_than_is_needed():
    assert asked(DONE, "2027-01-20", minimum=2) == ("b",)
    assert len(asked(DONE, "2027-04-01", minimum=2)) == 2


def test_it_leaves_out_what_was_never_done():
    assert asked({"a": "2026-03-03"}, "2026-04-01") == ()
    assert asked({"a": "2025-03-03"}, "2026-04-01") == ("a",)


def test_it_asks_nothing_again_of_what_counts_for_good():
    assert asked(DONE, "2036-01-01", validity=None) == ()


def test_it_names_lessons_that_ended_before_all_were_done():
    assert asked({"a": "2025-01-01", "b": "2026-03-01", "c": "2026-03-01"}, "2026-03-02") == ("a",)
