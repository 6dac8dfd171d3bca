"""Reading a list of people: whatever was pasted or uploaded, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.accounts.invitations.rules import (
    MAX_ROWS,
    Problem,
    Row,
    rows_of,
    shape_problem,
    text_of,
    with_doubles,
)


def read(text: str) -> list[tuple[str, str]]:
    return [(row.name, row.email) for row in rows_of(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Noor de Wit;noor@example.org",
        "Noor de Wit,noor@example.org",
        "Noor de Wit\tnoor@example.org",
        "noor@example.org;Noor de Wit",
        '"Noor de Wit";"noor@example.org"',
        "  Noor   de Wit ;  NOOR@Example.org  ;;",
        "Noor;de Wit;noor@example.org",
        "Noor de Wit <noor@example.org>",
        "Noor de Wit;mailto:noor@example.org",
        "Noor de Wit;\u200bnoor@example.org\u200e",
    ],
)
def test_it_reads_a_line_however_it_was_written(line):
    assert read(line) == [("Noor de Wit", "noor@example.org")]


def test_it_keeps_a_comma_inside_a_quoted_name():
    assert read('"Wit, Noor de",noor@example.org') == [("Wit, Noor de", "noor@example.org")]


@pytest.mark.parametrize(
    "heading", ["naam;e-mail", "Naam;E-mailadres", "name,email", "Voornaam;Achternaam;Mail"]
)
def test_it_skips_a_heading_and_empty_lines_but_counts_them(heading):
    rows = rows_of(f"{heading}\r\n\r\nNoor;noor@example.org\r\n")
    assert rows == [Row(3, "Noor", "noor@example.org")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_it_reads_letters_with_marks_in_every_usual_file(encoding):
    assert text_of("Zoë;zoe@example.org".encode(encoding)) == "Zoë;zoe@example.org"


def test_it_stops_reading_just_past_the_most_it_takes():
    text = "\n".join(f"Mens {number};mens{number}@example.org" for number in range(10_000))
    assert len(rows_of(text)) == MAX_ROWS + 1


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (Row(1, "Noor", "noor@example.org"), None),
        (Row(1, "", "noor@example.org"), Problem.NO_NAME),
        (Row(1, "N" * 121, "noor@example.org"), Problem.LONG_NAME),
        (Row(1, "Noor", ""), Problem.NO_EMAIL),
        (Row(1, "Noor", "noor@@example.org"), Problem.BAD_EMAIL),
        (Row(1, "Noor", "noor de wit@example.org"), Problem.BAD_EMAIL),
        (Row(1, "Noor", "n" * 250 + "@example.org"), Problem.BAD_EMAIL),
    ],
)
def test_it_says_what_is_wrong_with_a_row(row, problem):
    assert shape_problem(row) == problem


def test_it_marks_the_second_row_of_one_address():
    rows = with_doubles(rows_of("Noor;noor@example.org\nNoor de Wit;NOOR@example.org"))
    assert [row.problem for row in rows] == [None, Problem.TWICE]


@given(st.binary(max_size=400))
def test_it_reads_any_bytes_without_falling_over(content):
    for row in with_doubles(rows_of(text_of(content))):
        assert "\x00" not in row.name + row.email
        assert "\n" not in row.name + row.email


@given(st.text(max_size=400))
def test_it_reads_any_text_into_rows_in_order(text):
    lines = [row.line for row in rows_of(text)]
    assert lines == sorted(set(lines))
