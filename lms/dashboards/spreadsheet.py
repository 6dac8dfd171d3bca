"""The one writer of lists as CSV and XLSX.

A cell that a spreadsheet could take for a formula gets an apostrophe in front, so that a name such as
`=HYPERLINK(…)` stays text. Source: OWASP, CSV injection (ASVS 5.0, 1.2.10): cells that begin with = + - @,
a tab or a carriage return; a line feed is treated alike.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# So that Excel reads the letters right.
BYTE_ORDER_MARK = "\ufeff"
LONGEST_CELL = 32_767  # what a cell of XLSX can hold

Value = str | int | date | None


def neutral(value: Value) -> str:
    """The value as text that no spreadsheet runs; a day is written as 2026-11-22."""
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The list as CSV with semicolons, as Dutch spreadsheets expect it."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(cell) for cell in head])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def as_xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The list as a workbook with one sheet; every cell is text."""
    book = Workbook()
    sheet = book.active
    sheet.title = "".join(letter for letter in title if letter not in "[]:*?/\\")[:31] or "Lijst"
    for number, row in enumerate([head, *rows], start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, neutral(value)[:LONGEST_CELL])
            cell.data_type = "s"  # also what looks like a number or an error of Excel
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    written = BytesIO()
    book.save(written)
    return written.getvalue()
