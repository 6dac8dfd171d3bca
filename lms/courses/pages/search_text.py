"""What of a lesson can be found by searching: what a reader sees before answering. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from lms.courses.checks.visible import visible

# What says how good an answer is comes after answering; the others are no words of the lesson.
_UNSEEN = {
    *("explanation", "feedback", "if_true", "if_false", "mirror", "panel", "hat", "role", "judgement"),
    *("correct", "code", "mode", "name", "goes_to", "easy_of", "recording", "picture", "file", "decorative"),
}
_UNSEEN_IN = {"gaps": {"answers"}, "dialogue": {"replies"}}
# Where the place of a text tells what is right, the texts stand in alphabetical order instead.
_TELLING = {"order": "items", "match": "pairs", "sort": "groups"}


def texts_to_find(blocks: Iterable[Mapping[str, Any]]) -> Iterator[tuple[UUID, str]]:
    """Yield the id and the words of every block of a lesson, in order; blocks as they are stored."""
    for block in blocks:
        words = " ".join(_seen(block["type"], block["value"]))
        if words:
            yield UUID(block["id"]), words


def folded(text: str) -> str:
    """Return a text without capitals and accents, so that ‘cliënt’ is found by ‘client’."""
    signs = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def _seen(kind: str, value: Mapping[str, Any]) -> Iterator[str]:
    hidden = _UNSEEN | _UNSEEN_IN.get(kind, set())
    telling = _TELLING.get(kind)
    if kind == "dialogue":
        # What the other says later is heard after answering.
        value = {**value, "turns": value.get("turns", [])[:1]}
    yield from _words({key: inner for key, inner in value.items() if key != telling}, hidden)
    told = value.get(telling, []) if telling else []
    yield from sorted(set(_words(told, hidden)), key=lambda text: (folded(text), text))


def _words(value: Any, hidden: set[str]) -> Iterator[str]:
    if isinstance(value, str):
        found = visible(value).text
        if found:
            yield found
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in hidden and key not in {"id", "type"}:
                yield from _words(inner, hidden)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner, hidden)
