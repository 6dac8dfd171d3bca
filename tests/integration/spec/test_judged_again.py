"""Exercises that change after they were answered, and work that is handed in (docs/decisions/0014)."""

from copy import deepcopy

import pytest

from lms.courses.models import Attempt, ExerciseState, HandIn, LessonProgress
from tests.integration.spec.exercise_pages import Desk, per_part, picked, places
from tests.unit.courses import lettered
from tests.unit.courses.lettered import Block, part, uid

pytestmark = pytest.mark.django_db


def edited(desk: Desk, **value: object) -> str:
    """Put a changed exercise online; return what Noor sees then."""
    block: Block = deepcopy(desk.block)
    block["value"].update(value)
    desk.edit(block)
    return desk.page()


def with_right(desk: Desk, letter: str) -> list[Block]:
    answers: list[Block] = deepcopy(desk.block["value"]["answers"])
    for one in answers:
        one["value"]["correct"] = one["id"] == uid(letter)
    return answers


def test_it_judges_an_earlier_response_by_the_exercise_as_it_is_now(seat):
    desk = seat(lettered.question())
    assert "Nog niet." in desk.send(picked("a"))
    page = edited(desk, answers=with_right(desk, "a"))
    assert "Goed.</span> over a" in page
    assert "Nog niet.</span>" not in page
    assert Attempt.objects.get().outcome == "tried", "what was kept stays as it was"


def test_it_keeps_the_pass_when_something_else_is_right_now(seat):
    desk = seat(lettered.question())
    desk.send(picked("b"))
    page = edited(desk, answers=with_right(desk, "c"))
    assert "Nog niet.</span>" in page
    assert "Je had dit al een keer goed. Dat blijft zo." in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED
    assert LessonProgress.objects.get().completed_at


def test_it_takes_a_new_word_for_a_gap(seat):
    desk = seat(lettered.gaps())
    assert "Bijna." in desk.send(per_part(a="meedenker", b="kant"))
    page = edited(desk, sentences=lettered.gaps("meedenker")["value"]["sentences"])
    assert page.count('class="mark ok"') == 2


@pytest.mark.parametrize(
    ("name", "given", "gone"),
    [
        ("question", picked("b"), "answers"),
        ("order", places("abcd"), "items"),
        ("scenario", picked("a"), "reactions"),
    ],
)
def test_it_shows_as_new_what_cannot_be_judged_any_more(seat, name: str, given, gone: str):
    desk = seat(getattr(lettered, name)())
    desk.send(given)
    parts = [
        {**one, "id": uid(letter)} for letter, one in zip("pqrst", desk.block["value"][gone], strict=False)
    ]
    page = edited(desk, **{gone: parts})
    assert "feedback-title" not in page
    assert "checked" not in page
    assert "selected" not in page
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED
    assert Attempt.objects.count() == 1


def test_it_says_that_the_exercise_changed_between_reading_and_sending(seat):
    desk = seat(lettered.gaps())
    action, hidden, _offered = desk.form()
    extra = part("c", before="Jij", after="mee.", answers=[{**part("q"), "value": "denkt"}], explanation="")
    edited(desk, sentences=[desk.block["value"]["sentences"][0], extra])
    page = desk.post(action, hidden | per_part(a="OCO", b="kant"))
    assert "Deze les is net veranderd." in page
    assert 'value="OCO"' in page, "what still fits stays"
    assert Attempt.objects.count() == 0
    assert "Goed." in desk.send(per_part(a="OCO", c="denkt"))


def test_it_hands_in_a_text(seat, noor):
    desk = seat(lettered.assignment())
    given = {"text": ["Mijn werk."], "choice": ["done"]}
    desk.send(given)
    assert (HandIn.objects.get().text, Attempt.objects.get().response) == ("Mijn werk.", {"answer": ["done"]})
    assert LessonProgress.objects.get().completed_at


def test_it_hands_in_once_for_a_double_send(seat):
    desk = seat(lettered.assignment())
    action, hidden, _offered = desk.form()
    data = hidden | {"text": ["Mijn werk."], "choice": ["done"]}
    for _ in range(2):
        desk.post(action, data)
    assert (HandIn.objects.count(), Attempt.objects.count()) == (1, 1)


def test_it_comes_back_later_and_keeps_the_text(seat):
    desk = seat(lettered.assignment())
    page = desk.send({"text": ["Nog niet af."], "choice": ["later"]})
    assert "Nog niet af." in page
    assert HandIn.objects.count() == 0
    assert not LessonProgress.objects.exclude(completed_at=None).exists()
    assert Attempt.objects.get().response == {"answer": ["later"]}
    desk.send({"text": ["Nu wel af."], "choice": ["done"]})
    assert HandIn.objects.get().text == "Nu wel af."
    assert LessonProgress.objects.get().completed_at


def test_it_is_done_without_anything_typed(seat):
    desk = seat(lettered.assignment())
    desk.send({"choice": ["done"]})
    assert Attempt.objects.get().outcome == "passed"


def test_it_asks_how_far_one_is(seat):
    desk = seat(lettered.assignment())
    action, hidden, _offered = desk.form()
    page = desk.client.post(action, hidden | {"text": ["Mijn werk."]}).content.decode()
    assert "Mijn werk." in page
    assert (Attempt.objects.count(), HandIn.objects.count()) == (0, 0)
