"""Which version of a scheme holds for whom (0009 §9). The numbers are those of the versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from lms.certification.readiness import InForce, Transition
from tests.unit.certification.readiness.examples import on


@dataclass(frozen=True)
class Asked:
    """One row: of `versions`, number `number` holds on `day` for who began on `started` (or empty)."""

    name: str
    versions: Sequence[InForce]
    started: str
    day: str
    number: int | None


def _version(number: int, day: str, transition: Transition = Transition.EVERYONE, until: str = "") -> InForce:
    return InForce(number, on(day), transition, on(until) if until else None)


_FIRST = _version(1, "2026-01-01")
_ALL = (_FIRST, _version(2, "2026-12-01"))
_NEW = (_FIRST, _version(2, "2026-12-01", Transition.NEW_PEOPLE))
_UNTIL = (_FIRST, _version(2, "2026-12-01", Transition.UNTIL, "2027-03-31"))
_THEN_ALL = (*_NEW, _version(3, "2027-03-01"))
_THEN_NEW = (
    _FIRST,
    _version(2, "2026-12-01", Transition.UNTIL, "2027-06-30"),
    _version(3, "2027-03-01", Transition.NEW_PEOPLE),
)
_SAME_DAY = (_FIRST, _version(2, "2026-12-01"), _version(3, "2026-12-01"))
_NEW_FIRST = (_version(1, "2026-12-01", Transition.NEW_PEOPLE),)

ROWS = (
    Asked("before the first", _ALL, "2026-09-01", "2025-12-31", None),
    Asked("the first day of the first", _ALL, "2026-09-01", "2026-01-01", 1),
    # Everyone: from that day.
    Asked("the day before a version", _ALL, "2026-09-01", "2026-11-30", 1),
    Asked("everyone from the day", _ALL, "2026-09-01", "2026-12-01", 2),
    Asked("everyone, unknown start", _ALL, "", "2026-12-01", 2),
    # New people: who starts on that day or later.
    Asked("started the day before", _NEW, "2026-11-30", "2027-06-01", 1),
    Asked("started on the very day", _NEW, "2026-12-01", "2026-12-01", 2),
    Asked("started later", _NEW, "2027-02-01", "2027-02-01", 2),
    Asked("who is to start later is not judged by it before", _NEW, "2027-02-01", "2026-11-30", 1),
    Asked("an unknown start is not new", _NEW, "", "2027-06-01", 1),
    # Until: others keep the old one up to and including 31 March.
    Asked("old, last day", _UNTIL, "2026-09-01", "2027-03-31", 1),
    Asked("old, the day after", _UNTIL, "2026-09-01", "2027-04-01", 2),
    Asked("new, at once", _UNTIL, "2026-12-01", "2026-12-01", 2),
    Asked("unknown, last day", _UNTIL, "", "2027-03-31", 1),
    Asked("unknown, the day after", _UNTIL, "", "2027-04-01", 2),
    # The first one that there is holds for everybody, also when it was meant for new people.
    Asked("the first for new people", _NEW_FIRST, "2026-09-01", "2026-12-01", 1),
    # A later version for everyone ends what new people only had.
    Asked("later for everyone, before", _THEN_ALL, "2026-09-01", "2027-02-28", 1),
    Asked("later for everyone", _THEN_ALL, "2026-09-01", "2027-03-01", 3),
    # Version 2 comes to hold for old people on 1 July; version 3 never does.
    Asked("old people get the second", _THEN_NEW, "2026-09-01", "2027-07-01", 2),
    Asked("old people before that", _THEN_NEW, "2026-09-01", "2027-06-30", 1),
    Asked("between the two", _THEN_NEW, "2027-01-15", "2027-05-01", 2),
    # For who started on 1 March the third is newer than the second, also after June.
    Asked("new for the third", _THEN_NEW, "2027-03-01", "2027-07-01", 3),
    # Two on one day: the higher number.
    Asked("two on one day", _SAME_DAY, "2026-09-01", "2026-12-01", 3),
)
