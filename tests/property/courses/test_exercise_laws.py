"""Laws of judging, for exercises of every kind and shape."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lms.courses.exercises.choice import Choices
from lms.courses.exercises.gaps import forgiving
from lms.courses.exercises.hot_words import HotWords
from lms.courses.exercises.matching import Match, Sort
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import (
    Exercise,
    Outcome,
    UnansweredError,
    UnknownAnswerError,
    Verdict,
    from_data,
    key_of,
    to_data,
)
from tests.property.courses.exercises import (
    choices,
    dialogues,
    exercises,
    hot_words,
    matches,
    orders,
    responses,
    sorts,
)

answered = exercises.flatmap(lambda one: st.tuples(st.just(one), responses(one)))
many = settings(max_examples=300)


def outcome_of(exercise: Exercise, response: dict[str, tuple[str, ...]]) -> Outcome | str:
    """Return the outcome, or the name of the one of two errors."""
    try:
        return exercise.judge(response)
    except (UnansweredError, UnknownAnswerError) as error:
        return type(error).__name__


@many
@given(answered)
def test_it_gives_any_response_an_outcome_or_one_of_two_errors_and_always_the_same(given_):
    exercise, response = given_
    first = outcome_of(exercise, response)
    assert outcome_of(exercise, response) == first
    assert outcome_of(replace(exercise), from_data(to_data(response))) == first


@given(exercises)
def test_it_passes_the_solution_it_gives(exercise: Exercise):
    assert exercise.judge(exercise.solution()).passed


@many
@given(answered)
def test_it_never_judges_by_the_order_of_fields(given_):
    exercise, response = given_
    turned = dict(reversed(list(response.items())))
    assert outcome_of(exercise, turned) == outcome_of(exercise, response)
    assert key_of(exercise.canonical(turned)) == key_of(exercise.canonical(response))


@many
@given(answered)
def test_it_writes_a_response_in_one_way_that_means_the_same(given_):
    exercise, response = given_
    once = exercise.canonical(response)
    assert exercise.canonical(once) == once
    assert outcome_of(exercise, once) == outcome_of(exercise, response)
    assert from_data(to_data(once)) == once


@given(st.one_of(choices(), hot_words()), st.data())
def test_it_knows_a_set_of_answers_by_one_key_in_any_order(exercise: Choices | HotWords, data: st.DataObject):
    uids = [str(one.uid) for one in getattr(exercise, "options", ()) or exercise.parts if one is not None]
    first = data.draw(st.lists(st.sampled_from(uids), unique=True))
    second = data.draw(st.lists(st.sampled_from(uids), unique=True))
    keys = [key_of(exercise.canonical({"answer": tuple(one)})) for one in (first, second)]
    assert (keys[0] == keys[1]) is (set(first) == set(second))


@given(orders(), st.data())
def test_it_knows_every_order_by_a_key_of_its_own(exercise: Order, data: st.DataObject):
    uids = [str(item.uid) for item in exercise.items]
    first, second = data.draw(st.permutations(uids)), data.draw(st.permutations(uids))
    keys = [key_of(exercise.canonical({"answer": tuple(one)})) for one in (first, second)]
    assert (keys[0] == keys[1]) is (first == second)
    assert exercise.judge({"answer": tuple(first)}).passed is (first == uids)


@given(orders(), st.data())
def test_it_never_shows_the_right_order_and_shows_it_always_so(exercise: Order, data: st.DataObject):
    shown = exercise.shown
    assert sorted(shown, key=str) == sorted(exercise.items, key=str)
    assert shown != exercise.items
    other = replace(exercise, items=tuple(data.draw(st.permutations(exercise.items))))
    assert other.shown in {shown, (*shown[-1:], *shown[:-1]), (*shown[1:], *shown[:1])}


@given(sorts(), st.data())
def test_it_mixes_things_without_looking_at_their_groups(exercise: Sort, data: st.DataObject):
    at = data.draw(st.permutations(range(len(exercise.groups))))
    homes = [exercise.groups[one].items for one in at]
    moved = tuple(replace(group, items=here) for group, here in zip(exercise.groups, homes, strict=True))
    assert replace(exercise, groups=moved).shown == exercise.shown


@given(matches(), st.data())
def test_it_shows_right_sides_without_saying_whose_they_are(exercise: Match, data: st.DataObject):
    texts = data.draw(st.permutations([pair.right for pair in exercise.pairs]))
    other = tuple(replace(pair, right=text) for pair, text in zip(exercise.pairs, texts, strict=True))
    assert replace(exercise, pairs=other).rights == exercise.rights
    assert {text for _key, text in exercise.rights} == set(texts)
    keys = [key for key, _text in exercise.rights]
    assert len(set(keys)) == len(keys)
    assert not {str(pair.uid) for pair in exercise.pairs} & set(keys)


@given(dialogues(), st.data())
def test_it_lets_every_talk_go_on_until_it_ends(exercise, data: st.DataObject):
    given_: tuple[str, ...] = ()
    while turn := exercise.talk({"answer": given_}).turn:
        reply = data.draw(st.sampled_from(turn.replies))
        given_ = (*given_, str(reply.uid))
        outcome = exercise.judge({"answer": given_})
        assert list(outcome.remarks) == list(given_)
        assert (outcome.verdict is Verdict.GOES_ON) is (exercise.talk({"answer": given_}).turn is not None)
    assert len(given_) <= len(exercise.turns)
    verdicts = {remark.verdict for remark in outcome.remarks.values()}
    assert outcome.passed is (Verdict.UNFIT not in verdicts)


@given(answered)
def test_it_passes_a_whole_only_when_no_part_is_less_than_right(given_):
    exercise, response = given_
    outcome = outcome_of(exercise, response)
    if isinstance(outcome, Outcome) and outcome.passed:
        assert all(remark.verdict.passes for remark in outcome.remarks.values())


@given(st.text(max_size=40))
def test_it_forgives_a_text_once(text: str):
    plain = forgiving(text)
    assert forgiving(plain) == plain
    assert forgiving(f" ‘{text.upper()}’.") == forgiving(text.upper())
