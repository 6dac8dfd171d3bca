"""The kinds of text a course package holds, and what is allowed in each.

A field of the tree is declared with one of the aliases below (``title: Line``). The codec reads the kind
from the annotation, so the tree itself is the one description of the format.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Annotated
from uuid import UUID

from lms.packages import markup, slots


class Kind(Enum):
    """What sort of string a field holds."""

    UID = "uid"
    SLUG = "slug"
    NAME = "name"
    LINE = "line"
    TEXT = "text"
    HTML = "html"
    INLINE = "inline"
    CELL = "cell"
    COMPETENCE = "competence"
    MEDIUM = "medium"


Uid = Annotated[str, Kind.UID]
Slug = Annotated[str, Kind.SLUG]
Name = Annotated[str, Kind.NAME]
"""The name of a slot: ``telefoon_oco``."""
Line = Annotated[str, Kind.LINE]
"""Plain text on one line."""
Text = Annotated[str, Kind.TEXT]
"""Plain text that may have several lines."""
Html = Annotated[str, Kind.HTML]
"""Block-level HTML in the subset of `markup`, one element per line."""
Inline = Annotated[str, Kind.INLINE]
"""One line of HTML with only b, i, a and br."""
Cell = Annotated[str, Kind.CELL]
"""`Inline` that may be empty: a cell of a table."""
CompetenceRef = Annotated[str, Kind.COMPETENCE]
"""The code of a competence that the package defines."""
MediumRef = Annotated[str, Kind.MEDIUM]
"""The uid of a media file that the package lists."""

WITH_SLOTS = frozenset({Kind.LINE, Kind.TEXT, Kind.HTML, Kind.INLINE, Kind.CELL})
REFERENCES = frozenset({Kind.COMPETENCE, Kind.MEDIUM})

# Control characters, the Unicode line breaks that YAML folds, the byte order mark and non-characters:
# none of them can be seen in an editor, and YAML does not keep all of them.
_INVISIBLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def complaints(kind: Kind, value: str) -> list[str]:
    """Return a Dutch sentence for each thing that is not allowed in `value`; an empty list means fine."""
    if _INVISIBLE.search(value):
        return ["Er staat een onzichtbaar teken in deze tekst."]
    found = _FORM_CHECKS[kind](value)
    if kind in WITH_SLOTS:
        found += slots.complaints(value)
    return found


def _uid(value: str) -> list[str]:
    try:
        canonical = str(UUID(value))
    except ValueError:
        canonical = ""
    return [] if value == canonical else [f"‘{value}’ is geen geldige uid (een uuid in kleine letters)."]


def _slug(value: str) -> list[str]:
    if _SLUG.fullmatch(value):
        return []
    return [f"‘{value}’ mag alleen kleine letters, cijfers en losse streepjes hebben."]


def _name(value: str) -> list[str]:
    if slots.NAME.fullmatch(value):
        return []
    return [f"‘{value}’ is geen goede naam voor een invulwoord. Gebruik kleine letters en ‘_’."]


def _line(value: str) -> list[str]:
    if "\n" in value:
        return ["Deze tekst moet op één regel staan."]
    return _text(value)


def _text(value: str) -> list[str]:
    if any(line != line.strip() for line in value.split("\n")) or value != value.strip():
        return ["Er staat een spatie of lege regel te veel aan het begin of eind."]
    return []


def _html(value: str) -> list[str]:
    return markup.complaints(value)


def _inline(value: str) -> list[str]:
    return markup.complaints(value, inline=True)


_FORM_CHECKS = {
    Kind.UID: _uid,
    Kind.SLUG: _slug,
    Kind.NAME: _name,
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.HTML: _html,
    Kind.INLINE: _inline,
    Kind.CELL: _inline,
    Kind.COMPETENCE: _line,
    Kind.MEDIUM: _uid,
}
