"""What a check says, and what it needs to know. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """A hint teaches; what refuses keeps the page from going online (docs/decisions/0016)."""

    HINT = "hint"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Finding:
    """Something that could be better.

    `block` is the uid of the block and `position` its place from 1; empty and 0 for the lesson as a whole.
    `sentence` is Dutch: what it is, why, and what helps.
    """

    code: str
    kind: Kind
    block: str
    position: int
    sentence: str


@dataclass(frozen=True)
class MediumFacts:
    """What is known of a picture, recording or document: has it what others need?"""

    has_licence: bool = False
    has_captions: bool = False
    has_transcript: bool = False


@dataclass(frozen=True)
class CourseSlot:
    """A fill-in word of the course. `example` is the value of the municipality that made it."""

    name: str
    kind: str
    example: str


@dataclass(frozen=True)
class Context:
    """What stands around a lesson: word list, fill-in words with their values here, and media by uid."""

    words: tuple[str, ...] = ()
    slots: tuple[CourseSlot, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, MediumFacts] = field(default_factory=dict)
