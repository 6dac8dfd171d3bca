"""Sizes of groups, minutes that count, and whose fact changed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.intervision.rules import Problem, Record, Size, record_problem, size_of, whose_fact_changed

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
END = START + timedelta(minutes=90)


@pytest.mark.parametrize(
    ("members", "size"),
    [(0, Size.SMALL), (3, Size.SMALL), (4, Size.GOOD), (8, Size.GOOD), (9, Size.LARGE)],
)
def test_it_warns_below_four_and_above_eight(members, size):
    assert size_of(members) == size


@pytest.mark.parametrize(
    ("minutes", "now", "problem"),
    [
        (90, END, None),
        (91, END, Problem.MORE_MINUTES_THAN_TIME),
        (60, START - timedelta(seconds=1), Problem.NOT_STARTED),
    ],
)
def test_it_judges_a_record(minutes, now, problem):
    assert record_problem(START, END, minutes, now) == problem


def test_it_tells_everybody_of_a_first_record():
    assert whose_fact_changed(None, Record(60, {1: True, 2: False})) == {1, 2}


def test_it_tells_nobody_of_the_same_record():
    record = Record(60, {1: True, 2: False})
    assert whose_fact_changed(record, Record(60, {1: True, 2: False})) == set()


def test_it_tells_who_was_there_of_other_minutes():
    before = Record(60, {1: True, 2: False})
    assert whose_fact_changed(before, Record(75, {1: True, 2: False})) == {1}


def test_it_tells_the_others_that_the_group_was_larger():
    before = Record(60, {1: True, 2: False, 3: False})
    assert whose_fact_changed(before, Record(60, {1: True, 2: True, 3: False})) == {1, 2}


presence = st.dictionaries(st.integers(1, 6), st.booleans(), max_size=6)


def facts(record: Record) -> dict[int, tuple[bool, int, int]]:
    return {
        person: (was, record.net_minutes, record.group_size) if was else (False, 0, 0)
        for person, was in record.presence.items()
    }


@given(presence, presence, st.integers(1, 90), st.integers(1, 90))
def test_it_names_exactly_the_people_whose_fact_is_new(known, given_now, before_minutes, after_minutes):
    before, after = Record(before_minutes, known), Record(after_minutes, known | given_now)
    old, new = facts(before), facts(after)
    assert whose_fact_changed(before, after) == {p for p in new if old.get(p) != new[p]}
