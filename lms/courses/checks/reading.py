"""How easy a text is to read: Flesch-Douma. Pure.

`206.835 − 77 × syllables/words − 0.93 × words/sentences` (domain.md §5.2). It is a hint to the writer, never
a gate: Douma himself calls such figures aids that are not infallible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lms.courses.checks.passages import StoredBlock, passages
from lms.courses.checks.visible import SLOT, in_one_line
from lms.courses.checks.words import sentences_of, syllables_of, words_of

AIM = 60
FEWEST_WORDS = 50
# domain.md §5.2, Douma's table: from this score upward it is called so.
NAMES = (
    (80, "makkelijk"),
    (70, "tamelijk makkelijk"),
    (60, "gewoon"),
    (45, "tamelijk moeilijk"),
    (30, "moeilijk"),
)


@dataclass(frozen=True)
class Measure:
    """A text in figures: how many words, sentences and syllables, and the words of its longest sentence."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    longest: int = 0

    @property
    def average(self) -> float:
        """Return the words per sentence; 0 for a text without words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def score(self) -> float | None:
        """Return the Flesch-Douma score, about 0 (hard) to 100 (easy); None for a text without words."""
        if not self.words:
            return None
        return 206.835 - 77 * self.syllables / self.words - 0.93 * self.average

    @property
    def is_telling(self) -> bool:
        """Say whether the text is long enough for its score to mean something."""
        return self.words >= FEWEST_WORDS

    @property
    def is_hard(self) -> bool:
        """Say whether the text is harder to read than we aim at."""
        return self.is_telling and self.score is not None and self.score < AIM

    @property
    def name(self) -> str:
        """Return what the score is called in Dutch; empty when it says nothing."""
        if self.score is None or not self.is_telling:
            return ""
        return next((name for least, name in NAMES if self.score >= least), "erg moeilijk")


def measure_lines(lines: Iterable[str]) -> Measure:
    """Return the figures of lines of text; a line ends a sentence."""
    sentences = [words_of(sentence) for line in lines for sentence in sentences_of(line)]
    return Measure(
        words=sum(len(words) for words in sentences),
        sentences=len(sentences),
        syllables=sum(syllables_of(word) for words in sentences for word in words),
        longest=max((len(words) for words in sentences), default=0),
    )


def measure(blocks: Iterable[StoredBlock], values: Mapping[str, str]) -> Measure:
    """Return the figures of the running text of a lesson, with its fill-in words replaced by their values.

    Titles, captions, the summary, what one thinks about oneself and easy twins do not count.
    """
    return measure_lines(
        filled
        for block in blocks
        for passage in passages(block)
        if passage.is_running_text
        for line in passage.visible.lines
        for filled in _filled(line.text, values)
    )


def _filled(line: str, values: Mapping[str, str]) -> list[str]:
    """Return a line with its fill-in words replaced; a value of several lines makes several lines."""
    text = SLOT.sub(lambda match: values.get(match.group(1)) or match.group(0), line)
    return [in_one_line(part) for part in text.splitlines()]
