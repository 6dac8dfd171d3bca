"""Every kind of exercise from page to attempt: field names and verdicts of docs/decisions/0014."""

import re
from uuid import UUID, uuid5

import pytest

from lms.courses.models import Attempt, ExerciseState, LessonProgress
from tests.integration.spec.exercise_pages import Sent, per_part, picked, places, said, token
from tests.unit.courses import lettered
from tests.unit.courses.lettered import uid

pytestmark = pytest.mark.django_db


def side(text: str) -> str:
    return str(uuid5(UUID(uid("X")), text))


def groups(**letters: str) -> Sent:
    return per_part(**{item: uid(group) for item, group in letters.items()})


def pairs(**texts: str) -> Sent:
    return per_part(**{pair: side(text) for pair, text in texts.items()})


def data(*letters: str) -> Sent:
    return {"answer": [uid(letter) for letter in letters]}


Case = tuple[str, Sent, str, Sent]
NOT_YET: list[Case] = [
    ("question", picked("a"), "Nog niet.", data("a")),
    ("choices", picked("b", "a"), "Bijna.", {"answer": sorted([uid("a"), uid("b")])}),
    ("statement", said("true"), "Nog niet.", {"answer": ["true"]}),
    ("gaps", per_part(a="OCO", b="plek"), "Bijna.", per_part(a="OCO", b="plek")),
    ("order", places("badc"), "Nog niet.", data("b", "a", "d", "c")),
    ("match", pairs(a="over", b="naast", c="over"), "Nog niet.", pairs(a="over", b="naast", c="over")),
    ("sort", groups(a="g", b="h", c="h"), "Bijna.", groups(a="g", b="h", c="h")),
    ("hot_words", picked("c"), "Nog niet.", data("c")),
    ("scenario", picked("c"), "Past niet.", data("c")),
]
PASSED: list[Case] = [
    ("question", picked("b"), "Goed.", data("b")),
    ("choices", picked("c", "a"), "Goed.", {"answer": sorted([uid("a"), uid("c")])}),
    ("statement", said("false"), "Goed.", {"answer": ["false"]}),
    ("gaps", per_part(a="oco!", b="Kánt"), "Goed.", per_part(a="oco!", b="Kánt")),
    ("order", places("abcd"), "Goed.", data("a", "b", "c", "d")),
    ("match", pairs(a="naast", b="over", c="naast"), "Goed.", pairs(a="naast", b="over", c="naast")),
    ("sort", groups(a="g", b="g", c="h"), "Goed.", groups(a="g", b="g", c="h")),
    ("hot_words", picked("d", "b"), "Goed.", {"answer": sorted([uid("b"), uid("d")])}),
    ("scenario", picked("a"), "Past goed.", data("a")),
    ("scenario", picked("b"), "Kan, maar let op.", data("b")),
]


def block(name: str) -> lettered.Block:
    return getattr(lettered, name)()


@pytest.mark.parametrize(("name", "given", "word", "kept"), [*NOT_YET, *PASSED])
def test_it_judges_what_a_page_sends(seat, name: str, given: Sent, word: str, kept: Sent):
    desk = seat(block(name))
    is_passed = (name, given, word, kept) in PASSED
    assert word in desk.send(given)
    attempt = Attempt.objects.get()
    assert (attempt.outcome, attempt.response) == ("passed" if is_passed else "tried", kept)
    assert word in desk.page(), "shown again at the next visit"
    assert LessonProgress.objects.exclude(completed_at=None).exists() == is_passed


@pytest.mark.parametrize(("name", "given", "word", "kept"), PASSED)
def test_it_is_passed_at_any_later_time(seat, name: str, given: Sent, word: str, kept: Sent):
    desk = seat(block(name))
    earlier = next(case for case in NOT_YET if case[0] == name)
    desk.send(earlier[1])
    assert word in desk.send(given)
    desk.send(earlier[1])
    assert Attempt.objects.count() == 3
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.PASSED


@pytest.mark.parametrize(("name", "given", "word", "kept"), NOT_YET)
def test_it_knows_a_double_send(seat, name: str, given: Sent, word: str, kept: Sent):
    desk, page = seat(block(name)), token()
    answers = {desk.send(given, token=page) and desk.last.url for _ in range(2)}
    assert (Attempt.objects.count(), len(answers)) == (1, 1)
    desk.send(next(case[1] for case in PASSED if case[0] == name), token=page)
    assert Attempt.objects.count() == 2, "another answer from the same page is no double send"
    desk.send(given, token=token())
    assert Attempt.objects.count() == 3, "nor is the same answer from another page"


@pytest.mark.parametrize("name", ["choices", "hot_words"])
def test_it_knows_a_double_send_in_another_order(seat, name: str):
    desk, page = seat(block(name)), token()
    for letters in ("cb", "bc"):
        desk.send(picked(*letters), token=page)
    assert Attempt.objects.count() == 1


HALF: list[tuple[str, Sent]] = [
    ("question", {}),
    ("choices", {}),
    ("statement", {}),
    ("gaps", per_part(a="eerste woord")),
    ("order", dict(list(places("abcd").items())[:2])),
    ("order", {**places("abcd"), f"place-{uid('d')}": ["1"]}),
    ("match", pairs(a="naast")),
    ("sort", groups(b="g")),
    ("hot_words", {}),
    ("scenario", {}),
    ("dialogue", {}),
]


@pytest.mark.parametrize(("name", "given"), HALF)
def test_it_keeps_no_attempt_of_what_is_not_whole_and_loses_nothing(seat, name: str, given: Sent):
    desk = seat(block(name))
    page = desk.send(given)
    assert Attempt.objects.count() == 0
    for part, [value] in given.items():
        typed = rf'name="{part}" value="{value}"'
        chosen = rf'name="{part}"(?:(?!</select>|</fieldset>).)*?value="{value}" [^>]*(selected|checked)'
        assert re.search(typed if name == "gaps" else chosen, page, re.DOTALL), part


UNKNOWN = [
    ("question", data("z")),
    ("question", data("a", "b")),
    ("choices", data("a", "a")),
    ("statement", {"answer": ["misschien"]}),
    ("gaps", per_part(a="OCO", b="x" * 201)),
    ("gaps", per_part(a="OCO", b="kant", z="x")),
    ("order", places("abcz")),
    ("match", per_part(a="naast", b="over", c="naast")),
    ("sort", per_part(a=uid("g"), b=uid("g"), c=uid("z"))),
    ("hot_words", data("a", "b", "d")),
    ("scenario", data("z")),
    ("dialogue", data("d")),
    ("dialogue", {"said": [uid("a"), uid("e")], "answer": [uid("g")]}),
]


@pytest.mark.parametrize(("name", "given"), UNKNOWN)
def test_it_keeps_nothing_that_is_not_of_the_exercise(seat, name: str, given: Sent):
    desk = seat(block(name))
    action, hidden, _offered = desk.form()
    assert "Deze les is net veranderd." in desk.post(action, hidden | given)
    assert Attempt.objects.count() == 0
    assert ExerciseState.objects.count() == 0


def test_it_walks_through_a_talk(seat):
    desk = seat(block("dialogue"))
    assert "Past goed.</b> over a" in desk.send(picked("a"))
    _action, hidden, offered = desk.form()
    assert hidden["said"] == [uid("a")]
    assert offered["answer"] == [uid("d"), uid("e"), uid("f")]
    desk.send(picked("d"))
    assert ExerciseState.objects.get().stage == ExerciseState.Stage.TRIED
    assert "Het gesprek is klaar." in desk.send(picked("g"))
    kept = Attempt.objects.order_by("pk").values_list("response", "outcome")
    assert list(kept) == [
        (data("a"), "tried"),
        (data("a", "d"), "tried"),
        (data("a", "d", "g"), "passed"),
    ]


def test_it_does_not_pass_a_talk_with_a_reply_that_does_not_fit(seat):
    desk = seat(block("dialogue"))
    desk.send(picked("c"))
    desk.send(picked("g"))
    assert set(Attempt.objects.values_list("outcome", flat=True)) == {"tried"}
    back = desk.client.get(f"{desk.url}&beurt=1").content.decode()
    assert f'value="{uid("a")}"' in back
    assert Attempt.objects.count() == 2, "going back keeps nothing"
