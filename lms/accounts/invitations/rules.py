"""Pure rules of an invitation list: read what somebody pasted or uploaded, whatever it is, row by row."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

MAX_ROWS = 500
MAX_BYTES = 200 * 1024
MAX_NAME = 120
MAX_EMAIL = 254
SEPARATORS = "\t;,"
ANGLES = re.compile(r"^\s*(?P<name>[^<>]*)<(?P<email>[^<>]*)>[\s;,]*$")
HEADER_WORDS = frozenset(
    {"naam", "name", "email", "mail", "emailadres", "mailadres", "voornaam", "achternaam"}
)


class Problem(StrEnum):
    """Why a row cannot be invited."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    NO_EMAIL = "no_email"
    BAD_EMAIL = "bad_email"
    TWICE = "twice"
    KNOWN = "known"


@dataclass(frozen=True)
class Row:
    """One line of the list: its number as the sender sees it, what was read, and what is wrong with it."""

    line: int
    name: str
    email: str
    problem: Problem | None = None


def text_of(content: bytes) -> str:
    """Return a file as text: UTF-8 or UTF-16 with or without a mark, else as old spreadsheets write it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def rows_of(text: str) -> list[Row]:
    """Return the rows of a list without empty lines and without a heading; one more than allowed at most."""
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = cells_of(line)
        if not cells or (not rows and is_heading(cells)):
            continue
        rows.append(row_of(number, cells))
        if len(rows) > MAX_ROWS:
            break
    return rows


def cells_of(line: str) -> list[str]:
    """Return the filled cells of a line: tab, else semicolon, else comma; or `Name <address>`."""
    if match := ANGLES.match(line):
        cells = [match["name"], match["email"]]
    else:
        separator = next((sign for sign in SEPARATORS if sign in line), ";")
        try:
            cells = next(csv.reader([line], delimiter=separator), [])
        except csv.Error:  # a cell longer than any list needs
            cells = [line[:MAX_EMAIL]]
    return [cell for cell in map(clean, cells) if cell]


def clean(cell: str) -> str:
    """Return a cell without signs that cannot be seen, and with single spaces."""
    seen = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in cell)
    seen = "".join(sign for sign in seen if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join(seen.split()).strip("\"'")


def is_heading(cells: Iterable[str]) -> bool:
    """Say whether a line only names its columns."""
    return all(re.sub(r"[^a-z]", "", cell.lower()) in HEADER_WORDS for cell in cells)


def row_of(number: int, cells: list[str]) -> Row:
    """Return the row of some cells: the one with an @ is the address, the others together are the name."""
    at = next((index for index, cell in enumerate(cells) if "@" in cell), len(cells))
    email = cells[at] if at < len(cells) else ""
    name = " ".join(cell for index, cell in enumerate(cells) if index != at)
    return Row(number, name, email.removeprefix("mailto:").lower())


def shape_problem(row: Row) -> Problem | None:
    """Return what is wrong with the row by itself; the exact form of an address is judged elsewhere."""
    if not row.email:
        return Problem.NO_EMAIL
    if len(row.email) > MAX_EMAIL or row.email.count("@") != 1 or " " in row.email:
        return Problem.BAD_EMAIL
    if not row.name:
        return Problem.NO_NAME
    return Problem.LONG_NAME if len(row.name) > MAX_NAME else None


def with_doubles(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with their own problem, and the second and later rows of one address marked."""
    seen: set[str] = set()
    judged = []
    for row in rows:
        problem = shape_problem(row) or (Problem.TWICE if row.email in seen else None)
        seen.add(row.email)
        judged.append(replace(row, problem=problem))
    return judged
