"""Slots (invulwoorden): the words in a text that each municipality fills in, written ``{{ gemeente }}``."""

from __future__ import annotations

import re

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
PATTERN = re.compile(r"\{\{ *(" + NAME.pattern + r") *\}\}")


def slots_in(text: str) -> list[str]:
    """Return the names of the slots used in `text`, in order, with repeats."""
    return PATTERN.findall(text)


def complaints(text: str) -> list[str]:
    """Return a Dutch sentence when `text` holds double braces that are not a well-written slot."""
    rest = PATTERN.sub("", text)
    if "{{" in rest or "}}" in rest:
        return ["Een invulwoord is niet goed geschreven. Schrijf het zo: {{ gemeente }}."]
    return []
