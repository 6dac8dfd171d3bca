"""What a piece of HTML says: an editor and a course package write the same text in two ways. Pure."""

import re
from html.parser import HTMLParser

INLINE = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup"}
)
_VOID = frozenset({"br", "embed", "hr", "img", "wbr"})
_SPACE = re.compile(r"\s+")
Piece = tuple[str, ...]


def pieces(html: str) -> list[list[str]]:
    """Return tags (with their attributes in order) and words. Anything gives pieces, never an error.

    Spaces between blocks, the keys that the editor gives to paragraphs, and paragraphs without a word say
    nothing: an editor that was empty saves one.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = reader.found
    said = []
    for at, piece in enumerate(found):
        if piece[0] != "words":
            said.append(list(piece))
            continue
        words = _SPACE.sub(" ", piece[1])
        words = words.lstrip() if at == 0 or _is_block(found[at - 1]) else words
        words = words.rstrip() if at + 1 == len(found) or _is_block(found[at + 1]) else words
        if words:
            said.append(["words", words])
    return said if any(piece[0] == "words" for piece in said) else []


def _is_block(piece: Piece) -> bool:
    return piece[0] != "words" and piece[1] not in INLINE


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = sorted(f"{name}={value or ''}" for name, value in attrs if name != "data-block-key")
        self.found.append(("begin", tag, *known))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.found.append(("end", tag))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "words":
            data = self.found.pop()[1] + data
        self.found.append(("words", data))
