"""Pointing at words in a text. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from lms.courses.exercises.choice import judge_chosen
from lms.courses.exercises.rules import ANSWER, Outcome, Response, answers, any_order

TEXT, HOT, COLD = "text", "hot", "cold"


@dataclass(frozen=True)
class WordPart:
    """A piece of the text. `role`: plain text, or a word to choose that is right (hot) or not (cold)."""

    uid: UUID
    text: str
    role: str
    explanation: str

    @property
    def can_be_chosen(self) -> bool:
        """Whether the learner may point at it: the page must not say more than this."""
        return self.role != TEXT


@dataclass(frozen=True)
class HotWords:
    """A text in which words are to be pointed at."""

    uid: UUID
    prompt: str
    parts: tuple[WordPart, ...]
    explanation: str
    kind: ClassVar[str] = "hot_words"
    title: ClassVar[str] = ""

    def judge(self, response: Response) -> Outcome:
        """Return whether exactly the right ones were chosen. Raises UnansweredError or UnknownAnswerError."""
        words = {str(p.uid): (p.role == HOT, p.explanation) for p in self.parts if p.can_be_chosen}
        return replace(judge_chosen(words, answers(response)), explanation=self.explanation)

    def canonical(self, response: Response) -> Response:
        """Return the response with its values sorted: which was chosen first means nothing."""
        return any_order(response)

    def solution(self) -> Response:
        """Return the right words."""
        return {ANSWER: tuple(str(part.uid) for part in self.parts if part.role == HOT)}
