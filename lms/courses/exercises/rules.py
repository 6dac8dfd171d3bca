"""What every exercise shares: responses, verdicts, outcomes. Pure: no framework, no clock, no storage.

The rules stand in docs/decisions/0014. Source: domain.md §2.6 (nobody fails: unlimited attempts) and §7.1 (in
a scenario several reactions may be defensible).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID, uuid5

ANSWER = "answer"
NAMESPACE = UUID("6f0b0f4e-2f0e-5c0e-9a58-5d5b8a2f6c11")

Response = Mapping[str, tuple[str, ...]]
"""What a learner gave: values by field. A field is `answer`, or `answer-<uid>` for one of several parts."""


class Verdict(StrEnum):
    """What a response, or a part of it, is worth. Nothing is ever failed."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    MISSED = "missed"
    FITS = "fits"
    CAREFUL = "careful"
    UNFIT = "unfit"
    GOES_ON = "goes_on"
    DONE = "done"
    LATER = "later"

    @property
    def passes(self) -> bool:
        """Say whether this is enough to go on: `careful` is, because it can be defended."""
        return self in {Verdict.RIGHT, Verdict.FITS, Verdict.CAREFUL, Verdict.DONE}


class Result(StrEnum):
    """The two things an attempt can be. There is no failing."""

    PASSED = "passed"
    TRIED = "tried"


class UnansweredError(ValueError):
    """Nothing was chosen, or a part is still empty; `fields` are the fields that miss a value."""

    def __init__(self, *fields: str) -> None:
        super().__init__(*fields)
        self.fields = fields


class UnknownAnswerError(LookupError):
    """The response does not belong to the exercise, for example because the page was edited in between."""


@dataclass(frozen=True)
class Remark:
    """What we say about one part of a response: its verdict and, where there is one, the explanation."""

    verdict: Verdict
    explanation: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a response means. `remarks` are about its parts, by their uid; in a dialogue in turn."""

    verdict: Verdict
    explanation: str = ""
    remarks: Mapping[str, Remark] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Say whether this is enough."""
        return self.verdict.passes

    @property
    def result(self) -> Result:
        """What the attempt is."""
        return Result.PASSED if self.passed else Result.TRIED


class Exercise(Protocol):
    """Something to answer. Every kind is a frozen dataclass with these."""

    @property
    def uid(self) -> UUID:
        """The id of the block."""

    @property
    def title(self) -> str:
        """The heading, or empty: then `prompt` is the heading."""

    @property
    def prompt(self) -> str:
        """The question, the situation or the task."""

    @property
    def kind(self) -> str:
        """The type of the block, as in a course package."""

    def judge(self, response: Response) -> Outcome:
        """Return what a response means. Raises UnansweredError or UnknownAnswerError."""

    def canonical(self, response: Response) -> Response:
        """Return a response in its one way of writing: sorted where order means nothing. Never raises."""

    def solution(self) -> Response:
        """Return a response that passes: for the trainer's answer sheet, never for a learner's page."""


def field_of(uid: UUID) -> str:
    """Return the field for one part of an exercise."""
    return f"{ANSWER}-{uid}"


def to_data(response: Response) -> dict[str, list[str]]:
    """Return a response as JSON keeps it: fields sorted by name."""
    return {name: list(response[name]) for name in sorted(response)}


def from_data(data: Mapping[str, list[str]]) -> Response:
    """Return a response from what `to_data` gave."""
    return {name: tuple(values) for name, values in data.items()}


def key_of(response: Response) -> UUID:
    """Return the key by which the same response sent twice is known."""
    return uuid5(NAMESPACE, json.dumps(to_data(response), ensure_ascii=True, sort_keys=True))


def one_answer(response: Response) -> str:
    """Return the one value of an exercise with one thing to fill in. Raises as `Exercise.judge` does."""
    values = answers(response)
    if len(values) != 1:
        raise UnknownAnswerError(*values)
    return values[0]


def same(response: Response) -> Response:
    """Return the response as it is: for exercises in which order means something, or with one value."""
    return response


def any_order(response: Response) -> Response:
    """Return the response with the values of each field sorted: for exercises that ask for a set."""
    return {name: tuple(sorted(values)) for name, values in response.items()}


def answers(response: Response) -> tuple[str, ...]:
    """Return the values of the only field, each once and at least one. Raises as `Exercise.judge` does."""
    if set(response) - {ANSWER}:
        raise UnknownAnswerError(*sorted(response))
    values = response.get(ANSWER, ())
    if not any(value.strip() for value in values):
        raise UnansweredError(ANSWER)
    if len(set(values)) != len(values):
        raise UnknownAnswerError(*values)
    return values


def filled(response: Response, fields: Sequence[str]) -> list[str]:
    """Return the one value of each of these fields, all filled in. Raises as `Exercise.judge` does."""
    several = [name for name, values in response.items() if len(values) > 1]
    unknown = sorted(set(response) - set(fields)) + several
    if unknown:
        raise UnknownAnswerError(*unknown)
    values = ["".join(response.get(name, ())) for name in fields]
    empty = [name for name, value in zip(fields, values, strict=True) if not value.strip()]
    if empty or not fields:
        raise UnansweredError(*empty)
    return values


def whole(remarks: Collection[Remark]) -> Verdict:
    """Return the verdict over parts that are each right or not: all, some or none of them."""
    right = sum(remark.verdict is Verdict.RIGHT for remark in remarks)
    if right == len(remarks):
        return Verdict.RIGHT
    return Verdict.PARTLY if right else Verdict.WRONG


def remark_on(right: bool, explanation: str = "") -> Remark:
    """Return the remark on a part that is right, or not yet."""
    return Remark(Verdict.RIGHT if right else Verdict.WRONG, explanation)
