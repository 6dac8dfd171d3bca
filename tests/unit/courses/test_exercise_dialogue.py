"""A talk that branches."""

import pytest

from lms.courses.exercises.content import exercise_of
from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.rules import Response, UnansweredError, UnknownAnswerError, Verdict
from tests.factories import exercises as make


@pytest.fixture
def dialogue() -> Dialogue:
    found = exercise_of(make.dialogue())
    assert isinstance(found, Dialogue)
    return found


def said(dialogue: Dialogue, *ways: tuple[int, int]) -> Response:
    """Return the response of these replies: (turn, reply), both from 0."""
    return {"answer": tuple(str(dialogue.turns[turn].replies[reply].uid) for turn, reply in ways)}


def test_it_begins_at_the_first_turn(dialogue: Dialogue):
    talk = dialogue.talk({})
    assert (talk.said, talk.turn) == ((), dialogue.turns[0])


def test_it_goes_on_to_the_turn_that_a_reply_names(dialogue: Dialogue):
    response = said(dialogue, (0, 2))
    talk, outcome = dialogue.talk(response), dialogue.judge(response)
    assert talk.turn == dialogue.turns[2]
    assert [(turn.name, reply.text) for turn, reply in talk.said] == [("begin", "Neem de taxi maar.")]
    assert (outcome.verdict, outcome.passed) == (Verdict.GOES_ON, False)
    assert outcome.explanation == "Nu kies jij."


@pytest.mark.parametrize(
    ("ways", "verdict", "passed"),
    [
        (((0, 0), (1, 0), (2, 0)), Verdict.FITS, True),
        (((0, 1), (1, 0), (2, 0)), Verdict.CAREFUL, True),
        (((0, 2), (2, 0)), Verdict.UNFIT, False),
        (((0, 1), (1, 1)), Verdict.UNFIT, False),
    ],
)
def test_it_ends_with_the_least_fitting_reply(
    dialogue: Dialogue, ways: tuple[tuple[int, int], ...], verdict: Verdict, passed: bool
):
    response = said(dialogue, *ways)
    outcome = dialogue.judge(response)
    assert dialogue.talk(response).turn is None
    assert (outcome.verdict, outcome.passed) == (verdict, passed)
    assert list(outcome.remarks) == list(response["answer"])


@pytest.mark.parametrize("ways", [((1, 0),), ((0, 0), (2, 0)), ((0, 2), (2, 0), (1, 0)), ((0, 0), (0, 0))])
def test_it_does_not_know_a_reply_that_is_not_of_its_turn(
    dialogue: Dialogue, ways: tuple[tuple[int, int], ...]
):
    with pytest.raises(UnknownAnswerError):
        dialogue.judge(said(dialogue, *ways))


def test_it_judges_nothing_before_the_first_reply(dialogue: Dialogue):
    with pytest.raises(UnansweredError):
        dialogue.judge({"answer": ()})


def test_it_finds_the_best_way(dialogue: Dialogue):
    assert dialogue.solution() == said(dialogue, (0, 0), (1, 0), (2, 0))


def test_it_ends_a_talk_that_a_draft_leads_back_or_astray():
    block = make.dialogue()
    replies = block["value"]["turns"][1]["value"]["replies"]
    replies[0]["value"]["goes_to"], replies[1]["value"]["goes_to"] = "begin", "nergens"
    dialogue = exercise_of(block)
    assert isinstance(dialogue, Dialogue)
    for reply in (0, 1):
        assert dialogue.talk(said(dialogue, (0, 0), (1, reply))).turn is None
