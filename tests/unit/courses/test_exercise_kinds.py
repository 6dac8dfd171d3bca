"""Judging exercises of each kind: the table of docs/decisions/0014."""

from collections.abc import Iterable
from uuid import UUID

import pytest

from lms.courses.exercises.content import exercise_of, exercises_of, parts_of
from lms.courses.exercises.rules import (
    Exercise,
    Response,
    Result,
    UnansweredError,
    UnknownAnswerError,
    Verdict,
    field_of,
)
from tests.factories import exercises as make

ELSEWHERE = str(UUID(int=9))


def chosen(*uids: object) -> Response:
    return {"answer": tuple(str(uid) for uid in uids)}


def in_fields(pairs: Iterable[tuple[UUID, object]]) -> Response:
    return {field_of(uid): (str(value),) for uid, value in pairs}


@pytest.fixture(params=sorted(make.MAKERS))
def exercise(request: pytest.FixtureRequest) -> Exercise:
    return exercise_of(make.MAKERS[request.param]())


def test_it_reads_every_kind_and_names_it():
    found = [exercise.kind for exercise in exercises_of(make.every_exercise()).values()]
    assert found == list(make.MAKERS)


def test_it_passes_its_own_solution(exercise: Exercise):
    outcome = exercise.judge(exercise.solution())
    assert (outcome.passed, outcome.result) == (True, Result.PASSED)


def test_it_asks_for_an_answer(exercise: Exercise):
    with pytest.raises(UnansweredError):
        exercise.judge({})
    with pytest.raises(UnansweredError):
        exercise.judge(dict.fromkeys(exercise.solution(), ()))


@pytest.mark.parametrize("response", [chosen(ELSEWHERE), {"title": ("x",)}, {f"answer-{ELSEWHERE}": ("x",)}])
def test_it_does_not_know_what_is_not_of_this_exercise(exercise: Exercise, response: Response):
    with pytest.raises(UnknownAnswerError):
        exercise.judge(response)


def test_it_does_not_take_a_field_of_another_exercise_beside_its_own(exercise: Exercise):
    with pytest.raises(UnknownAnswerError):
        exercise.judge({**exercise.solution(), f"answer-{ELSEWHERE}": ("x",)})


@pytest.mark.parametrize(
    ("picks", "verdict"),
    [
        ((0, 2), Verdict.RIGHT),
        ((2, 0), Verdict.RIGHT),
        ((0,), Verdict.PARTLY),
        ((0, 1, 2), Verdict.PARTLY),
        ((1, 3), Verdict.WRONG),
    ],
)
def test_it_wants_exactly_the_right_answers(picks: tuple[int, ...], verdict: Verdict):
    exercise = exercise_of(make.choices())
    outcome = exercise.judge(chosen(*(exercise.options[at].uid for at in picks)))
    assert (outcome.verdict, outcome.passed) == (verdict, verdict is Verdict.RIGHT)


def test_it_remarks_on_what_was_chosen_and_on_what_was_missed_without_explaining_that():
    exercise = exercise_of(make.choices())
    first, second, third, fourth = (str(option.uid) for option in exercise.options)
    remarks = exercise.judge(chosen(second, first)).remarks
    assert [remarks[uid].verdict for uid in (first, second, third)] == ["right", "wrong", "missed"]
    assert remarks[second].explanation == "Nee. De inwoner beslist."
    assert remarks[third].explanation == ""
    assert fourth not in remarks


def test_it_does_not_take_one_answer_twice():
    exercise = exercise_of(make.choices())
    with pytest.raises(UnknownAnswerError):
        exercise.judge(chosen(exercise.options[0].uid, exercise.options[0].uid))


@pytest.mark.parametrize(
    ("correct", "said", "passed", "explanation"),
    [
        ("true", "true", True, "Ja. De gemeente betaalt."),
        ("true", "false", False, "Nee. De inwoner betaalt nooit iets."),
        ("false", "false", True, "Nee. De inwoner betaalt nooit iets."),
        ("false", "true", False, "Ja. De gemeente betaalt."),
    ],
)
def test_it_judges_a_statement(correct: str, said: str, passed: bool, explanation: str):
    outcome = exercise_of(make.statement(correct)).judge(chosen(said))
    assert (outcome.passed, outcome.explanation) == (passed, explanation)


@pytest.mark.parametrize(
    ("places", "verdict", "right"),
    [
        ((0, 1, 2, 3), Verdict.RIGHT, {0, 1, 2, 3}),
        ((0, 2, 1, 3), Verdict.PARTLY, {0, 3}),
        ((1, 0, 3, 2), Verdict.WRONG, set()),
    ],
)
def test_it_says_which_items_stand_at_their_place(places: tuple[int, ...], verdict: Verdict, right: set[int]):
    exercise = exercise_of(make.order())
    outcome = exercise.judge(chosen(*(exercise.items[at].uid for at in places)))
    assert outcome.verdict is verdict
    assert outcome.explanation == "Eerst kennismaken, dan pas het gesprek."
    remarks = [outcome.remarks[str(item.uid)].verdict for item in exercise.items]
    assert {at for at, said in enumerate(remarks) if said is Verdict.RIGHT} == right


def test_it_waits_for_every_place():
    exercise = exercise_of(make.order())
    with pytest.raises(UnansweredError):
        exercise.judge(chosen(exercise.items[0].uid))


def test_it_lets_equal_right_sides_be_equal():
    exercise = exercise_of(make.match())
    keys = {text: key for key, text in exercise.rights}
    assert list(keys) == ["aan de andere kant", "naast de inwoner"]
    assert exercise.solution() == in_fields((pair.uid, keys[pair.right]) for pair in exercise.pairs)


def test_it_says_per_pair_whether_it_was_found():
    exercise = exercise_of(make.match())
    key = {text: key for key, text in exercise.rights}["naast de inwoner"]
    outcome = exercise.judge(in_fields((pair.uid, key) for pair in exercise.pairs))
    assert outcome.verdict is Verdict.PARTLY
    assert [one.verdict for one in outcome.remarks.values()] == ["right", "wrong", "right"]
    assert outcome.remarks[str(exercise.pairs[0].uid)].explanation == "Een OCO denkt mee."


def test_it_knows_no_key_of_another_exercise():
    exercise, other = exercise_of(make.match()), exercise_of(make.match())
    with pytest.raises(UnknownAnswerError):
        exercise.judge(in_fields((pair.uid, other.rights[0][0]) for pair in exercise.pairs))


def test_it_says_which_item_is_in_its_group():
    exercise = exercise_of(make.sort())
    first = exercise.groups[0].uid
    outcome = exercise.judge(in_fields((item.uid, first) for item in exercise.shown))
    assert outcome.verdict is Verdict.PARTLY
    wrong = [uid for uid, one in outcome.remarks.items() if one.verdict is Verdict.WRONG]
    assert wrong == [str(exercise.groups[1].items[0].uid)]


def test_it_names_the_parts_that_are_still_empty():
    exercise = exercise_of(make.sort())
    response = dict(exercise.solution())
    empty = response.popitem()[0]
    with pytest.raises(UnansweredError) as caught:
        exercise.judge({**response, empty: ("  ",)})
    assert caught.value.fields == (empty,)


def test_it_lets_one_point_only_at_words():
    exercise = exercise_of(make.hot_words())
    with pytest.raises(UnknownAnswerError):
        exercise.judge(chosen(exercise.parts[0].uid))
    assert [part.can_be_chosen for part in exercise.parts] == [False, True, False, True, False, True]


def test_it_tells_about_the_words_one_pointed_at():
    exercise = exercise_of(make.hot_words())
    outcome = exercise.judge(chosen(exercise.parts[1].uid, exercise.parts[3].uid))
    assert outcome.verdict is Verdict.PARTLY
    assert [one.verdict for one in outcome.remarks.values()] == ["wrong", "right", "missed"]


def test_it_takes_the_word_of_who_does_a_task():
    exercise = exercise_of(make.assignment())
    assert exercise.judge(chosen("done")).verdict is Verdict.DONE
    later = exercise.judge(chosen("later"))
    assert (later.verdict, later.passed) == (Verdict.LATER, False)
    assert exercise.prompt == "Je buurvrouw vraagt wat je doet. Vertel het in drie zinnen."


def test_it_asks_nothing_of_an_assignment_that_is_not_handed_in():
    blocks = [make.assignment(hand_in=False), make.assignment()]
    del blocks[0]["value"]["hand_in"]
    assert [part.is_exercise for part in parts_of(blocks)] == [False, True]
    assert list(exercises_of(blocks)) == [UUID(blocks[1]["id"])]


@pytest.mark.parametrize("kind", sorted(make.MAKERS))
def test_it_reads_what_was_stored_before_a_field_existed(kind: str):
    bare = {**make.MAKERS[kind](), "value": {"hand_in": True}}
    exercise = exercise_of(bare)
    assert (exercise.title, exercise.prompt) == ("", "")
    with pytest.raises(UnansweredError):
        exercise.judge({})


def test_it_never_passes_a_reaction_without_a_judgement():
    block = make.mirrored_scenario()
    block["value"]["reactions"][0]["value"]["judgement"] = ""
    exercise = exercise_of(block)
    assert exercise.judge(chosen(exercise.options[0].uid)).passed is False


def test_it_reads_the_mirror_of_roles():
    exercise = exercise_of(make.mirrored_scenario())
    assert [option.hat for option in exercise.options] == ["oco", "professional", "buddy"]
    assert [voice.role for voice in exercise.mirror] == [
        *("oco", "advocate", "buddy", "case_manager", "professional"),
    ]
    assert exercise.panel.startswith("Wij zeggen")
