"""The fields of the paper screen: every kind has them, and what is right on paper is right."""

from typing import Any
from uuid import UUID

import pytest

from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.rules import UnansweredError
from lms.courses.paper.rules import Words, fields_of, given_for, lettered, response_to
from tests.factories.exercises import MAKERS
from tests.integration.courses.paper.conftest import on_paper

WORDS = Words("Antwoord", "Waar", "Niet waar", "Klaar", "Komt later terug", "Wat stond er?")
KINDS = pytest.mark.parametrize("kind", sorted(MAKERS))


def sent(fields: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) if isinstance(values, list) else (values,) for name, values in fields.items()}


@KINDS
def test_it_reads_the_right_answer_from_the_fields_it_offers(kind: str):
    exercise = exercise_of(MAKERS[kind]())
    fields = on_paper(exercise)
    offered = {field.name: {value for value, _text in field.options} for field in fields_of(exercise, WORDS)}
    assert set(fields) <= set(offered)
    for name, values in sent(fields).items():
        assert not offered[name] or set(values) <= offered[name]
    response = response_to(exercise, given_for(exercise.uid, sent(fields)))
    assert exercise.judge(response).passed


@KINDS
def test_it_names_no_right_answer(kind: str):
    """A field holds no more than a page for learners: words, and values that all look alike."""
    exercise = exercise_of(MAKERS[kind]())
    for field in fields_of(exercise, WORDS):
        assert "correct" not in repr(field)
        assert "Verdict" not in repr(field)


@KINDS
def test_it_misses_what_was_left_empty(kind: str):
    exercise = exercise_of(MAKERS[kind]())
    with pytest.raises(UnansweredError):
        exercise.judge(response_to(exercise, {}))


def test_it_takes_only_the_fields_of_one_exercise():
    one, other = UUID(int=1), UUID(int=2)
    values = {f"{one}.answer": ("a", " "), f"{other}.answer": ("b",), f"{one}.text": ("",)}
    assert given_for(one, values) == {"answer": ("a",)}


def test_it_letters_options_and_numbers_them_after_z():
    options = lettered((number, "tekst") for number in range(28))
    assert options[0] == ("0", "A. tekst")
    assert options[25] == ("25", "Z. tekst")
    assert options[26] == ("26", "27. tekst")
