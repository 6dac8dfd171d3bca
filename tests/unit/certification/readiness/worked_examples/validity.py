"""How long evidence counts (0009 §1): days, months and year ends, month ends, leap days and clock changes."""

from tests.unit.certification.readiness.worked_examples.shape import days, months, row, seen, vog, year_end

DAYS = (
    # 3 March + 10 days = 13 March, that day included.
    row(
        "10 days, last day", vog(days(10)), seen("2026-03-03"), "2026-03-13", passed=True, until="2026-03-13"
    ),
    # 14 March is day 11.
    row(
        "10 days, day after",
        vog(days(10)),
        seen("2026-03-03"),
        "2026-03-14",
        code="expired",
        passed=False,
        until="2026-03-13",
    ),
    # What happens tomorrow does not count today.
    row("the day before", vog(days(10)), seen("2026-03-03"), "2026-03-02", code="todo", passed=False, have=0),
    # It counts from the day itself.
    row(
        "the day itself",
        vog(days(10)),
        seen("2026-03-03"),
        "2026-03-03",
        code="met",
        passed=True,
        met_on="2026-03-03",
    ),
    # 1 March 2027 + 365: 2028 has a 29 February before 1 March, so one day short of the same date.
    row(
        "365 days over a leap day",
        vog(days(365)),
        seen("2027-03-01"),
        "2027-03-02",
        passed=True,
        until="2028-02-29",
    ),
    # 22 March + 7 = 29 March 2026, a day of 23 hours: still one day.
    row(
        "7 days into the short day",
        vog(days(7)),
        seen("2026-03-22"),
        "2026-03-29",
        passed=True,
        until="2026-03-29",
    ),
    # 29 March 2026 + 1: the short day itself is where it begins.
    row(
        "from the short day", vog(days(1)), seen("2026-03-29"), "2026-03-30", passed=True, until="2026-03-30"
    ),
    # 24 October + 1 = 25 October 2026, a day of 25 hours: it does not count twice.
    row("into the long day", vog(days(1)), seen("2026-10-24"), "2026-10-25", passed=True, until="2026-10-25"),
    row(
        "after the long day",
        vog(days(1)),
        seen("2026-10-24"),
        "2026-10-26",
        code="expired",
        passed=False,
        until="2026-10-25",
    ),
    # 27 December + 10: 4 days left in December, 6 in January.
    row(
        "days over a year end",
        vog(days(10)),
        seen("2026-12-27"),
        "2027-01-06",
        passed=True,
        until="2027-01-06",
    ),
)

MONTHS = (
    # August has 31 days, February 28: the last day of February.
    row(
        "31 August + 6 months",
        vog(months(6)),
        seen("2026-08-31"),
        "2027-02-28",
        passed=True,
        until="2027-02-28",
    ),
    row(
        "a day after a short month",
        vog(months(6)),
        seen("2026-08-31"),
        "2027-03-01",
        code="expired",
        passed=False,
        until="2027-02-28",
    ),
    # 2029 has no 29 February.
    row(
        "29 February + 12", vog(months(12)), seen("2028-02-29"), "2028-03-01", passed=True, until="2029-02-28"
    ),
    # 2032 has one.
    row(
        "29 February + 48", vog(months(48)), seen("2028-02-29"), "2030-01-01", passed=True, until="2032-02-29"
    ),
    # 28 February 2027 + 12: the same day number, not the last day of the leap February.
    row(
        "28 February + 12 into a leap year",
        vog(months(12)),
        seen("2027-02-28"),
        "2028-02-28",
        passed=True,
        until="2028-02-28",
    ),
    # February 2028 has 29 days.
    row(
        "31 January + 1, leap",
        vog(months(1)),
        seen("2028-01-31"),
        "2028-02-29",
        passed=True,
        until="2028-02-29",
    ),
    # 30 and 31 January end on the same day.
    row("30 January + 1", vog(months(1)), seen("2027-01-30"), "2027-02-28", passed=True, until="2027-02-28"),
    # September has 30 days.
    row("31 March + 6", vog(months(6)), seen("2026-03-31"), "2026-09-30", passed=True, until="2026-09-30"),
    # The short month does not stick: 28 February is not "the last day of the month".
    row("28 February + 6", vog(months(6)), seen("2027-02-28"), "2027-08-28", passed=True, until="2027-08-28"),
    row(
        "28 February + 6, next day",
        vog(months(6)),
        seen("2027-02-28"),
        "2027-08-29",
        code="expired",
        passed=False,
        until="2027-08-28",
    ),
    # 29 March + 7 months = 29 October, over both clock changes.
    row(
        "over both clocks", vog(months(7)), seen("2026-03-29"), "2026-10-25", passed=True, until="2026-10-29"
    ),
    row(
        "31 December + 12", vog(months(12)), seen("2026-12-31"), "2027-12-31", passed=True, until="2027-12-31"
    ),
)

YEAR_ENDS = (
    row("year end 0", vog(year_end(0)), seen("2026-03-03"), "2026-12-31", passed=True, until="2026-12-31"),
    row("year end 1", vog(year_end(1)), seen("2026-03-03"), "2027-12-31", passed=True, until="2027-12-31"),
    # Seen on 31 December with 0 years: that one day.
    row(
        "only new year's eve",
        vog(year_end(0)),
        seen("2026-12-31"),
        "2026-12-31",
        passed=True,
        until="2026-12-31",
    ),
    row(
        "new year's day",
        vog(year_end(0)),
        seen("2026-12-31"),
        "2027-01-01",
        code="expired",
        passed=False,
        until="2026-12-31",
    ),
    # One day later is a year more.
    row(
        "from 1 January", vog(year_end(0)), seen("2027-01-01"), "2027-06-01", passed=True, until="2027-12-31"
    ),
)

NO_VALIDITY = (
    row(
        "what was met stays met",
        vog(),
        seen("2026-03-03"),
        "2126-03-03",
        code="met",
        passed=True,
        met_on="2026-03-03",
        until=None,
        next_change_on=None,
    ),
    row("and before it, not", vog(), seen("2026-03-03"), "2026-03-02", code="todo", passed=False),
)

ROWS = (*DAYS, *MONTHS, *YEAR_ENDS, *NO_VALIDITY)
