"""Choosing one answer: the question, and the scenario with the mirror of roles. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from lms.courses.exercises.rules import (
    ANSWER,
    Outcome,
    Remark,
    Response,
    UnknownAnswerError,
    Verdict,
    one_answer,
)

BEST = [Verdict.RIGHT, Verdict.FITS, Verdict.CAREFUL, Verdict.UNFIT, Verdict.WRONG]


@dataclass(frozen=True)
class Option:
    """One answer or reaction, with what we say when it is chosen. `hat`: whose way it is, or empty."""

    uid: UUID
    text: str
    verdict: Verdict
    explanation: str
    hat: str = ""


@dataclass(frozen=True)
class Voice:
    """What somebody in a role would do; `role` is that of the course package."""

    role: str
    text: str


@dataclass(frozen=True)
class Choice:
    """A question or a scenario; `title` is empty for a question. `mirror` and `panel` come after choosing."""

    uid: UUID
    title: str
    prompt: str
    options: tuple[Option, ...]
    mirror: tuple[Voice, ...] = ()
    panel: str = ""

    def judge(self, response: Response) -> Outcome:
        """Return what the chosen option is worth. Raises UnansweredError or UnknownAnswerError."""
        chosen = one_answer(response)
        option = next((option for option in self.options if str(option.uid) == chosen), None)
        if option is None:
            raise UnknownAnswerError(chosen)
        remark = Remark(option.verdict, option.explanation)
        return Outcome(option.verdict, option.explanation, {chosen: remark})

    def solution(self) -> Response:
        """Return the best option; of several that are as good, the first."""
        best = min(self.options, key=lambda option: BEST.index(option.verdict))
        return {ANSWER: (str(best.uid),)}
