"""The exercises of a lesson, as a course package holds them. What they mean is in docs/decisions/0014."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lms.packages.kinds import Cell, Html, Line, Uid
from lms.packages.situations import DialogueValue, ScenarioValue

Mode = Literal["alone", "together"]
Saying = Literal["true", "false"]
WordRole = Literal["text", "hot", "cold"]


@dataclass(frozen=True)
class Answer:
    """One answer to a question, with the explanation that the learner gets after choosing it."""

    uid: Uid
    text: Line
    correct: bool
    explanation: Line


@dataclass(frozen=True)
class QuestionValue:
    """A question with exactly one correct answer. `code` is its name for people: Q5.1."""

    code: Line
    prompt: Line
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class ChoicesValue:
    """A question with one or more correct answers."""

    code: Line
    prompt: Line
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class StatementValue:
    """Something that is true or not, with an explanation for each of the two answers."""

    code: Line
    statement: Line
    correct: Saying
    if_true: Line
    if_false: Line


@dataclass(frozen=True, kw_only=True)
class GapSentence:
    """A sentence with one gap: what stands before and after it, and what may be filled in."""

    uid: Uid
    before: Line = ""
    answers: tuple[Line, ...]
    after: Line = ""
    explanation: Line = ""


@dataclass(frozen=True)
class GapsValue:
    """Sentences with a gap."""

    code: Line
    prompt: Line
    sentences: tuple[GapSentence, ...]


@dataclass(frozen=True)
class OrderItem:
    """One thing to put in its place."""

    uid: Uid
    text: Line


@dataclass(frozen=True)
class OrderValue:
    """Things in the right order, first to last."""

    code: Line
    prompt: Line
    items: tuple[OrderItem, ...]
    explanation: Line = ""


@dataclass(frozen=True)
class MatchPair:
    """Two things that belong together."""

    uid: Uid
    left: Line
    right: Line
    explanation: Line = ""


@dataclass(frozen=True)
class MatchValue:
    """Pairs to find."""

    code: Line
    prompt: Line
    pairs: tuple[MatchPair, ...]
    explanation: Line = ""


@dataclass(frozen=True)
class SortGroup:
    """A group with what belongs in it."""

    uid: Uid
    title: Line
    items: tuple[OrderItem, ...]


@dataclass(frozen=True)
class SortValue:
    """Things to put in groups."""

    code: Line
    prompt: Line
    groups: tuple[SortGroup, ...]
    explanation: Line = ""


@dataclass(frozen=True)
class WordPart:
    """A piece of a text: plain, or one that can be chosen and is right (hot) or not (cold)."""

    uid: Uid
    text: Line
    role: WordRole
    explanation: Line = ""


@dataclass(frozen=True)
class HotWordsValue:
    """A text in which words are to be pointed at."""

    code: Line
    prompt: Line
    parts: tuple[WordPart, ...]
    explanation: Line = ""


@dataclass(frozen=True)
class AssignmentValue:
    """Something to do, alone or together, sometimes with a table. `code` is its name for people: 5a.

    With `hand_in` a learner can send in the work and gets a reply. `easy` is the same task in easier words,
    `easy_of` the fingerprint of the text it was made for (docs/decisions/0016).
    """

    code: Line
    title: Line
    mode: Mode
    minutes_min: int
    minutes_max: int
    html: Html
    header: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    hand_in: bool = False
    easy: Html = ""
    easy_of: Line = ""


ExerciseValue = (
    QuestionValue
    | ChoicesValue
    | StatementValue
    | GapsValue
    | OrderValue
    | MatchValue
    | SortValue
    | HotWordsValue
    | ScenarioValue
    | DialogueValue
    | AssignmentValue
)
EXERCISE_TYPES: dict[str, type[ExerciseValue]] = {
    "question": QuestionValue,
    "choices": ChoicesValue,
    "statement": StatementValue,
    "gaps": GapsValue,
    "order": OrderValue,
    "match": MatchValue,
    "sort": SortValue,
    "hot_words": HotWordsValue,
    "scenario": ScenarioValue,
    "dialogue": DialogueValue,
    "assignment": AssignmentValue,
}
