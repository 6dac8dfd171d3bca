"""Choosing one or several: questions, and the scenario with the mirror of roles. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lms.courses.exercises.rules import (
    ANSWER,
    Outcome,
    Remark,
    Response,
    UnknownAnswerError,
    Verdict,
    answers,
    any_order,
    one_answer,
    same,
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

    @property
    def kind(self) -> str:
        """A scenario has a title, a question has none."""
        return "scenario" if self.title else "question"

    def judge(self, response: Response) -> Outcome:
        """Return what the chosen option is worth. Raises UnansweredError or UnknownAnswerError."""
        chosen = one_answer(response)
        option = next((option for option in self.options if str(option.uid) == chosen), None)
        if option is None:
            raise UnknownAnswerError(chosen)
        remark = Remark(option.verdict, option.explanation)
        return Outcome(option.verdict, option.explanation, {chosen: remark})

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: it has one value."""
        return same(response)

    def solution(self) -> Response:
        """Return the best option; of several that are as good, the first."""
        best = min(self.options, key=lambda option: BEST.index(option.verdict))
        return {ANSWER: (str(best.uid),)}


@dataclass(frozen=True)
class Choices:
    """A question with one or more right answers: each option is right or wrong to choose."""

    uid: UUID
    prompt: str
    options: tuple[Option, ...]
    kind: ClassVar[str] = "choices"
    title: ClassVar[str] = ""

    def judge(self, response: Response) -> Outcome:
        """Return whether exactly the right ones were chosen. Raises UnansweredError or UnknownAnswerError."""
        options = {str(one.uid): (one.verdict is Verdict.RIGHT, one.explanation) for one in self.options}
        return judge_chosen(options, answers(response))

    def canonical(self, response: Response) -> Response:
        """Return the response with its values sorted: which was chosen first means nothing."""
        return any_order(response)

    def solution(self) -> Response:
        """Return the right options."""
        return {ANSWER: tuple(str(one.uid) for one in self.options if one.verdict is Verdict.RIGHT)}


def judge_chosen(options: Mapping[str, tuple[bool, str]], chosen: tuple[str, ...]) -> Outcome:
    """Judge a set of chosen options; `options` says of each whether it is right, and its explanation.

    A right option that was not chosen is `missed`, without its explanation: that is for who chose it.
    Raises UnknownAnswerError.
    """
    unknown = [one for one in chosen if one not in options]
    if unknown:
        raise UnknownAnswerError(*unknown)
    remarks = {}
    for uid, (right, explanation) in options.items():
        if uid in chosen:
            remarks[uid] = Remark(Verdict.RIGHT if right else Verdict.WRONG, explanation)
        elif right:
            remarks[uid] = Remark(Verdict.MISSED)
    return Outcome(_over_chosen({remark.verdict for remark in remarks.values()}), "", remarks)


def _over_chosen(verdicts: set[Verdict]) -> Verdict:
    if verdicts == {Verdict.RIGHT}:
        return Verdict.RIGHT
    return Verdict.PARTLY if Verdict.RIGHT in verdicts else Verdict.WRONG
