"""Laws of steps and of judging."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lms.courses.exercises.choice import BEST, Choice, Option
from lms.courses.exercises.steps import Part, minutes_left, step_at, steps

PARTS = st.lists(st.builds(Part, st.uuids(), st.booleans()), max_size=30, unique_by=lambda part: part.uid)
OPTIONS = st.lists(
    st.builds(Option, st.uuids(), st.text(max_size=20), st.sampled_from(BEST), st.text(max_size=20)),
    min_size=1,
    max_size=6,
    unique_by=lambda option: option.uid,
)


@given(PARTS)
def test_it_keeps_every_block_once_and_in_order(parts: list[Part]):
    assert [uid for step in steps(parts) for uid in step.blocks] == [part.uid for part in parts]


@given(PARTS)
def test_it_asks_at_most_one_thing_per_step_and_forgets_none(parts: list[Part]):
    asked = [step.exercise for step in steps(parts) if step.exercise]
    assert asked == [part.uid for part in parts if part.is_exercise]


@given(PARTS)
def test_it_numbers_from_one_without_gaps(parts: list[Part]):
    found = steps(parts)
    assert [step.number for step in found] == list(range(1, len(found) + 1))


@given(PARTS)
def test_it_finds_every_step_back_by_number_and_by_id(parts: list[Part]):
    found = steps(parts)
    for step in found:
        assert step_at(found, str(step.number), None) == step
        assert step_at(found, None, step.uid) == step


@given(PARTS, st.text(max_size=8), st.none() | st.uuids())
def test_it_always_shows_some_step(parts: list[Part], asked: str, resume: UUID | None):
    found = steps(parts)
    assert step_at(found, asked, resume) in found


@given(OPTIONS, st.data())
def test_it_judges_the_same_answer_the_same_way(options: list[Option], data: st.DataObject):
    exercise = Choice(UUID(int=1), "", "?", tuple(options))
    chosen = data.draw(st.sampled_from(options))
    response = {"answer": (str(chosen.uid),)}
    first, second = exercise.judge(response), exercise.judge(response)
    assert first == second
    assert first.passed is chosen.verdict.passes
    assert first.explanation == chosen.explanation


@given(st.integers(0, 480), PARTS, st.data())
def test_it_never_takes_longer_after_passing_more(minutes: int, parts: list[Part], data: st.DataObject):
    found = steps(parts)
    exercises = [step.exercise for step in found if step.exercise]
    fewer = data.draw(st.sets(st.sampled_from(exercises))) if exercises else set()
    more = fewer | (data.draw(st.sets(st.sampled_from(exercises))) if exercises else set())
    assert 1 <= minutes_left(minutes, found, more) <= minutes_left(minutes, found, fewer) <= max(minutes, 1)
