"""The words somebody looks for, and the piece of a text that shows them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lms.courses.pages.search_text import folded

MAX_LENGTH = 100
AROUND = 90
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Piece:
    """A part of a text; `is_found` when it is what was looked for."""

    text: str
    is_found: bool


def words_of(question: str) -> tuple[str, ...]:
    """Return the words to look for, without capitals and accents; at most 8, each once."""
    found = _WORD.findall(folded(question[:MAX_LENGTH]))
    return tuple(dict.fromkeys(found))[:8]


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Say whether every word is, or begins, a word of the text."""
    there = _WORD.findall(folded(text))
    return all(any(one.startswith(word) for one in there) for word in words)


def shown(text: str, words: tuple[str, ...]) -> tuple[Piece, ...]:
    """Return the part of a text around the first word that was looked for, with those words marked.

    About `AROUND` characters on both sides, never half a word; ‘…’ where something was left out. Without
    any of the words: the beginning of the text.
    """
    hits = [match for match in _WORD.finditer(text) if folded(match[0]).startswith(words)]
    at = hits[0].start() if hits else 0
    begin, end = _edge(text, at - AROUND), _edge(text, at + AROUND)
    pieces = [Piece("… ", False)] if begin else []
    here = begin
    for match in hits:
        if begin <= match.start() and match.end() <= end:
            pieces += [Piece(text[here : match.start()], False), Piece(match[0], True)]
            here = match.end()
    pieces.append(Piece(text[here:end].rstrip() + " …" if end < len(text) else text[here:], False))
    return tuple(piece for piece in pieces if piece.text)


def _edge(text: str, at: int) -> int:
    """Return the nearest place at or before `at` where no word is cut."""
    if at <= 0:
        return 0
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    return space + 1 if space >= 0 else 0
