"""Intervision in a sliding window (0009 §4), with its warning (§3)."""

from lms.certification.readiness import Fact, FactKind, IntervisionHeld
from tests.unit.certification.readiness.examples import a, fact
from tests.unit.certification.readiness.worked_examples.shape import row


def _session(day: str, minutes: int = 60, size: int = 6) -> Fact:
    return fact(FactKind.INTERVISION, day, ref=day, number=minutes, group_size=size)


_MEETING = a(
    IntervisionHeld,
    minimum_sessions=4,
    window_months=12,
    minimum_net_minutes=240,
    group_min=4,
    group_max=8,
    warn_days=30,
)
_DAYS = ("2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10")
_FOUR = tuple(_session(day) for day in _DAYS)
INTERVISION = (
    # The fourth makes 4 and 240; the first counts up to and including 10 January 2027.
    row(
        "4 times an hour",
        _MEETING,
        _FOUR,
        "2026-04-10",
        code="met",
        passed=True,
        have=4,
        need=4,
        have_minutes=240,
        met_on="2026-04-10",
        until="2027-01-10",
    ),
    row(
        "the day before the fourth",
        _MEETING,
        _FOUR,
        "2026-04-09",
        code="todo",
        passed=False,
        have=3,
        have_minutes=180,
    ),
    row(
        "last day of the twelve months",
        _MEETING,
        _FOUR,
        "2027-01-10",
        passed=True,
        have=4,
        until="2027-01-10",
    ),
    row(
        "the first slides out",
        _MEETING,
        _FOUR,
        "2027-01-11",
        code="expired",
        passed=False,
        have=3,
        have_minutes=180,
        until="2027-01-10",
    ),
    # 4 times 55 is 220 minutes of 240.
    row(
        "minutes short",
        _MEETING,
        [_session(day, 55) for day in _DAYS],
        "2026-05-01",
        code="todo",
        passed=False,
        have=4,
        have_minutes=220,
        need_minutes=240,
    ),
    # 3 times 120 is 360 minutes, but 3 of 4 times.
    row(
        "times short",
        _MEETING,
        [_session(day, 120) for day in _DAYS[:3]],
        "2026-05-01",
        code="todo",
        passed=False,
        have=3,
        have_minutes=360,
    ),
    # A group of 3 and a group of 9 do not count; 4 and 8 do.
    row(
        "group of 3",
        _MEETING,
        (*_FOUR[:3], _session("2026-04-10", size=3)),
        "2026-05-01",
        passed=False,
        have=3,
    ),
    row(
        "group of 9",
        _MEETING,
        (*_FOUR[:3], _session("2026-04-10", size=9)),
        "2026-05-01",
        passed=False,
        have=3,
    ),
    row(
        "group of 4",
        _MEETING,
        (*_FOUR[:3], _session("2026-04-10", size=4)),
        "2026-05-01",
        passed=True,
        have=4,
    ),
    row(
        "group of 8",
        _MEETING,
        (*_FOUR[:3], _session("2026-04-10", size=8)),
        "2026-05-01",
        passed=True,
        have=4,
    ),
    # A fifth: the newest four begin on 10 February.
    row(
        "a fifth",
        _MEETING,
        (*_FOUR, _session("2026-11-10")),
        "2027-01-11",
        passed=True,
        met_on="2026-04-10",
        until="2027-02-10",
    ),
    # Five times, 90 + 4 times 50 = 290; without the first 200 minutes are left, so it ends with the first.
    row(
        "minutes slide out first",
        _MEETING,
        (_session("2026-01-10", 90), *(_session(f"2026-0{each}-10", 50) for each in (2, 3, 4, 5))),
        "2026-06-01",
        passed=True,
        have=5,
        have_minutes=290,
        until="2027-01-10",
    ),
    # A session on 29 February 2028 counts up to and including 28 February 2029.
    row(
        "a session on a leap day",
        a(
            IntervisionHeld,
            minimum_sessions=1,
            window_months=12,
            minimum_net_minutes=60,
            group_min=4,
            group_max=8,
        ),
        (_session("2028-02-29"),),
        "2028-03-01",
        passed=True,
        until="2029-02-28",
    ),
    # 10 January − 30 days = 11 December.
    row(
        "before its warning",
        _MEETING,
        _FOUR,
        "2026-12-10",
        code="met",
        passed=True,
        next_change_on="2026-12-11",
    ),
    row(
        "its warning begins", _MEETING, _FOUR, "2026-12-11", code="expiring", passed=True, until="2027-01-10"
    ),
)

ROWS = INTERVISION
