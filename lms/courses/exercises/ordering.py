"""Putting things in order. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from lms.courses.exercises.rules import (
    ANSWER,
    Outcome,
    Response,
    UnansweredError,
    UnknownAnswerError,
    answers,
    remark_on,
    same,
    whole,
)


@dataclass(frozen=True)
class Item:
    """One thing to put in its place."""

    uid: UUID
    text: str


@dataclass(frozen=True)
class Order:
    """Things to put in order; `items` stand in the right order."""

    uid: UUID
    prompt: str
    items: tuple[Item, ...]
    explanation: str
    kind: ClassVar[str] = "order"
    title: ClassVar[str] = ""

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items as the page shows them: always the same, and not in the right order."""
        mixed = shuffled(self.items)
        return (*mixed[1:], *mixed[:1]) if mixed == self.items else mixed

    def judge(self, response: Response) -> Outcome:
        """Return which items stand at their place. Raises UnansweredError or UnknownAnswerError."""
        right = [str(item.uid) for item in self.items]
        given = answers(response)
        unknown = [uid for uid in given if uid not in right]
        if unknown:
            raise UnknownAnswerError(*unknown)
        if len(given) < len(right):
            raise UnansweredError(ANSWER)
        pairs = zip(given, right, strict=True)
        remarks = {uid: remark_on(uid == expected) for uid, expected in pairs}
        return Outcome(whole(remarks.values()), self.explanation, remarks)

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: its order is the answer."""
        return same(response)

    def solution(self) -> Response:
        """Return the right order."""
        return {ANSWER: tuple(str(item.uid) for item in self.items)}


def shuffled(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items in an order that says nothing about where they belong: by a hash of their uids."""
    return tuple(sorted(items, key=lambda item: hashlib.sha256(item.uid.bytes).digest()))
