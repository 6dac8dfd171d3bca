"""The blocks a lesson is made of. Their names and fields are those of the StreamField blocks on the site."""

from __future__ import annotations

from dataclasses import dataclass

from lms.packages.exercises import EXERCISE_TYPES, ExerciseValue
from lms.packages.kinds import Cell, Html, Line, MediumRef, Uid


@dataclass(frozen=True)
class TextValue:
    """Running text.

    `easy` is the same in easier words, and `easy_of` the fingerprint of the text it was made for
    (docs/decisions/0016). `recording` is somebody reading it aloud.
    """

    html: Html
    easy: Html = ""
    easy_of: Line = ""
    recording: MediumRef = ""


@dataclass(frozen=True)
class CalloutValue:
    """Text that must stand out. `easy`, `easy_of` and `recording` as with running text."""

    html: Html
    easy: Html = ""
    easy_of: Line = ""
    recording: MediumRef = ""


@dataclass(frozen=True)
class StepsValue:
    """Things to do one after the other."""

    title: Line
    items: tuple[StepItem, ...]


@dataclass(frozen=True)
class StepItem:
    """One step."""

    uid: Uid
    text: Line


@dataclass(frozen=True)
class QuoteValue:
    """What somebody said or wrote."""

    text: Line
    who: Line = ""


@dataclass(frozen=True)
class ImageValue:
    """A picture. `alt` says what it shows in this place; empty only when it adds nothing (`decorative`)."""

    picture: MediumRef
    alt: Line = ""
    caption: Line = ""
    decorative: bool = False


@dataclass(frozen=True)
class VideoValue:
    """A film of our own; captions, transcript and poster belong to the medium."""

    recording: MediumRef
    title: Line


@dataclass(frozen=True)
class AudioValue:
    """Sound of our own; the transcript belongs to the medium."""

    recording: MediumRef
    title: Line


@dataclass(frozen=True)
class DownloadValue:
    """A document to take along."""

    file: MediumRef
    title: Line
    description: Line = ""


@dataclass(frozen=True)
class TermValue:
    """A word of the word list, explained in this place."""

    word: Line


@dataclass(frozen=True)
class TableValue:
    """A table; every row has as many cells as the header."""

    caption: Line
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class ReflectionValue:
    """‘Denk even na’: a question to oneself; nobody sees the answer."""

    prompt: Line


@dataclass(frozen=True)
class SummaryValue:
    """‘Kort gezegd’: the easy version of the lesson."""

    text: Line


BlockValue = (
    TextValue
    | CalloutValue
    | StepsValue
    | QuoteValue
    | ImageValue
    | VideoValue
    | AudioValue
    | DownloadValue
    | TermValue
    | TableValue
    | ReflectionValue
    | SummaryValue
    | ExerciseValue
)

BLOCK_TYPES: dict[str, type[BlockValue]] = {
    "text": TextValue,
    "callout": CalloutValue,
    "steps": StepsValue,
    "quote": QuoteValue,
    "image": ImageValue,
    "video": VideoValue,
    "audio": AudioValue,
    "download": DownloadValue,
    "term": TermValue,
    "table": TableValue,
    "reflection": ReflectionValue,
    "summary": SummaryValue,
    **EXERCISE_TYPES,
}
_TYPE_NAMES = {value: name for name, value in BLOCK_TYPES.items()}


@dataclass(frozen=True)
class Block:
    """One block of a lesson. `type` follows from the value."""

    uid: Uid
    value: BlockValue

    @property
    def type(self) -> str:
        """The name of the block type, a key of `BLOCK_TYPES`."""
        return _TYPE_NAMES[type(self.value)]
