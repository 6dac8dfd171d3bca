"""Pure: pieces of a document as the HTML that a course text may hold (docs/decisions/0002).

The subset is that of a course package, in the same fixed way of writing; a test compares the two.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lms.courses.word_import.tree import Node

LINK = re.compile(r"(https?://|mailto:|tel:)[^\s{}<>\"]+")
SAME = {"strong": "b", "b": "b", "em": "i", "i": "i"}
LISTS = frozenset({"ul", "ol"})


def inline(nodes: list[Node | str]) -> str:
    """Return words with bold, italic, links and line ends; everything else leaves only its words."""
    return _trimmed("".join(_inline(nodes, frozenset())))


def paragraph(nodes: list[Node | str], tag: str = "p") -> str:
    """Return one paragraph or heading, or nothing when there are no words in it."""
    words = inline(nodes)
    return f"<{tag}>{words}</{tag}>" if _has_words(words) else ""


def listing(node: Node) -> str:
    """Return a list with the lists inside it, or nothing when there are no words in it."""
    items = [_item(item) for item in node.elements if item.tag == "li"]
    items = [item for item in items if item]
    return "\n".join([f"<{node.tag}>", *items, f"</{node.tag}>"]) if items else ""


def _item(node: Node) -> str:
    """Return an item: its words first, then the lists inside it."""
    words = inline([child for child in node.children if isinstance(child, str) or child.tag not in LISTS])
    inner = [listing(child) for child in node.elements if child.tag in LISTS]
    inner = [one for one in inner if one]
    if not inner:
        return f"<li>{words}</li>" if _has_words(words) else ""
    return "\n".join([f"<li>{words}", *inner, "</li>"])


def _inline(nodes: list[Node | str], inside: frozenset[str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield html.escape(node, quote=False)
            continue
        if node.tag == "br":
            yield "<br>"
            continue
        if node.tag in {"p", "div"}:
            yield " "
        tag, opening = _tag_of(node)
        if not tag or tag in inside:
            yield from _inline(node.children, inside)
        else:
            content = "".join(_inline(node.children, inside | {tag}))
            yield f"{opening}{content}</{tag}>" if _has_words(content) else content


def _tag_of(node: Node) -> tuple[str, str]:
    """Return what an element is in a course text: its name and how it begins; empty when it is nothing."""
    if node.tag in SAME:
        return SAME[node.tag], f"<{SAME[node.tag]}>"
    address = node.attributes.get("href", "")
    if node.tag == "a" and LINK.fullmatch(address):
        return "a", f'<a href="{html.escape(address)}">'
    return "", ""


def _trimmed(words: str) -> str:
    """Return a line with single spaces, and no line ends around it."""
    words = re.sub(r"[ \t\r\n\f]+", " ", words).strip(" ")
    return re.sub(r"^(?: ?<br> ?)+|(?: ?<br> ?)+$", "", words)


def _has_words(markup: str) -> bool:
    return bool(re.sub(r"<[^>]*>|\s", "", markup))
