"""An exercise as it stands on paper: with boxes to tick and lines to write on. Letters and numbers are those
of the screen on which the paper is entered (lms/courses/paper/rules.py)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from lms.courses.exercises.choice import Choice, Choices
from lms.courses.exercises.dialogue import Dialogue, Turn
from lms.courses.exercises.gaps import Gaps
from lms.courses.exercises.hot_words import HotWords
from lms.courses.exercises.matching import Match, Sort
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import Exercise
from lms.courses.exercises.statement import Statement
from lms.courses.exercises.task import Task
from lms.courses.paper.rules import lettered
from lms.courses.progress.exercise_pieces import is_glued


@dataclass(frozen=True)
class Reply:
    """One thing to say in a talk, with its letter. `goes_to`: the number of the turn that follows, or 0."""

    text: str
    goes_to: int


@dataclass(frozen=True)
class TurnOnPaper:
    """What the other says, by number, and what one can answer."""

    number: int
    says: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Word:
    """A piece of a text to point at words in. `is_glued`: no space before it."""

    text: str
    can_be_chosen: bool
    is_glued: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence with a gap. `is_glued`: what follows the gap stands against it."""

    before: str
    after: str
    is_glued: bool


@dataclass(frozen=True)
class Asked:
    """An exercise on paper; each kind fills what it needs. `options` begin with their letter."""

    kind: str
    code: str
    heading: str
    prompt: str = ""
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    words: tuple[Word, ...] = ()
    turns: tuple[TurnOnPaper, ...] = ()


def asked_of(exercise: Exercise, code: str) -> Asked:
    """Return an exercise as it is printed."""
    title = exercise.title
    # What to do in an assignment is rich text: its template reads that from the block.
    heading, prompt = (title, exercise.prompt) if title and not isinstance(exercise, Task) else ("", "")
    plain = Asked(exercise.kind, code, heading or title or exercise.prompt, prompt)
    return FILLED_IN[type(exercise)](plain, exercise)


def _options(plain: Asked, exercise: Choice | Choices) -> Asked:
    return replace(plain, options=_texts(lettered((one.uid, one.text) for one in exercise.options)))


def _texts(options: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(text for _key, text in options)


def _as_it_is(plain: Asked, exercise: Exercise) -> Asked:
    return plain


def _gaps(plain: Asked, exercise: Gaps) -> Asked:
    sentences = (Sentence(one.before, one.after, is_glued(one.after)) for one in exercise.gaps)
    return replace(plain, sentences=tuple(sentences))


def _order(plain: Asked, exercise: Order) -> Asked:
    return replace(plain, rows=tuple(item.text for item in exercise.shown))


def _match(plain: Asked, exercise: Match) -> Asked:
    rows = tuple(pair.left for pair in exercise.pairs)
    return replace(plain, rows=rows, options=_texts(lettered(exercise.rights)))


def _sort(plain: Asked, exercise: Sort) -> Asked:
    rows = tuple(item.text for item in exercise.shown)
    return replace(plain, rows=rows, groups=tuple(group.title for group in exercise.groups))


def _hot_words(plain: Asked, exercise: HotWords) -> Asked:
    parts = exercise.parts
    words = (
        Word(part.text, part.can_be_chosen, at == 0 or is_glued(part.text)) for at, part in enumerate(parts)
    )
    return replace(plain, words=tuple(words))


def _dialogue(plain: Asked, exercise: Dialogue) -> Asked:
    turns = (_turn(exercise, number, turn) for number, turn in enumerate(exercise.turns, start=1))
    return replace(plain, turns=tuple(turns))


def _turn(talk: Dialogue, number: int, turn: Turn) -> TurnOnPaper:
    # Only a later turn can follow, as in the talk itself.
    later = {one.name: at for at, one in reversed(list(enumerate(talk.turns[number:], start=number + 1)))}
    texts = _texts(lettered((reply.uid, reply.text) for reply in turn.replies))
    replies = zip(texts, turn.replies, strict=True)
    return TurnOnPaper(
        number, turn.says, tuple(Reply(text, later.get(reply.goes_to, 0)) for text, reply in replies)
    )


FILLED_IN: dict[type, Callable[[Asked, Any], Asked]] = {
    Choice: _options,
    Choices: _options,
    Statement: _as_it_is,
    Gaps: _gaps,
    Order: _order,
    Match: _match,
    Sort: _sort,
    HotWords: _hot_words,
    Dialogue: _dialogue,
    Task: _as_it_is,
}
