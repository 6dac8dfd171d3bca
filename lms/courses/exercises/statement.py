"""Saying whether something is true. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lms.courses.exercises.rules import (
    ANSWER,
    Outcome,
    Response,
    UnknownAnswerError,
    one_answer,
    remark_on,
    same,
)

TRUE, FALSE = "true", "false"


@dataclass(frozen=True)
class Statement:
    """Something that is true or not (`correct`), with what we say to each of the two answers."""

    uid: UUID
    prompt: str
    correct: bool
    if_true: str
    if_false: str
    kind: ClassVar[str] = "statement"
    title: ClassVar[str] = ""

    def judge(self, response: Response) -> Outcome:
        """Return whether `true` or `false` is it. Raises UnansweredError or UnknownAnswerError."""
        said = one_answer(response)
        if said not in {TRUE, FALSE}:
            raise UnknownAnswerError(said)
        explanation = self.if_true if said == TRUE else self.if_false
        remark = remark_on((said == TRUE) is self.correct, explanation)
        return Outcome(remark.verdict, explanation, {said: remark})

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: it has one value."""
        return same(response)

    def solution(self) -> Response:
        """Return what is so."""
        return {ANSWER: (TRUE if self.correct else FALSE,)}
