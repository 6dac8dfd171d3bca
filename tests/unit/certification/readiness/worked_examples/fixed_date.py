"""A new period counts to a fixed date (0009 §2); or other content the next time."""

from lms.certification.readiness import CompletedItems, FirstThen, RenewFrom
from tests.unit.certification.readiness.examples import a
from tests.unit.certification.readiness.worked_examples.shape import done, months, row, seen, vog

FIXED = vog(months(12, renew_from=RenewFrom.FIXED, window_days=60, fixed_month=3, fixed_day=1))
LEAP = vog(months(12, renew_from=RenewFrom.FIXED, fixed_month=2, fixed_day=29))
TWO_YEARS = vog(months(24, renew_from=RenewFrom.FIXED, window_days=60, fixed_month=3, fixed_day=1))
FIXED_DATE = (
    # 10 January + 60 = 11 March 2027: the first 1 March after it is in 2028.
    row(
        "in the window of the date", FIXED, seen("2027-01-10"), "2027-03-02", passed=True, until="2028-03-01"
    ),
    # 20 December + 60 = 18 February: 1 March 2027.
    row(
        "before the window of the date",
        FIXED,
        seen("2026-12-20"),
        "2027-03-01",
        passed=True,
        until="2027-03-01",
    ),
    row(
        "before the window, after the date",
        FIXED,
        seen("2026-12-20"),
        "2027-03-02",
        code="expired",
        passed=False,
        until="2027-03-01",
    ),
    # 31 December + 60 = 1 March 2027; "after" is not "on": 2028.
    row("first day of that window", FIXED, seen("2026-12-31"), "2027-01-01", passed=True, until="2028-03-01"),
    # 30 December + 60 = 28 February: 1 March 2027.
    row(
        "the day before that window", FIXED, seen("2026-12-30"), "2027-01-01", passed=True, until="2027-03-01"
    ),
    # Renewed on 10 January after 20 December: unbroken, to 2028.
    row(
        "renewed for the next year",
        FIXED,
        seen("2026-12-20", "2027-01-10"),
        "2027-03-02",
        passed=True,
        met_on="2026-12-20",
        until="2028-03-01",
    ),
    # 29 February is 28 February in 2027.
    row(
        "29 February in another year", LEAP, seen("2027-01-01"), "2027-02-28", passed=True, until="2027-02-28"
    ),
    # On 28 February 2027 the first such date after it is 29 February 2028.
    row("on that 28 February", LEAP, seen("2027-02-28"), "2027-03-01", passed=True, until="2028-02-29"),
    # In 2028 the 28th is not the date yet.
    row(
        "28 February in a leap year", LEAP, seen("2028-02-28"), "2028-02-28", passed=True, until="2028-02-29"
    ),
    row("29 February itself", LEAP, seen("2028-02-29"), "2028-03-01", passed=True, until="2029-02-28"),
    # 24 months: the second 1 March after 11 March 2027.
    row(
        "two years in the window",
        TWO_YEARS,
        seen("2027-01-10"),
        "2027-06-01",
        passed=True,
        until="2029-03-01",
    ),
    # 5 June + 60 = 4 August 2026: 1 March 2027, 1 March 2028.
    row("two years", TWO_YEARS, seen("2026-06-05"), "2026-06-05", passed=True, until="2028-03-01"),
)

_COURSE = a(CompletedItems, "course", items=("x", "y"), validity=months(12))
_SHORT = a(CompletedItems, "short", items=("z",), validity=months(12))
_BOTH = a(FirstThen, rules=(_COURSE, _SHORT))
_FIRST = (done("2026-02-01", "x"), done("2026-03-01", "y"))
OTHER_CONTENT = (
    # x of 1 February ends first: 1 February 2027.
    row("the first time", _BOTH, _FIRST, "2027-02-01", passed=True, met_on="2026-03-01", until="2027-02-01"),
    row("not renewed", _BOTH, _FIRST, "2027-02-02", code="expired", passed=False, until="2027-02-01"),
    # The short part of 15 January carries it to 15 January 2028, without a gap.
    row(
        "the shorter part on time",
        _BOTH,
        (*_FIRST, done("2027-01-15", "z")),
        "2027-02-02",
        passed=True,
        met_on="2026-03-01",
        until="2028-01-15",
    ),
    # The first time ended on 1 February; on 10 June the shorter part is enough.
    row(
        "the shorter part after a gap",
        _BOTH,
        (*_FIRST, done("2027-06-10", "z")),
        "2027-06-10",
        passed=True,
        met_on="2027-06-10",
        until="2028-06-10",
    ),
    # The shorter part alone is not enough for who never did the first.
    row("the shorter part alone", _BOTH, (done("2026-02-01", "z"),), "2026-02-02", passed=False),
    # The shorter part came first: it counts from the day that the first held, 1 March.
    row(
        "the shorter part before",
        _BOTH,
        (*_FIRST, done("2026-02-20", "z")),
        "2027-02-10",
        passed=True,
        met_on="2026-03-01",
        until="2027-02-20",
    ),
    row(
        "half of the first",
        _BOTH,
        (done("2026-02-01", "x"), done("2026-02-20", "z")),
        "2026-02-25",
        passed=False,
    ),
)

ROWS = (*FIXED_DATE, *OTHER_CONTENT)
