"""What may be written down about a meeting, and what changed."""

from datetime import UTC, datetime, timedelta

import pytest

from lms.courses.cohorts.rules import Problem, changes, doubles, has_started, next_numbers, period_problem

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "problem"),
    [
        (-1, Problem.ENDS_BEFORE_START),
        (0, Problem.ENDS_BEFORE_START),
        (1, None),
        (720, None),
        (721, Problem.TOO_LONG),
    ],
)
def test_it_judges_a_period(minutes, problem):
    assert period_problem(START, START + timedelta(minutes=minutes)) == problem


def test_it_has_started_from_the_first_second():
    assert has_started(START, START)
    assert not has_started(START, START - timedelta(seconds=1))


def test_it_names_only_what_is_new_or_different():
    assert changes({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == {"b": 3, "c": 4}


def test_it_counts_on_after_the_highest_number():
    assert next_numbers([4, 2], 3) == [5, 6, 7]
    assert next_numbers([], 2) == [1, 2]


def test_it_finds_doubles():
    assert doubles([1, 2, 2, 3, 3, 3]) == {2, 3}
    assert doubles([1, 2, 3]) == set()
