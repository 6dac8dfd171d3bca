"""What a gap forgives, and what it does not: worked examples of docs/decisions/0014, “Forgiving”."""

import pytest

from lms.courses.exercises.content import exercise_of
from tests.unit.courses import lettered
from tests.unit.courses.lettered import typed

FORGIVEN = [
    ("client-ondersteuner", "Cliënt-ondersteuner."),
    ("cliënt-ondersteuner", "  CLIENT-ondersteuner!! "),
    ("café", "cafe\u0301"),
    ("café", "CAFE"),
    ("één", "een"),
    ("zo'n", "zo’n"),
    ("zo'n", "zo`n"),
    ("zo´n", "zo'n"),
    ("’s avonds", "'s avonds"),
    ("naast de inwoner", "naast   de\tinwoner"),
    ("naast de inwoner", "“Naast de\u00a0inwoner”"),
    ("nee", "(nee)"),
    ("nee", "nee …"),
    ("fi", "\ufb01"),
    ("12", "１２"),
    ("ijs", "ĳs"),
]
NOT_FORGIVEN = [
    ("wel", "niet"),
    ("wel", "wl"),
    ("client-ondersteuner", "clientondersteuner"),
    ("client-ondersteuner", "client ondersteuner"),
    ("naast de inwoner", "naastde inwoner"),
    ("10", "1.0"),
    ("nee", "..."),
]


@pytest.mark.parametrize(("answer", "given"), FORGIVEN)
def test_it_forgives_case_accents_quotes_spaces_and_edges(answer: str, given: str):
    assert exercise_of(lettered.one_gap(answer)).judge(typed(a=given)).passed


@pytest.mark.parametrize(("answer", "given"), NOT_FORGIVEN)
def test_it_does_not_forgive_another_word(answer: str, given: str):
    assert not exercise_of(lettered.one_gap(answer)).judge(typed(a=given)).passed
