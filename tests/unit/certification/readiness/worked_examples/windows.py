"""Parts counted back from the newest (0009 §1), warnings (§3) and deadlines (§7)."""

from lms.certification.readiness import Attended, CompletedItems
from tests.unit.certification.readiness.examples import a, other_way
from tests.unit.certification.readiness.worked_examples.shape import (
    attended,
    days,
    done,
    months,
    row,
    seen,
    started,
    vog,
)

_SERIES = a(Attended, series="basis", minimum=3, of=4, validity=months(12))
_THREE = (attended("2026-02-01", "a"), attended("2026-03-01", "b"), attended("2026-04-01", "c"))
_LESSONS = a(CompletedItems, items=("x", "y"), validity=months(6))
_TWO = (done("2026-08-31", "x"), done("2026-09-30", "y"))
PARTS = (
    # The oldest that is needed is a: 1 February + 12 months.
    row(
        "3 of 4",
        _SERIES,
        _THREE,
        "2026-04-01",
        code="met",
        passed=True,
        have=3,
        need=3,
        met_on="2026-04-01",
        until="2027-02-01",
    ),
    row("2 of 4", _SERIES, _THREE, "2026-03-31", code="todo", passed=False, have=2, need=3),
    # With d the newest three are b, c, d: b ends on 1 March 2027.
    row(
        "the fourth moves the end",
        _SERIES,
        (*_THREE, attended("2026-05-01", "d")),
        "2026-05-01",
        passed=True,
        until="2027-03-01",
    ),
    # On 2 February 2027 a counts no more: b and c are left.
    row(
        "the oldest slides out",
        _SERIES,
        _THREE,
        "2027-02-02",
        code="expired",
        passed=False,
        have=2,
        need=3,
        until="2027-02-01",
    ),
    # a again on 1 January 2027: now b is the oldest, 1 March 2027.
    row(
        "one meeting again",
        _SERIES,
        (*_THREE, attended("2027-01-01", "a")),
        "2027-02-02",
        passed=True,
        met_on="2026-04-01",
        until="2027-03-01",
    ),
    # The same meeting twice is one meeting.
    row(
        "one meeting twice",
        _SERIES,
        (attended("2026-02-01", "a"), attended("2026-02-08", "a"), _THREE[1]),
        "2026-03-02",
        code="todo",
        passed=False,
        have=2,
    ),
    # January, written down later: three from 1 March on; the end is still that of a, 1 February 2027.
    row(
        "an older meeting takes nothing",
        _SERIES,
        (*_THREE, attended("2026-01-10", "d")),
        "2026-04-15",
        passed=True,
        met_on="2026-03-01",
        until="2027-02-01",
    ),
    # x: 31 August + 6 = 28 February; y: 30 September + 6 = 30 March.
    row("two lessons", _LESSONS, _TWO, "2026-10-01", passed=True, until="2027-02-28"),
    # x again gives x until 1 August 2027; y still ends on 30 March.
    row(
        "one lesson again renews no course",
        _LESSONS,
        (*_TWO, done("2027-02-01", "x")),
        "2027-03-15",
        passed=True,
        met_on="2026-09-30",
        until="2027-03-30",
    ),
    # Another way counts for the whole criterion, 1 October + 6 months.
    row(
        "another way for the course",
        _LESSONS,
        (_TWO[0], other_way("2026-10-01")),
        "2027-04-01",
        passed=True,
        until="2027-04-01",
    ),
)


_VOG = vog(months(36, warn_days=60))
WARNINGS = (
    # A warning of 0 days is no warning.
    row("no warning", vog(months(36)), seen("2026-01-15"), "2029-01-15", code="met", passed=True),
    # 15 January 2029 − 60: 15 days in January, 31 in December, 14 in November: 16 November 2028.
    row(
        "before the warning",
        _VOG,
        seen("2026-01-15"),
        "2028-11-15",
        code="met",
        passed=True,
        next_change_on="2028-11-16",
    ),
    row(
        "first day of the warning",
        _VOG,
        seen("2026-01-15"),
        "2028-11-16",
        code="expiring",
        passed=True,
        until="2029-01-15",
    ),
    row(
        "last day of the warning",
        _VOG,
        seen("2026-01-15"),
        "2029-01-15",
        code="expiring",
        passed=True,
        until="2029-01-15",
    ),
    row(
        "the warning is over",
        _VOG,
        seen("2026-01-15"),
        "2029-01-16",
        code="expired",
        passed=False,
        until="2029-01-15",
    ),
    # New evidence: the unbroken stretch ends on 1 December 2031.
    row(
        "warned and renewed",
        _VOG,
        seen("2026-01-15", "2028-12-01"),
        "2028-12-02",
        code="met",
        passed=True,
        until="2031-12-01",
    ),
    # Until the renewal is there the warning stays.
    row(
        "renewed tomorrow", _VOG, seen("2026-01-15", "2028-12-02"), "2028-12-01", code="expiring", passed=True
    ),
    # A warning that is longer than the period begins with the period.
    row(
        "always warned",
        vog(days(10, warn_days=30)),
        seen("2026-03-03"),
        "2026-03-03",
        code="expiring",
        passed=True,
    ),
)

_DUE = vog(due_days=90)
DEADLINES = (
    # 1 September + 90: 29 in September, 31 in October, 30 in November: 30 November.
    row(
        "before the deadline",
        _DUE,
        (started("2026-09-01"),),
        "2026-11-22",
        code="todo",
        passed=False,
        due_on="2026-11-30",
    ),
    row("on the deadline", _DUE, (started("2026-09-01"),), "2026-11-30", passed=False, due_on="2026-11-30"),
    # It warns and takes nothing away: still to do, still possible.
    row(
        "after the deadline",
        _DUE,
        (started("2026-09-01"),),
        "2026-12-01",
        code="todo",
        passed=False,
        due_on="2026-11-30",
    ),
    row(
        "done late",
        _DUE,
        (started("2026-09-01"), *seen("2026-12-15")),
        "2026-12-15",
        code="met",
        passed=True,
        due_on=None,
    ),
    row("no known start", _DUE, (), "2026-11-22", code="todo", passed=False, due_on=None),
    # 2027 has no leap day, 2028 has: 1 December 2027 + 90 = 29 February 2028 (30 + 31 + 29).
    row(
        "a deadline on a leap day",
        _DUE,
        (started("2027-12-01"),),
        "2028-01-01",
        passed=False,
        due_on="2028-02-29",
    ),
)

ROWS = (*PARTS, *WARNINGS, *DEADLINES)
