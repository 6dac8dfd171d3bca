"""Keeping what somebody types. Pure: no framework, no clock, no storage. Source: docs/decisions/0015.

Every open page is a writer. What a person typed is never lost, by any order of save, reload and double send.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

LONGEST = 20_000  # characters (0015)
REMEMBERED = 20  # writers of one text whose number is known (0015)
GAP = "\n\n"


class TooLongError(ValueError):
    """The text is longer than LONGEST characters; what was kept stays."""


@dataclass(frozen=True)
class Kept:
    """What is kept in one place. `writers`: how far each page came, the one heard last at the end.

    `last` is the writer that may replace the text without knowing the version, because the text is what that
    writer sent; "" when the text is of two writers.
    """

    text: str = ""
    version: int = 0
    last: str = ""
    writers: tuple[tuple[str, int], ...] = ()

    def number_of(self, writer: str) -> int:
        """Return the highest number heard of this writer; 0 for one that is not known."""
        return dict(self.writers).get(writer, 0)


@dataclass(frozen=True)
class Sent:
    """One send of a page: its number counts from 1 in that page; `based_on` is the version the page knew."""

    writer: str
    number: int
    based_on: int
    text: str


def plain(text: str) -> str:
    """Return the text with one kind of line end, and without signs that no database keeps."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def keep(kept: Kept, sent: Sent) -> Kept:
    """Return what is kept after this send: the four rules of 0015, in that order.

    The text must have its line ends as `plain` makes them. Raises TooLongError.
    """
    if sent.number <= kept.number_of(sent.writer):
        return kept
    heard = _heard(kept, sent)
    if sent.text == kept.text:
        return heard
    if sent.based_on == kept.version or sent.writer == kept.last:
        return _changed(heard, sent.text, last=sent.writer)
    together = both(kept.text, sent.text)
    # What is kept holds the sent text already: for its own writer nothing changed.
    return heard if together == kept.text else _changed(heard, together, last="")


def throw_away(kept: Kept) -> Kept:
    """Return an empty place that still knows its writers: a send that comes late brings nothing back."""
    return replace(kept, text="", version=kept.version + 1, last="") if kept.text else kept


def both(kept: str, sent: str) -> str:
    """Return a text that holds both: the longer when it contains the other, else one under the other."""
    if sent in kept:
        return kept
    return sent if kept in sent else f"{kept}{GAP}{sent}"


def _heard(kept: Kept, sent: Sent) -> Kept:
    others = tuple(known for known in kept.writers if known[0] != sent.writer)
    return replace(kept, writers=(*others, (sent.writer, sent.number))[-REMEMBERED:])


def _changed(kept: Kept, text: str, *, last: str) -> Kept:
    if len(text) > LONGEST:
        raise TooLongError
    return replace(kept, text=text, version=kept.version + 1, last=last)
