"""Judging, without a database."""

from uuid import UUID

import pytest

from lms.courses.exercises.content import exercises_of, parts_of
from lms.courses.exercises.rules import Response, Result, UnansweredError, UnknownAnswerError, Verdict
from tests.factories import courses as make


def only_exercise(block: make.Block):
    return exercises_of([block])[UUID(block["id"])]


def chosen(block: make.Block, at: int) -> Response:
    return {"answer": (str(make.options(block)[at]),)}


def test_it_passes_a_question_with_the_right_answer():
    block = make.question()
    outcome = only_exercise(block).judge(chosen(block, 0))
    assert (outcome.result, outcome.verdict) == (Result.PASSED, Verdict.RIGHT)
    assert outcome.explanation == "Ja. Een OCO is altijd gratis."


@pytest.mark.parametrize("choice", [1, 2])
def test_it_calls_another_answer_a_try_and_explains_that_answer(choice: int):
    block = make.question()
    outcome = only_exercise(block).judge(chosen(block, choice))
    assert outcome.result is Result.TRIED
    assert outcome.explanation == block["value"]["answers"][choice]["value"]["explanation"]


@pytest.mark.parametrize(
    ("choice", "verdict", "passed"),
    [(0, Verdict.FITS, True), (1, Verdict.CAREFUL, True), (2, Verdict.UNFIT, False)],
)
def test_it_passes_every_reaction_that_can_be_defended(choice: int, verdict: Verdict, passed: bool):
    block = make.scenario()
    outcome = only_exercise(block).judge(chosen(block, choice))
    assert (outcome.verdict, outcome.passed) == (verdict, passed)


def test_it_does_not_know_an_answer_of_another_exercise():
    with pytest.raises(UnknownAnswerError):
        only_exercise(make.question()).judge(chosen(make.question(), 0))


def test_it_reads_titles_and_prompts():
    question, scenario = only_exercise(make.question("Hoe duur?")), only_exercise(make.scenario("Dozen"))
    assert (question.title, question.prompt) == ("", "Hoe duur?")
    assert (scenario.title, scenario.prompt) == ("Dozen", "Ze vraagt of jij helpt. Wat doe je?")


def test_it_finds_only_questions_and_scenarios():
    blocks = [make.text(), make.question(), make.block("summary", text="Kort."), make.scenario()]
    assert [part.is_exercise for part in parts_of(blocks)] == [False, True, False, True]
    assert list(exercises_of(blocks)) == [UUID(blocks[1]["id"]), UUID(blocks[3]["id"])]


def test_it_asks_for_an_answer():
    with pytest.raises(UnansweredError):
        only_exercise(make.question()).judge({})
