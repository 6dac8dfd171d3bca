"""The blocks a lesson is made of. Their names and fields are those of the StreamField blocks on the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lms.packages.kinds import Cell, Html, Line, Uid

Mode = Literal["alone", "together"]
Judgement = Literal["fits", "careful", "unfit"]


@dataclass(frozen=True)
class TextValue:
    """Running text."""

    html: Html


@dataclass(frozen=True)
class CalloutValue:
    """Text that must stand out."""

    html: Html


@dataclass(frozen=True)
class TableValue:
    """A table; every row has as many cells as the header."""

    caption: Line
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class ReflectionValue:
    """‘Denk even na’: a question to oneself; nobody sees the answer."""

    prompt: Line


@dataclass(frozen=True)
class SummaryValue:
    """‘Kort gezegd’: the easy version of the lesson."""

    text: Line


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
class Reaction:
    """One way to react in a situation, judged with feedback."""

    uid: Uid
    text: Line
    judgement: Judgement
    feedback: Line


@dataclass(frozen=True)
class ScenarioValue:
    """A situation from practice; at least one reaction fits. `code` is its name for people: S5.1."""

    code: Line
    title: Line
    situation: Line
    reactions: tuple[Reaction, ...]


@dataclass(frozen=True)
class AssignmentValue:
    """Something to do, alone or together, sometimes with a table. `code` is its name for people: 5a."""

    code: Line
    title: Line
    mode: Mode
    minutes_min: int
    minutes_max: int
    html: Html
    header: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


BlockValue = (
    TextValue
    | CalloutValue
    | TableValue
    | ReflectionValue
    | SummaryValue
    | QuestionValue
    | ScenarioValue
    | AssignmentValue
)

BLOCK_TYPES: dict[str, type[BlockValue]] = {
    "text": TextValue,
    "callout": CalloutValue,
    "table": TableValue,
    "reflection": ReflectionValue,
    "summary": SummaryValue,
    "question": QuestionValue,
    "scenario": ScenarioValue,
    "assignment": AssignmentValue,
}
_TYPE_NAMES = {value: name for name, value in BLOCK_TYPES.items()}


@dataclass(frozen=True)
class Block:
    """One block of a lesson. `type` follows from the value."""

    uid: Uid
    value: BlockValue

    @property
    def type(self) -> str:
        """The name of the block type, a key of `BLOCK_TYPES`."""
        return _TYPE_NAMES[type(self.value)]
