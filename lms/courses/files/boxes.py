"""Pure: the two ways in which films are wrapped: boxes (mp4) and elements (EBML, of WebM).

Both give (name, begin of the content, end of the content) and raise `BrokenError` for what cannot be read.
"""

from collections.abc import Iterator
from typing import IO

Part = tuple[bytes, int, int]
MOST_PARTS = 10_000  # a file that is chopped finer than this is made to keep us busy


class BrokenError(Exception):
    """Raised when the parts of a file do not fit together."""


def boxes(file: IO[bytes], begin: int, end: int) -> Iterator[Part]:
    """Yield the boxes of an mp4 between two places; they fill the room exactly (ISO/IEC 14496-12, 4.2)."""
    at = begin
    for _ in range(MOST_PARTS):
        if at == end:
            return
        file.seek(at)
        size, name = int.from_bytes(file.read(4), "big"), file.read(4)
        head = 8
        if size == 1:
            size, head = int.from_bytes(file.read(8), "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end or len(name) < 4:
            raise BrokenError
        yield name, at + head, at + size
        at += size
    raise BrokenError


def elements(file: IO[bytes], begin: int, end: int) -> Iterator[Part]:
    """Yield the elements of EBML between two places (RFC 8794). One of unknown size runs to the end."""
    at = begin
    for _ in range(MOST_PARTS):
        if at >= end:
            return
        file.seek(at)
        name, _width = _number(file)
        size, width = _number(file)
        first, value = file.tell(), int.from_bytes(size, "big") & ((1 << 7 * width) - 1)
        # All ones means: not known beforehand, as a browser writes while it records.
        last = end if value == (1 << 7 * width) - 1 else first + value
        if last > end:
            raise BrokenError
        yield name, first, last
        at = last
    raise BrokenError


def _number(file: IO[bytes]) -> tuple[bytes, int]:
    """Read a number of EBML: the zeros in front of its first one say how many bytes it has."""
    start = file.read(1)
    width = 9 - start[0].bit_length() if start else 9
    rest = file.read(width - 1) if width <= 8 else b""
    if width > 8 or len(rest) < width - 1:
        raise BrokenError
    return start + rest, width
