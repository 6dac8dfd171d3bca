"""An extension (0009 §6): met by a decision, up to and including a day."""

from lms.certification.readiness import RenewFrom
from tests.unit.certification.readiness.worked_examples.shape import (
    extended,
    handed_in,
    months,
    row,
    seen,
    vog,
)

# Seen on 1 March 2026: it counts up to and including 1 March 2027.
_RULE = vog(months(12))
_OLD = seen("2026-03-01")
_LONGER = extended("2026-11-20", "2027-01-31")
_AFTER = (*_OLD, extended("2027-02-15", "2027-04-30"))
_EXPIRY = vog(months(12, renew_from=RenewFrom.EXPIRY, window_days=60))
EXTENDED = (
    row(
        "from the day of the decision",
        _RULE,
        (_LONGER,),
        "2026-11-20",
        passed=True,
        extended=True,
        until="2027-01-31",
    ),
    row("not the day before", _RULE, (_LONGER,), "2026-11-19", passed=False, extended=False),
    row("its last day", _RULE, (_LONGER,), "2027-01-31", passed=True, extended=True),
    row("the day after its last", _RULE, (_LONGER,), "2027-02-01", passed=False, extended=False),
    # On 1 March the evidence still counts by itself; from 2 March the extension makes it pass.
    row("beside evidence", _RULE, _AFTER, "2027-03-01", passed=True, extended=False, until="2027-04-30"),
    row(
        "after the evidence",
        _RULE,
        _AFTER,
        "2027-03-02",
        passed=True,
        extended=True,
        met_on="2026-03-01",
        until="2027-04-30",
    ),
    # 15 April is within the extension: handed in while the criterion was met.
    row(
        "handed in within it",
        _RULE,
        (*_AFTER, handed_in("2027-04-15")),
        "2027-06-01",
        code="waiting",
        passed=True,
        waiting_since="2027-04-15",
    ),
    # 1 May is later than its end.
    row(
        "handed in after it",
        _RULE,
        (*_AFTER, handed_in("2027-05-01")),
        "2027-06-01",
        code="waiting",
        passed=False,
    ),
    # 20 April lies in no window of evidence (E = 1 March): its own day, not 30 April.
    row(
        "no renewal counts from it",
        _EXPIRY,
        (*_AFTER, *seen("2027-04-20")),
        "2027-05-01",
        passed=True,
        until="2028-04-20",
    ),
    # New evidence in time: nothing is extended any more.
    row(
        "evidence takes over",
        _RULE,
        (*_AFTER, *seen("2027-03-20")),
        "2027-03-21",
        passed=True,
        extended=False,
        until="2028-03-20",
    ),
)

ROWS = EXTENDED
