"""Doing something and saying how far one is: an assignment that can be handed in. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lms.courses.checks.visible import visible
from lms.courses.exercises.rules import (
    ANSWER,
    Outcome,
    Remark,
    Response,
    UnknownAnswerError,
    Verdict,
    one_answer,
    same,
)

CHOICES = {"done": Verdict.DONE, "later": Verdict.LATER}


@dataclass(frozen=True)
class Task:
    """Something to do, told in `html`. Only the learner says when it is done."""

    uid: UUID
    title: str
    html: str
    kind: ClassVar[str] = "assignment"

    @property
    def prompt(self) -> str:
        """What is to be done, without markup. Reading HTML costs, so only who asks for it pays."""
        return visible(self.html).text

    def judge(self, response: Response) -> Outcome:
        """Return `done` or `later`, as the learner says. Raises UnansweredError or UnknownAnswerError."""
        said = one_answer(response)
        if said not in CHOICES:
            raise UnknownAnswerError(said)
        return Outcome(CHOICES[said], "", {said: Remark(CHOICES[said])})

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: it has one value."""
        return same(response)

    def solution(self) -> Response:
        """Return that it is done."""
        return {ANSWER: ("done",)}
