"""The HTML that a course text may hold: a small subset, in one fixed way of writing.

Block level: p, ul, ol, li, h3, h4, blockquote. Inline: b, i, a (href only), br. The fixed way of writing puts
every block-level element on its own line, so that a diff of two versions reads like the text itself.
A text is accepted only when it equals what this module writes for it; so nothing that a parser could read
in two ways can pass.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_INLINE = frozenset({"b", "i", "a", "br"})
_LEAVES = frozenset({"p", "h3", "h4", "li"})
_CONTAINERS = frozenset({"ul", "ol", "blockquote"})
_ROOT = ""
_CHILDREN = {
    _ROOT: frozenset({"p", "h3", "h4"}) | _CONTAINERS,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": _INLINE | {"ul", "ol"},
    "blockquote": frozenset({"p", "ul", "ol"}),
}
_LINK = re.compile(r"(https?://|mailto:|tel:)[^\s{}<>\"]+")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def canonical(text: str, *, inline: bool = False) -> str:
    """Return `text` in the fixed way of writing. What is outside the subset is dropped; its text stays.

    `inline` is for one line with only b, i, a and br. Empty paragraphs and list items disappear.
    """
    return _walk(text, inline=inline).written()


def complaints(text: str, *, inline: bool = False) -> list[str]:
    """Return a Dutch sentence for each thing outside the subset; an empty list means the text is fine."""
    walk = _walk(text, inline=inline)
    if walk.found:
        return walk.found
    if walk.written() == text:
        return []
    if inline:
        return ["De opmaak staat niet in de vaste vorm. Let op spaties en tekens als & en <."]
    return ["De opmaak staat niet in de vaste vorm. Zet elke alinea en elk punt op een eigen regel."]


def _walk(text: str, *, inline: bool) -> _Walk:
    walk = _Walk(inline=inline)
    walk.feed(text)
    walk.close()
    walk.finish()
    return walk


@dataclass
class _Open:
    """An element that is open: its tag, and whether a block-level element already closed inside it."""

    tag: str
    holds_block: bool = False


@dataclass
class _Page:
    """The lines written so far, and the inline text that waits for its block to end."""

    lines: list[str] = field(default_factory=list)
    waiting: str = ""

    def flush(self) -> str:
        text, self.waiting = _SPACE.sub(" ", self.waiting).strip(" "), ""
        return text


class _Walk(HTMLParser):
    """Reads a text once; collects complaints and the fixed way of writing it."""

    def __init__(self, *, inline: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.inline = inline
        self.found: list[str] = []
        self.page = _Page()
        self.open = [_Open(_ROOT)]

    def written(self) -> str:
        return "\n".join(self.page.lines)

    def finish(self) -> None:
        if len(self.open) > 1:
            self.complain(f"<{self.open[-1].tag}> is niet afgesloten.")
            while len(self.open) > 1:
                self._end(self.open[-1].tag)
        rest = self.page.flush()
        if rest:
            self.page.lines.append(rest)

    def complain(self, sentence: str) -> None:
        if sentence not in self.found:
            self.found.append(sentence)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._fits(tag):
            self.complain(f"<{tag}> mag hier niet staan.")
            return
        if tag in _INLINE:
            self.page.waiting += self._inline_tag(tag, attrs)
        else:
            self._refuse_attributes(tag, attrs)
            self._start_block(tag)
        if tag != "br":
            self.open.append(_Open(tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag != "br":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag or tag == _ROOT:
            self.complain(f"</{tag}> staat op een verkeerde plek.")
            return
        self._end(tag)

    def handle_data(self, data: str) -> None:
        if data.strip(" \t\r\n\f") and not self._takes_text():
            self.complain("Er staat tekst buiten een alinea of punt.")
            return
        if self._takes_text():
            self.page.waiting += html.escape(data, quote=False)

    def handle_comment(self, data: str) -> None:
        self.complain("Er mag geen verborgen opmerking in de tekst staan.")

    def handle_decl(self, decl: str) -> None:
        self.complain("Er mag geen <!…> in de tekst staan.")

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self.complain("Er mag geen <?…> in de tekst staan.")

    def _fits(self, tag: str) -> bool:
        parent = self.open[-1]
        if parent.holds_block and tag in _INLINE:
            return False
        if any(element.tag == tag for element in self.open) and tag in _INLINE:
            return False
        if parent.tag == _ROOT and self.inline:
            return tag in _INLINE
        return tag in _CHILDREN.get(parent.tag, _INLINE)

    def _takes_text(self) -> bool:
        parent = self.open[-1]
        if parent.holds_block:
            return False
        return parent.tag in _LEAVES | _INLINE or (self.inline and parent.tag == _ROOT)

    def _start_block(self, tag: str) -> None:
        if self.open[-1].tag == "li":
            self.page.lines[-1] += self.page.flush()
            self.open[-1].holds_block = True
        self.page.lines.append(f"<{tag}>")

    def _end(self, tag: str) -> None:
        closed = self.open.pop()
        if tag in _INLINE:
            self.page.waiting += f"</{tag}>"
        elif tag in _LEAVES and not closed.holds_block:
            self._end_leaf(tag)
        elif self.page.lines[-1] == f"<{tag}>":
            self.page.lines.pop()
        else:
            self.page.lines.append(f"</{tag}>")

    def _end_leaf(self, tag: str) -> None:
        text = self.page.flush()
        if text:
            self.page.lines[-1] += f"{text}</{tag}>"
        else:
            self.page.lines.pop()

    def _inline_tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        if tag != "a":
            self._refuse_attributes(tag, attrs)
            return f"<{tag}>"
        self._refuse_attributes(tag, [pair for pair in attrs if pair[0] != "href"])
        links = [value or "" for name, value in attrs if name == "href"]
        if len(links) != 1 or not _LINK.fullmatch(links[0]):
            self.complain("Een link moet beginnen met https://, http://, mailto: of tel:.")
            return "<a>"
        return f'<a href="{html.escape(links[0])}">'

    def _refuse_attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, _value in attrs:
            self.complain(f"‘{name}’ mag niet staan in <{tag}>.")
