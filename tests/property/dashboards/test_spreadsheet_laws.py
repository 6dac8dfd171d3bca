"""Laws of the list writer: nothing that a person typed ever runs in somebody's spreadsheet."""

import csv
from io import BytesIO, StringIO

from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from lms.dashboards.spreadsheet import DANGEROUS, as_csv, as_xlsx

typed = st.text(st.characters(codec="utf-8"), max_size=30)
lists = st.lists(st.tuples(typed, typed), max_size=5)


def cells_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells_of_xlsx(content: bytes) -> list[list[object]]:
    sheet = load_workbook(BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@given(lists)
@example([("=1+1", "@SUM(A1)"), ("\t=1", "\r=1"), ("+31", "-2"), ("\n=1", "  =1")])
def test_it_writes_no_formula_in_csv(rows):
    for row in cells_of_csv(as_csv(["naam", "uitleg"], rows)):
        assert not any(cell.lstrip(" ").startswith(DANGEROUS) for cell in row)


@given(lists)
@example([("=1+1", "@SUM(A1)"), ("\t=1", "\r=1"), ("+31", "-2"), ("\n=1", "  =1")])
def test_it_writes_no_formula_in_a_workbook(rows):
    for row in cells_of_xlsx(as_xlsx("Bord", ["naam", "uitleg"], rows)):
        texts = [cell for cell in row if isinstance(cell, str)]
        assert not any(text.lstrip(" ").startswith(DANGEROUS) for text in texts)


@given(st.lists(st.tuples(st.from_regex(r"[A-Za-zé ;\"']{1,20}", fullmatch=True), typed), max_size=4))
def test_it_keeps_ordinary_words_as_they_are(rows):
    found = cells_of_csv(as_csv(["naam", "uitleg"], rows))[1:]
    assert [row[0] for row in found] == [name for name, _ in rows]
