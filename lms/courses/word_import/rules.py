"""Pure: what stands in a document: lessons, their blocks, and what was not understood."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

WORDS_A_MINUTE = 100
OPENING_WORDS = 20


@dataclass(frozen=True)
class Note:
    """Something that was not understood or is still missing: in which lesson, and a sentence."""

    where: str
    sentence: str


@dataclass
class Found:
    """A block: its kind; text or prompt; for a table rows of cells; for a picture its number and alt."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    picture: int = 0
    alt: str = ""

    @property
    def all_text(self) -> str:
        """The words in it, with their markup."""
        return " ".join([self.text, *(cell for row in self.rows for cell in row)])


@dataclass
class Lesson:
    """A lesson to be, with its blocks in order."""

    title: str
    blocks: list[Found] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """How long reading takes: 100 words a minute, and at least one."""
        words = sum(len(re.sub(r"<[^>]*>", " ", block.all_text).split()) for block in self.blocks)
        return max(1, round(words / WORDS_A_MINUTE))

    @property
    def opening(self) -> str:
        """How the lesson begins, to recognize it by."""
        words = re.sub(r"<[^>]*>", " ", " ".join(block.all_text for block in self.blocks)).split()
        return html.unescape(" ".join(words[:OPENING_WORDS]))

    @property
    def pictures(self) -> list[Found]:
        """The pictures of the lesson, in order."""
        return [block for block in self.blocks if block.kind == "image"]


@dataclass(frozen=True)
class Reading:
    """What stands in a document."""

    lessons: tuple[Lesson, ...]
    notes: tuple[Note, ...]
