"""What a reader sees of a text: its lines, without the tags. Pure.

A line is a paragraph, a heading, a list item or a table cell. Tags inside a line fall away without leaving a
space; a line break is a space. Anything a parser can read gives lines, never an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"}
)
_VOID = frozenset({"br", "embed", "hr", "img", "wbr"})
SLOT = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
"""A fill-in word, as `lms.municipality.rules` reads it."""


@dataclass(frozen=True)
class Link:
    """A link as a reader sees it. `address` is empty for a page of our own."""

    text: str
    address: str


@dataclass(frozen=True)
class Line:
    """One line of a text; `tag` is the innermost element it stands in, empty for loose text."""

    text: str
    tag: str = ""


@dataclass(frozen=True)
class Visible:
    """A text as a reader sees it, in order."""

    lines: tuple[Line, ...]
    links: tuple[Link, ...]

    @property
    def text(self) -> str:
        """All lines, with one space between words."""
        return " ".join(line.text for line in self.lines)


def visible(html: str) -> Visible:
    """Return what a reader sees of a piece of HTML, or of a text without tags."""
    walk = _Walk()
    walk.feed(html.replace("<![", "&lt;!["))  # the parser of Python stumbles over a half-written <![CDATA[
    walk.close()
    walk.end_line()
    return Visible(tuple(walk.lines), tuple(walk.links))


def in_one_line(text: str) -> str:
    """Return the words of a text with one space between them; a fill-in word has one way of writing."""
    return " ".join(SLOT.sub(r"{{ \1 }}", text).split())


class _Walk(HTMLParser):
    """Collects the lines and links of a text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self._open: list[str] = []
        self._words = ""
        self._address = ""
        self._link_from: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"br", "wbr"}:
            self._words += " " if tag == "br" else ""
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
            self._link_from = len(self._words)
        elif tag not in INLINE:
            self.end_line()
            if tag not in _VOID:
                self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        elif tag in self._open:
            self.end_line()
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._words += data

    def _end_link(self) -> None:
        if self._link_from is not None:
            text = in_one_line(self._words[self._link_from :])
            self.links.append(Link(text, self._address))
        self._link_from = None

    def end_line(self) -> None:
        """Keep the line so far, when it says something."""
        self._end_link()
        text = in_one_line(self._words)
        if text:
            self.lines.append(Line(text, self._open[-1] if self._open else ""))
        self._words = ""
