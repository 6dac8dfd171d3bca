"""Pure rules of the paper screen: which fields an exercise needs there, and what they mean as a response.

The fields are those of the learner's own page, with the exercise before it: `<exercise>.<field>`. Only a
dialogue differs: on paper one sees every turn, so each has a field of its own.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from lms.courses.exercises.choice import Choice, Choices
from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.gaps import Gaps
from lms.courses.exercises.hot_words import HotWords
from lms.courses.exercises.matching import Match, Sort
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import (
    ANSWER,
    Exercise,
    Response,
    UnansweredError,
    UnknownAnswerError,
    field_of,
)
from lms.courses.exercises.statement import FALSE, TRUE, Statement
from lms.courses.exercises.task import Task
from lms.courses.progress.exercise_parts import letter
from lms.courses.progress.page_fields import Fields, place_field, response_in

TEXT, TURN = "text", "turn"
CLEAR = "ACDEFHJKLMNPRTUVWXY34679"
"""Signs that nobody takes for another when they are written by hand."""
Way = Literal["select", "several", "line", "text"]
Option = tuple[str, str]


@dataclass(frozen=True)
class Field:
    """One thing to fill in. `options`: value and words."""

    name: str
    label: str
    way: Way
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Words:
    """The words that a field needs and no exercise has, in the language of the page."""

    answer: str
    true: str
    false: str
    done: str
    later: str
    work: str


def code_of(uid: UUID, code: str) -> str:
    """Return the code of an exercise on paper: its own, else a short one that is always the same."""
    if code:
        return code
    return "".join(CLEAR[one % len(CLEAR)] for one in hashlib.sha256(uid.bytes).digest()[:4])


def lettered(pairs: Iterable[tuple[Any, str]]) -> tuple[Option, ...]:
    """Return options with the letter that stands before them on paper: A, B, C …"""
    return tuple((str(key), f"{letter(at)}. {text}") for at, (key, text) in enumerate(pairs))


def fields_of(exercise: Exercise, words: Words) -> tuple[Field, ...]:
    """Return what is to be filled in for an exercise, in the order of the paper."""
    found = MAKERS[type(exercise)](exercise, words)
    return tuple(Field(f"{exercise.uid}.{one.name}", one.label, one.way, one.options) for one in found)


def _choice(exercise: Choice, words: Words) -> list[Field]:
    options = lettered((option.uid, option.text) for option in exercise.options)
    return [Field(ANSWER, words.answer, "select", options)]


def _choices(exercise: Choices, words: Words) -> list[Field]:
    options = lettered((option.uid, option.text) for option in exercise.options)
    return [Field(ANSWER, words.answer, "several", options)]


def _statement(exercise: Statement, words: Words) -> list[Field]:
    return [Field(ANSWER, words.answer, "select", ((TRUE, words.true), (FALSE, words.false)))]


def _gaps(exercise: Gaps, words: Words) -> list[Field]:
    return [Field(field_of(gap.uid), f"{gap.before} … {gap.after}".strip(), "line") for gap in exercise.gaps]


def _order(exercise: Order, words: Words) -> list[Field]:
    places = tuple((str(at), str(at)) for at, _item in enumerate(exercise.items, start=1))
    return [Field(place_field(item.uid), item.text, "select", places) for item in exercise.shown]


def _match(exercise: Match, words: Words) -> list[Field]:
    options = lettered(exercise.rights)
    return [Field(field_of(pair.uid), pair.left, "select", options) for pair in exercise.pairs]


def _sort(exercise: Sort, words: Words) -> list[Field]:
    groups = tuple((str(group.uid), group.title) for group in exercise.groups)
    return [Field(field_of(item.uid), item.text, "select", groups) for item in exercise.shown]


def _hot_words(exercise: HotWords, words: Words) -> list[Field]:
    options = tuple((str(part.uid), part.text.strip()) for part in exercise.parts if part.can_be_chosen)
    return [Field(ANSWER, words.answer, "several", options)]


def _dialogue(exercise: Dialogue, words: Words) -> list[Field]:
    return [
        Field(
            f"{TURN}-{turn.uid}",
            f"{number}. {turn.says}",
            "select",
            lettered((reply.uid, reply.text) for reply in turn.replies),
        )
        for number, turn in enumerate(exercise.turns, start=1)
    ]


def _task(exercise: Task, words: Words) -> list[Field]:
    choices = (("done", words.done), ("later", words.later))
    return [Field(ANSWER, words.answer, "select", choices), Field(TEXT, words.work, "text")]


MAKERS: dict[type, Callable[[Any, Words], list[Field]]] = {
    Choice: _choice,
    Choices: _choices,
    Statement: _statement,
    Gaps: _gaps,
    Order: _order,
    Match: _match,
    Sort: _sort,
    HotWords: _hot_words,
    Dialogue: _dialogue,
    Task: _task,
}


def given_for(uid: UUID, sent: Mapping[str, tuple[str, ...]]) -> Fields:
    """Return what was filled in for one exercise, by the name of its field; what is empty is left out."""
    begin = f"{uid}."
    mine = {name.removeprefix(begin): values for name, values in sent.items() if name.startswith(begin)}
    filled = {name: tuple(value for value in values if value.strip()) for name, values in mine.items()}
    return {name: values for name, values in filled.items() if values}


def response_to(exercise: Exercise, given: Fields) -> Response:
    """Return the response that was written on paper. Raises UnansweredError or UnknownAnswerError.

    Of a dialogue the way counts that the replies lead along; turns beside that way are left out.
    """
    if not isinstance(exercise, Dialogue):
        return response_in({name: values for name, values in given.items() if name != TEXT})
    said: tuple[str, ...] = ()
    while (turn := exercise.talk({ANSWER: said}).turn) is not None:
        values = given.get(f"{TURN}-{turn.uid}", ())
        if len(values) != 1:
            raise UnknownAnswerError(*values) if values else UnansweredError(f"{TURN}-{turn.uid}")
        said += values
    return {ANSWER: said}
