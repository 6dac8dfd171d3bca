"""Filling in the missing words of sentences. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lms.courses.exercises.rules import (
    Outcome,
    Response,
    UnknownAnswerError,
    field_of,
    filled,
    remark_on,
    same,
    whole,
)

LONGEST = 200
"""The most characters one may fill in."""

_QUOTES = dict.fromkeys("‘’‚‛′`´ʹʼˈ", "'") | dict.fromkeys("“”„‟″«»", '"')
_SAME = str.maketrans(_QUOTES)


@dataclass(frozen=True)
class Gap:
    """A sentence with one gap: what stands around it, and everything that may be filled in."""

    uid: UUID
    before: str
    answers: tuple[str, ...]
    after: str
    explanation: str

    def accepts(self, text: str) -> bool:
        """Say whether a text is one of the answers, forgiving of accents, case and punctuation around it."""
        return forgiving(text) in {forgiving(answer) for answer in self.answers}


@dataclass(frozen=True)
class Gaps:
    """Sentences with a gap, under one task."""

    uid: UUID
    prompt: str
    gaps: tuple[Gap, ...]
    kind: ClassVar[str] = "gaps"
    title: ClassVar[str] = ""

    def judge(self, response: Response) -> Outcome:
        """Return per sentence whether it is filled in well. Raises UnansweredError or UnknownAnswerError."""
        texts = filled(response, [field_of(gap.uid) for gap in self.gaps])
        if any(len(text) > LONGEST for text in texts):
            raise UnknownAnswerError(*texts)
        given = zip(self.gaps, texts, strict=True)
        remarks = {str(gap.uid): remark_on(gap.accepts(text), gap.explanation) for gap, text in given}
        return Outcome(whole(remarks.values()), "", remarks)

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: what was typed is shown again letter for letter."""
        return same(response)

    def solution(self) -> Response:
        """Return the first answer of each sentence."""
        return {field_of(gap.uid): gap.answers[:1] for gap in self.gaps}


def forgiving(text: str) -> str:
    """Return a text as answers are compared: docs/decisions/0014, “Forgiving”.

    Without accents, in lower case, with quotes made the same and spaces joined, and without punctuation or
    spaces at both ends. A text with nothing but those gives an empty text.
    """
    # Quotes first: NFKD takes some of them apart into a space and an accent.
    apart = unicodedata.normalize("NFKD", text.translate(_SAME)).casefold()
    # Case folding can bring back what NFKD takes apart, so that comes last.
    plain = "".join(one for one in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(one))
    joined = " ".join(plain.translate(_SAME).split())
    start, end = 0, len(joined)
    while start < end and _is_edge(joined[start]):
        start += 1
    while end > start and _is_edge(joined[end - 1]):
        end -= 1
    return joined[start:end]


def _is_edge(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")
