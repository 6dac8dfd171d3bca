"""Pure: which part of a file a browser asks for, to wind a film on (RFC 9110, 14.1.2)."""

import re

_ONE = re.compile(r"\s*bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", re.IGNORECASE)


class UnsatisfiableError(Exception):
    """Raised when the part asked for lies outside the file."""


def part_of(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte asked for of a file of `size` bytes.

    None means the whole file: nothing was asked, several parts at once, or something that is no range at all.
    Raises UnsatisfiableError for a part outside the file.
    """
    match = _ONE.fullmatch(header)
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if first == "":
        return _from(max(size - int(last), 0) if int(last) else size, size - 1, size)
    if last and int(last) < int(first):
        return None
    return _from(int(first), min(int(last), size - 1) if last else size - 1, size)


def _from(first: int, last: int, size: int) -> tuple[int, int]:
    if first >= size:
        raise UnsatisfiableError
    return first, last
