"""Filling in, and what is forgiven."""

import pytest

from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.gaps import Gaps, forgiving
from lms.courses.exercises.rules import Response, UnansweredError, UnknownAnswerError, Verdict, field_of
from tests.factories import exercises as make


@pytest.fixture
def gaps() -> Gaps:
    found = exercise_of(make.gaps())
    assert isinstance(found, Gaps)
    return found


def typed(gaps: Gaps, *texts: str) -> Response:
    return {field_of(gap.uid): (text,) for gap, text in zip(gaps.gaps, texts, strict=True)}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Cliënt-ondersteuner.", "client-ondersteuner"),
        ("  WEL  ", "wel"),
        ("één", "een"),
        ("e\u0301e\u0301n", "een"),
        ("zo’n", "zo'n"),
        ("zo´n", "zo'n"),
        ("‘naast’", "naast"),
        ("„naast” , ", "naast"),
        ("naast\u00a0 de", "naast de"),
        ("ﬁets", "fiets"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("3 %", "3"),
        ("…!?", ""),
        ("", ""),
    ],
)
def test_it_forgives_how_something_is_written(text: str, plain: str):
    assert forgiving(text) == plain


def test_it_does_not_forgive_another_word():
    assert forgiving("wel") != forgiving("niet")
    assert forgiving("clientondersteuner") != forgiving("client-ondersteuner")


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (("cliëntondersteuner", "kant"), Verdict.RIGHT),
        (("CLIENT-ONDERSTEUNER!", " Kant."), Verdict.RIGHT),
        (("cliëntondersteuner", "partij"), Verdict.PARTLY),
        (("maatje", "partij"), Verdict.WRONG),
        ((".", "…"), Verdict.WRONG),
    ],
)
def test_it_judges_each_sentence(gaps: Gaps, texts: tuple[str, ...], verdict: Verdict):
    outcome = gaps.judge(typed(gaps, *texts))
    assert outcome.verdict is verdict
    assert list(outcome.remarks) == [str(gap.uid) for gap in gaps.gaps]
    assert outcome.remarks[str(gaps.gaps[0].uid)].explanation == "Dat zijn de letters C en O."


def test_it_names_the_sentences_that_are_empty(gaps: Gaps):
    with pytest.raises(UnansweredError) as caught:
        gaps.judge(typed(gaps, "naast", " \n"))
    assert caught.value.fields == (field_of(gaps.gaps[1].uid),)


def test_it_takes_two_hundred_characters_and_no_more(gaps: Gaps):
    assert gaps.judge(typed(gaps, "x" * 200, "kant")).verdict is Verdict.PARTLY
    with pytest.raises(UnknownAnswerError):
        gaps.judge(typed(gaps, "x" * 201, "kant"))


def test_it_takes_one_text_per_sentence(gaps: Gaps):
    response = {**typed(gaps, "naast", "kant"), field_of(gaps.gaps[0].uid): ("naast", "voor")}
    with pytest.raises(UnknownAnswerError):
        gaps.judge(response)
