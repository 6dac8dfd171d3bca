"""Finding what belongs together: pairs, and things in groups. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID, uuid5

from lms.courses.exercises.gaps import forgiving
from lms.courses.exercises.ordering import Item, shuffled
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


@dataclass(frozen=True)
class Pair:
    """Two things that belong together."""

    uid: UUID
    left: str
    right: str
    explanation: str


@dataclass(frozen=True)
class Match:
    """Pairs to find."""

    uid: UUID
    prompt: str
    pairs: tuple[Pair, ...]
    explanation: str
    kind: ClassVar[str] = "match"
    title: ClassVar[str] = ""

    @property
    def rights(self) -> tuple[tuple[str, str], ...]:
        """Key and text of each right side: in alphabetical order, each text once."""
        texts = sorted({pair.right for pair in self.pairs}, key=lambda text: (forgiving(text), text))
        return tuple((self._key(text), text) for text in texts)

    def judge(self, response: Response) -> Outcome:
        """Return per pair whether it has its own right side. Raises UnansweredError or UnknownAnswerError."""
        keys = filled(response, [field_of(pair.uid) for pair in self.pairs])
        _only(keys, (key for key, _text in self.rights))
        given = zip(self.pairs, keys, strict=True)
        remarks = {
            str(pair.uid): remark_on(key == self._key(pair.right), pair.explanation) for pair, key in given
        }
        return Outcome(whole(remarks.values()), self.explanation, remarks)

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: each field has one value."""
        return same(response)

    def solution(self) -> Response:
        """Return every pair with its own right side."""
        return {field_of(pair.uid): (self._key(pair.right),) for pair in self.pairs}

    def _key(self, text: str) -> str:
        """Return a key that says nothing about the pair: equal texts have the same one."""
        return str(uuid5(self.uid, text))


@dataclass(frozen=True)
class Group:
    """A group with what belongs in it."""

    uid: UUID
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sort:
    """Things to put in groups."""

    uid: UUID
    prompt: str
    groups: tuple[Group, ...]
    explanation: str
    kind: ClassVar[str] = "sort"
    title: ClassVar[str] = ""

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items of all groups as the page shows them: always the same, and mixed."""
        return shuffled(item for group in self.groups for item in group.items)

    def judge(self, response: Response) -> Outcome:
        """Return per item whether it is in its group. Raises UnansweredError or UnknownAnswerError."""
        home = {str(item.uid): str(group.uid) for group in self.groups for item in group.items}
        chosen = filled(response, [field_of(item.uid) for item in self.shown])
        _only(chosen, (str(group.uid) for group in self.groups))
        given = zip(self.shown, chosen, strict=True)
        remarks = {str(item.uid): remark_on(group == home[str(item.uid)]) for item, group in given}
        return Outcome(whole(remarks.values()), self.explanation, remarks)

    def canonical(self, response: Response) -> Response:
        """Return the response as it is: each field has one value."""
        return same(response)

    def solution(self) -> Response:
        """Return every item in its own group."""
        return {field_of(item.uid): (str(group.uid),) for group in self.groups for item in group.items}


def _only(values: Iterable[str], known: Iterable[str]) -> None:
    unknown = set(values) - set(known)
    if unknown:
        raise UnknownAnswerError(*sorted(unknown))
