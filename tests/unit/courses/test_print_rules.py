"""Paper: letters and numbers as on the screen it is entered on, and answers that say what fits."""

from uuid import uuid4

import pytest

from lms.courses.exercises.content import exercise_of, is_exercise
from lms.courses.exercises.rules import ANSWER
from lms.courses.paper.rules import CLEAR, Words, code_of, fields_of
from lms.courses.prints.answering import answer_of
from lms.courses.prints.asking import asked_of
from lms.courses.prints.rules import fingerprint, moved
from tests.factories import exercises

WORDS = Words("Antwoord", "Waar", "Niet waar", "Klaar", "Later", "Werk")
KINDS = {kind: exercise_of(make()) for kind, make in exercises.MAKERS.items()}


def labels(exercise) -> list[str]:
    """Return every text to choose from, or to fill in at, on the screen where paper is entered."""
    fields = fields_of(exercise, WORDS)
    return [text for field in fields for _value, text in field.options] + [field.label for field in fields]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_it_prints_each_kind_in_the_words_of_the_screen_that_takes_the_paper(kind):
    exercise = KINDS[kind]
    asked = asked_of(exercise, "Q1")
    printed = {*asked.options, *asked.rows, *asked.groups}
    printed |= {reply.text for turn in asked.turns for reply in turn.replies}
    printed |= {f"{turn.number}. {turn.says}" for turn in asked.turns}
    printed |= {word.text.strip() for word in asked.words if word.can_be_chosen}
    assert printed <= set(labels(exercise))
    assert printed or kind in {"statement", "gaps", "assignment"}


def test_it_prints_items_to_order_mixed_and_answers_them_in_order():
    exercise = KINDS["order"]
    right = [item.text for item in exercise.items]
    assert sorted(asked_of(exercise, "").rows) == sorted(right)
    assert list(asked_of(exercise, "").rows) != right
    answer = answer_of(exercise, asked_of(exercise, ""))
    assert [line.label for line in answer.lines] == [f"{at}. {text}" for at, text in enumerate(right, 1)]


def test_it_leads_a_reply_to_the_number_of_the_turn_that_follows():
    turns = asked_of(KINDS["dialogue"], "").turns
    assert [[reply.goes_to for reply in turn.replies] for turn in turns] == [[2, 2, 3], [3, 0], [0]]


def test_it_judges_every_option_at_the_back_without_saying_it_twice():
    answer = answer_of(KINDS["choices"], asked_of(KINDS["choices"], "M1.1"))
    assert [(line.label, line.word, line.text) for line in answer.lines][:2] == [
        ("A. Luisteren.", "Goed.", "Daar begint het mee."),
        ("B. Beslissen.", "Nog niet.", "De inwoner beslist."),
    ]


def test_it_gives_each_pair_the_letter_of_its_right_side():
    exercise = KINDS["match"]
    asked, answer = asked_of(exercise, ""), answer_of(exercise, asked_of(exercise, ""))
    letters = {option.partition(". ")[2]: option for option in asked.options}
    assert [line.label for line in answer.lines] == [
        f"{pair.left}: {letters[pair.right]}." for pair in exercise.pairs
    ]


def test_it_has_nothing_to_tell_about_a_task_and_something_about_everything_else():
    silent = {kind for kind, one in KINDS.items() if answer_of(one, asked_of(one, "")) is None}
    assert silent == {"assignment"}
    assert ANSWER in KINDS["assignment"].solution()


def test_it_holds_up_the_mirror_at_the_back():
    block = exercises.mirrored_scenario()
    assert is_exercise(block)
    exercise = exercise_of(block)
    answer = answer_of(exercise, asked_of(exercise, "S5.2"))
    assert [line.label for line in answer.mirror][:2] == ["OCO:", "Belangenbehartiger:"]
    assert answer.panel == "Wij zeggen vriendelijk nee, en denken mee over wie wel."


def test_it_gives_an_exercise_without_a_code_a_short_one_that_stays():
    uid = uuid4()
    code = code_of(uid, "")
    assert code == code_of(uid, "")
    assert len(code) == 4
    assert set(code) <= set(CLEAR)
    assert code_of(uid, "Q5.1") == "Q5.1"


def test_it_moves_headings_so_that_no_level_is_skipped():
    html = "<h3>Een</h3><p>h3</p><h4 id='x'>Twee</h4>"
    assert moved(html, 2) == "<h2>Een</h2><p>h3</p><h3 id='x'>Twee</h3>"
    assert moved(html, 4) == "<h4>Een</h4><p>h3</p><h5 id='x'>Twee</h5>"


def test_it_names_exactly_this_text():
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab", "c") == fingerprint("ab", "c")
    assert len(fingerprint("")) == 64
