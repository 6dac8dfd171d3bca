"""From when a new period counts (0009 §2): from completion, or from the end of the old one."""

from lms.certification.readiness import CompletedItems, RenewFrom
from tests.unit.certification.readiness.examples import a, other_way
from tests.unit.certification.readiness.worked_examples.shape import (
    days,
    done,
    months,
    row,
    seen,
    vog,
    year_end,
)

COMPLETION = (
    # 1 February 2027 + 12; the month that was left of the old period is not added.
    row(
        "what overlaps is not added up",
        vog(months(12)),
        seen("2026-03-01", "2027-02-01"),
        "2027-02-02",
        passed=True,
        met_on="2026-03-01",
        until="2028-02-01",
    ),
    # 13 March is the last day; 14 March joins on without a gap.
    row(
        "the day after the last day",
        vog(days(10)),
        seen("2026-03-03", "2026-03-14"),
        "2026-03-15",
        passed=True,
        met_on="2026-03-03",
        until="2026-03-24",
    ),
    # 15 March leaves one day open: a new stretch.
    row(
        "two days after the last day",
        vog(days(10)),
        seen("2026-03-03", "2026-03-15"),
        "2026-03-15",
        passed=True,
        met_on="2026-03-15",
        until="2026-03-25",
    ),
    # Renewal that is still to come does not count in the gap.
    row(
        "in the gap",
        vog(days(10)),
        seen("2026-03-03", "2026-03-20"),
        "2026-03-16",
        code="expired",
        passed=False,
        until="2026-03-13",
    ),
    # Older evidence that is written down later gives no shorter period, only an earlier beginning.
    row(
        "older evidence takes nothing",
        vog(days(10)),
        seen("2026-03-03", "2026-03-01"),
        "2026-03-12",
        passed=True,
        met_on="2026-03-01",
        until="2026-03-13",
    ),
)

EXPIRY = vog(months(12, renew_from=RenewFrom.EXPIRY, window_days=60))
ON_TIME = (
    # E = 1 March 2027; 60 days before is 31 December 2026 (1 day, 31 of January, 28 of February).
    row(
        "first day of the window",
        EXPIRY,
        seen("2026-03-01", "2026-12-31"),
        "2027-01-01",
        passed=True,
        until="2028-03-01",
    ),
    # 30 December is one day too early: its own day + 12 months.
    row(
        "a day before the window",
        EXPIRY,
        seen("2026-03-01", "2026-12-30"),
        "2027-01-01",
        passed=True,
        until="2027-12-30",
    ),
    row(
        "in the window",
        EXPIRY,
        seen("2026-03-01", "2027-02-01"),
        "2027-02-02",
        passed=True,
        until="2028-03-01",
    ),
    # E itself is in the window.
    row(
        "last day of the window",
        EXPIRY,
        seen("2026-03-01", "2027-03-01"),
        "2027-03-01",
        passed=True,
        until="2028-03-01",
    ),
    # 2 March 2027 counts from itself, and joins on.
    row(
        "the day after",
        EXPIRY,
        seen("2026-03-01", "2027-03-02"),
        "2027-03-02",
        passed=True,
        met_on="2026-03-01",
        until="2028-03-02",
    ),
    # Late: a gap, and its own day.
    row(
        "late",
        EXPIRY,
        seen("2026-03-01", "2027-03-10"),
        "2027-03-10",
        passed=True,
        met_on="2027-03-10",
        until="2028-03-10",
    ),
    # Both lie in the window of E = 1 March 2027, neither in that of 1 March 2028: one year more, not two.
    row(
        "twice in one window",
        EXPIRY,
        seen("2026-03-01", "2027-01-10", "2027-02-10"),
        "2027-02-11",
        passed=True,
        until="2028-03-01",
    ),
    # 2026 -> 1 March 2027 -> 2028 -> 2029 -> 2030, always handed in early.
    row(
        "a chain of three years",
        EXPIRY,
        seen("2026-03-01", "2027-02-01", "2028-02-01"),
        "2028-02-02",
        passed=True,
        met_on="2026-03-01",
        until="2029-03-01",
    ),
    row(
        "a chain of four years",
        EXPIRY,
        seen("2026-03-01", "2027-02-01", "2028-02-01", "2029-01-15"),
        "2029-02-01",
        passed=True,
        met_on="2026-03-01",
        until="2030-03-01",
    ),
    # 1 December is early and makes 1 December 2027; 15 January still lies in the window of 1 March 2027.
    row(
        "early does not spoil what comes on time",
        EXPIRY,
        seen("2026-03-01", "2026-12-01", "2027-01-15"),
        "2027-01-16",
        passed=True,
        until="2028-03-01",
    ),
    # E = 28 February 2027; the new end is E + 6 months, so day 28.
    row(
        "month end",
        vog(months(6, renew_from=RenewFrom.EXPIRY, window_days=30)),
        seen("2026-08-31", "2027-02-15"),
        "2027-03-01",
        passed=True,
        until="2027-08-28",
    ),
    # E = 28 February 2029, then 28 February 2030: the leap day is lost at the first year without one.
    row("leap day", EXPIRY, seen("2028-02-29", "2029-02-01"), "2029-03-01", passed=True, until="2030-02-28"),
    # E = 13 March, 3 days before is 10 March: 13 March + 10.
    row(
        "in days",
        vog(days(10, renew_from=RenewFrom.EXPIRY, window_days=3)),
        seen("2026-03-03", "2026-03-10"),
        "2026-03-14",
        passed=True,
        until="2026-03-23",
    ),
    # 9 March is before the window: 9 March + 10.
    row(
        "in days, early",
        vog(days(10, renew_from=RenewFrom.EXPIRY, window_days=3)),
        seen("2026-03-03", "2026-03-09"),
        "2026-03-14",
        passed=True,
        until="2026-03-19",
    ),
    # E = 31 December 2027; the end of E with 1 year is 31 December 2028.
    row(
        "year end",
        vog(year_end(1, renew_from=RenewFrom.EXPIRY, window_days=30)),
        seen("2026-03-03", "2027-12-15"),
        "2028-01-01",
        passed=True,
        until="2028-12-31",
    ),
    # A window of 0 days is E alone: the day before counts from itself.
    row(
        "no window",
        vog(months(12, renew_from=RenewFrom.EXPIRY)),
        seen("2026-03-01", "2027-02-28"),
        "2027-03-01",
        passed=True,
        until="2028-02-28",
    ),
    # The alternative route is evidence like any other: it continues the period.
    row(
        "renewed in another way",
        EXPIRY,
        (*seen("2026-03-01"), other_way("2027-02-01")),
        "2027-03-02",
        passed=True,
        until="2028-03-01",
    ),
    # Each lesson by itself: done again in its window it continues its own period.
    row(
        "a lesson in its window",
        a(CompletedItems, items=("x",), validity=months(12, renew_from=RenewFrom.EXPIRY, window_days=60)),
        (done("2026-03-01", "x"), done("2027-02-01", "x")),
        "2027-03-02",
        passed=True,
        until="2028-03-01",
    ),
)

ROWS = (*COMPLETION, *ON_TIME)
