"""Cutting a lesson into steps, and finding the way back."""

from uuid import uuid4

import pytest

from lms.courses.exercises.steps import Part, minutes_left, step_at, steps


def parts(pattern: str) -> list[Part]:
    """Return parts from letters: t for text, q for a question."""
    return [Part(uuid4(), letter == "q") for letter in pattern]


@pytest.mark.parametrize(
    ("pattern", "sizes"),
    [
        ("", [0]),
        ("tt", [2]),
        ("q", [1]),
        ("qqq", [1, 1, 1]),
        ("ttqtq", [3, 2]),
        ("qtt", [3]),
        ("tqtqt", [2, 3]),
    ],
)
def test_it_makes_one_step_per_exercise(pattern: str, sizes: list[int]):
    assert [len(step.blocks) for step in steps(parts(pattern))] == sizes


def test_it_names_a_step_after_its_exercise_or_its_first_block():
    text, question = parts("tq")
    assert steps([text, question])[0].uid == question.uid
    assert steps([text])[0].uid == text.uid
    assert steps([])[0].uid is None


def test_it_goes_to_the_step_that_is_asked_for():
    found = steps(parts("qqq"))
    assert step_at(found, "2", found[2].uid).number == 2


@pytest.mark.parametrize("nonsense", [None, "", "0", "4", "-1", "2.0", "x", "²", "9" * 5000])
def test_it_resumes_where_one_stopped_for_anything_else(nonsense: str | None):
    found = steps(parts("qqq"))
    assert step_at(found, nonsense, found[2].uid).number == 3


def test_it_begins_at_the_first_step_when_the_one_to_resume_at_is_gone():
    found = steps(parts("qq"))
    assert step_at(found, None, uuid4()) == found[0]
    assert step_at(found, None, None) == found[0]


def test_it_finds_the_step_of_a_block_that_is_not_its_exercise():
    all_parts = parts("qtq")
    assert step_at(steps(all_parts), None, all_parts[1].uid).number == 2


def test_it_tells_how_many_minutes_are_left():
    found = steps(parts("qqqq"))
    uids = [step.exercise for step in found if step.exercise]
    assert minutes_left(12, found, []) == 12
    assert minutes_left(12, found, uids[:2]) == 6
    assert minutes_left(5, found, uids[:3]) == 2
    assert minutes_left(12, found, uids) == 1
    assert minutes_left(0, steps(parts("t")), []) == 1
