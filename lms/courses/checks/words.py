"""Sentences, words and syllables, counted as the starter course was measured. Pure.

Source: domain.md §5.2, "How content was measured": fill-in words replaced by their values; list items and
table cells count as sentences; `. ? ! : ;` end a sentence; a syllable is a group of vowels, and ä ë ï ö ü
always start a new one.
"""

from __future__ import annotations

import re
import unicodedata

from lms.courses.checks.visible import SLOT

_WORD = re.compile(r"\w+(?:[-'’./@&]\w+)*")
_END = re.compile(r"(?<=[.?!:;…])[\"'’”)»]*\s+")
_DIAERESIS = "\u0308"
_VOWELS = re.compile(
    r"[äëïöü]|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouy]",
)


def words_of(text: str) -> list[str]:
    """Return the words of a text. A number is a word; a fill-in word that has no value is one too."""
    return _WORD.findall(SLOT.sub(r"\1", text))


def sentences_of(line: str) -> list[str]:
    """Return the sentences of one line of text; a piece without a word is none."""
    return [part for part in _END.split(line) if words_of(part)]


def syllables_of(word: str) -> int:
    """Return how many syllables a word has; at least 1."""
    return max(1, len(_VOWELS.findall(_plain(word))))


def _plain(word: str) -> str:
    """Return a word in lower case without accents, but with its diaeresis: é is e, ë stays."""
    parts = unicodedata.normalize("NFD", word.lower())
    kept = (sign for sign in parts if sign == _DIAERESIS or not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", "".join(kept))
