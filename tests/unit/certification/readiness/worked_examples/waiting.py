"""Waiting protects (0009 §5): somebody who was on time loses nothing by our slowness."""

from lms.certification.readiness import RenewFrom
from tests.unit.certification.readiness.worked_examples.shape import (
    assessed,
    handed_in,
    months,
    row,
    seen,
    vog,
)

# Seen on 1 March 2026: it counts up to and including 1 March 2027.
_RULE = vog(months(12))
_OLD = seen("2026-03-01")
_ON_TIME = (*_OLD, handed_in("2027-03-01"))

HANDED_IN = (
    row(
        "on the last day",
        _RULE,
        _ON_TIME,
        "2027-06-01",
        code="waiting",
        passed=True,
        waits_for="coordinator",
        waiting_since="2027-03-01",
        met_on="2026-03-01",
        until=None,
    ),
    # However long that takes.
    row(
        "three years later",
        _RULE,
        _ON_TIME,
        "2030-03-01",
        code="waiting",
        passed=True,
        waiting_since="2027-03-01",
    ),
    row(
        "one day late",
        _RULE,
        (*_OLD, handed_in("2027-03-02")),
        "2027-06-01",
        code="waiting",
        passed=False,
        waiting_since="2027-03-02",
    ),
    row(
        "never met before",
        _RULE,
        (handed_in("2027-03-01"),),
        "2027-03-01",
        code="waiting",
        passed=False,
        waiting_since="2027-03-01",
    ),
    # It counts by itself and waits too: shown as waiting.
    row(
        "while it still counts",
        _RULE,
        (*_OLD, handed_in("2027-02-01")),
        "2027-02-10",
        code="waiting",
        passed=True,
        waiting_since="2027-02-01",
    ),
    # Before the day of handing in nothing waits.
    row(
        "the day before it is handed in",
        _RULE,
        _ON_TIME,
        "2027-02-28",
        code="met",
        passed=True,
        waiting_since=None,
        until="2027-03-01",
    ),
    # Handed in on the very day that the old evidence came.
    row(
        "on the first day", _RULE, (*_OLD, handed_in("2026-03-01")), "2027-03-02", code="waiting", passed=True
    ),
)

_YES = (*_ON_TIME, assessed("2027-04-20", True))
_NO = (*_ON_TIME, assessed("2027-04-20", False))
ASSESSED = (
    # Yes, from the day of handing in: 1 March 2027 + 12 months, and never a day without.
    row(
        "yes",
        _RULE,
        (*_YES, *seen("2027-03-01")),
        "2027-04-21",
        code="met",
        passed=True,
        waiting_since=None,
        met_on="2026-03-01",
        until="2028-03-01",
    ),
    # Yes with another day: protected up to and including 20 April, and from 20 April by itself.
    row(
        "yes, on another day",
        _RULE,
        (*_YES, *seen("2027-04-20")),
        "2027-05-01",
        code="met",
        passed=True,
        met_on="2026-03-01",
        until="2028-04-20",
    ),
    # Not yet: still protected on the day of the answer.
    row("not yet, that day", _RULE, _NO, "2027-04-20", passed=True),
    row(
        "not yet, the day after",
        _RULE,
        _NO,
        "2027-04-21",
        code="expired",
        passed=False,
        until="2027-04-20",
        waiting_since=None,
    ),
    # What counts by itself stays: not yet on 10 February, the old evidence counts until 1 March.
    row(
        "not yet takes nothing",
        _RULE,
        (*_OLD, handed_in("2027-02-01"), assessed("2027-02-10", False)),
        "2027-02-11",
        code="met",
        passed=True,
        until="2027-03-01",
        waiting_since=None,
    ),
    row(
        "not yet, and then it ends",
        _RULE,
        (*_OLD, handed_in("2027-02-01"), assessed("2027-02-10", False)),
        "2027-03-02",
        code="expired",
        passed=False,
        until="2027-03-01",
    ),
    # Never met, not yet: to do.
    row(
        "not yet, never met",
        _RULE,
        (handed_in("2027-03-01"), assessed("2027-03-05", False)),
        "2027-03-06",
        code="todo",
        passed=False,
    ),
    # Handed in and answered on one day.
    row(
        "yes on the same day",
        _RULE,
        (*_ON_TIME, assessed("2027-03-01", True), *seen("2027-03-01")),
        "2027-03-02",
        code="met",
        passed=True,
        until="2028-03-01",
    ),
    # Early enough for the window: 20 February lies in the 60 days before E = 1 March 2027; answered in May.
    row(
        "slow assessment costs no period",
        vog(months(12, renew_from=RenewFrom.EXPIRY, window_days=60)),
        (*_OLD, handed_in("2027-02-20"), assessed("2027-05-01", True), *seen("2027-02-20")),
        "2027-05-02",
        code="met",
        passed=True,
        met_on="2026-03-01",
        until="2028-03-01",
    ),
)

_TWICE = (*_OLD, handed_in("2027-02-01", "first"), handed_in("2027-02-20", "second"))
_CHAIN = (*_OLD, handed_in("2027-03-01", "first"), handed_in("2027-04-01", "second"))
TWICE = (
    row(
        "two wait: since the oldest",
        _RULE,
        _TWICE,
        "2027-04-01",
        code="waiting",
        passed=True,
        waiting_since="2027-02-01",
    ),
    # The first was answered; the second was on time as well.
    row(
        "the second protects",
        _RULE,
        (*_TWICE, assessed("2027-04-01", False, "first")),
        "2027-04-02",
        code="waiting",
        passed=True,
        waiting_since="2027-02-20",
    ),
    row(
        "both answered",
        _RULE,
        (*_TWICE, assessed("2027-04-01", False, "first"), assessed("2027-04-05", False, "second")),
        "2027-04-06",
        code="expired",
        passed=False,
        until="2027-04-05",
    ),
    # 1 April is only protected by the first: it protects nothing when the first is answered.
    row(
        "protected as long as the first waits",
        _RULE,
        _CHAIN,
        "2027-04-10",
        code="waiting",
        passed=True,
        waiting_since="2027-03-01",
    ),
    row(
        "protection gives no protection",
        _RULE,
        (*_CHAIN, assessed("2027-04-20", False, "first")),
        "2027-04-21",
        code="waiting",
        passed=False,
        waiting_since="2027-04-01",
    ),
)

ROWS = (*HANDED_IN, *ASSESSED, *TWICE)
