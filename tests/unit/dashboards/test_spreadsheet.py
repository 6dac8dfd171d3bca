"""The list writer, by example."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from lms.dashboards.spreadsheet import as_csv, as_xlsx


def test_it_writes_what_a_dutch_spreadsheet_reads():
    content = as_csv(["Naam", "Dag"], [("Noor", date(2026, 11, 22)), ("André; en co", None)])
    assert content.decode("utf-8-sig") == 'Naam;Dag\r\nNoor;2026-11-22\r\n"André; en co";\r\n'


def test_it_names_the_sheet_and_keeps_the_head_in_sight():
    sheet = load_workbook(BytesIO(as_xlsx("Wie [is] klaar?", ["Naam"], [("Noor",)]))).active
    assert (sheet.title, sheet["A1"].value, sheet["A2"].value) == ("Wie is klaar", "Naam", "Noor")
    assert sheet.freeze_panes == "B2"


def test_it_neutralises_what_looks_like_a_formula():
    sheet = load_workbook(BytesIO(as_xlsx("Bord", ["Naam"], [("=HYPERLINK(1)",)]))).active
    assert sheet["A2"].value == "'=HYPERLINK(1)"
    assert sheet["A2"].data_type == "s"
