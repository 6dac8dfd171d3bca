"""The texts of stored blocks, one by one, as a reader meets them. Pure.

Blocks are as a StreamField stores them: `{"type", "id", "value"}`; lists hold such items too. What has
another form is passed over: a check must never stand in the way of writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lms.courses.checks.visible import Line, Visible, in_one_line, visible

HTML_FIELDS = frozenset({"html", "easy", "header", "rows"})
# Names, choices and references: nobody reads them as text.
SILENT_FIELDS = frozenset(
    {
        *("code", "correct", "easy_of", "file", "goes_to", "hand_in", "hat", "id", "judgement", "looked_at"),
        *("mode", "name", "picture", "recording", "role", "uid", "word"),
    }
)
# What domain.md §5.2 left out when the course was measured: what stands around the running text.
AROUND_FIELDS = frozenset({"alt", "caption", "description", "title", "who"})
AROUND_TYPES = frozenset({"reflection", "summary"})


@dataclass(frozen=True)
class StoredBlock:
    """A block as it is stored. `position` counts from 1."""

    type: str
    uid: str
    position: int
    value: Mapping[str, Any]

    def text(self, name: str) -> str:
        """Return a field of the block as text; empty when it is no text."""
        found = self.value.get(name)
        return found if isinstance(found, str) else ""


@dataclass(frozen=True)
class Passage:
    """One text of a block, from the field `name`."""

    block: StoredBlock
    name: str
    source: str

    @cached_property
    def visible(self) -> Visible:
        """Return what a reader sees of it."""
        if self.name in HTML_FIELDS:
            return visible(self.source)
        lines = (in_one_line(line) for line in self.source.splitlines())
        return Visible(tuple(Line(line) for line in lines if line), ())

    @property
    def is_running_text(self) -> bool:
        """Say whether the reading level of the lesson is about it."""
        around = self.name in AROUND_FIELDS or self.block.type in AROUND_TYPES
        return not around and self.name != "easy"


def stored_blocks(blocks: Sequence[Any]) -> tuple[StoredBlock, ...]:
    """Return the blocks of a stream that have a type and a value with fields, in order."""
    found = []
    for position, block in enumerate(blocks, start=1):
        if isinstance(block, Mapping) and isinstance(block.get("value"), Mapping):
            uid, kind = block.get("id"), block.get("type")
            found.append(StoredBlock(str(kind or ""), str(uid or ""), position, block["value"]))
    return tuple(found)


def passages(block: StoredBlock) -> Iterator[Passage]:
    """Yield the texts of a block in the order in which they are stored; empty texts are left out."""
    for name, source in _texts(block.value, ""):
        if source.strip():
            yield Passage(block, name, source)


def _texts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        if "type" in value and "value" in value:
            yield from _texts(value["value"], name)
            return
        for key, inner in value.items():
            if key not in SILENT_FIELDS:
                yield from _texts(inner, name if name in HTML_FIELDS else str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner, name)
