"""What a line of the ledger may say, and what it follows."""

from datetime import date

import pytest

from lms.certification.ledger.rules import Entry, follows, is_possible

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("kind", "day", "fits"),
    [
        ("seen", date(2026, 11, 22), True),
        ("seen", date(2026, 11, 23), False),
        ("seen", date(2000, 1, 1), True),
        ("seen", date(1999, 12, 31), False),
        ("turns_sixteen", date(2030, 1, 1), True),
        ("turns_sixteen", date(1999, 1, 1), False),
    ],
)
def test_it_knows_which_days_can_be(kind, day, fits):
    entry = Entry(kind=kind, happened_on=day, source="seen", origin="x")
    assert is_possible(entry, TODAY) is fits


@pytest.mark.parametrize(
    ("origin", "what"),
    [
        ("meeting:1:2", "meeting:"),
        ("session:1#2", "session:"),
        ("contact:1", "contact:"),
        ("sheet:1:meeting:", ""),
    ],
)
def test_it_knows_what_a_line_follows(origin, what):
    assert follows(origin) == what
