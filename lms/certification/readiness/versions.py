"""Which version of a scheme holds for a person on a day (docs/decisions/0009 §9)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lms.certification.readiness.periods import ONE_DAY


class Transition(StrEnum):
    """For whom a new version holds."""

    EVERYONE = "everyone"
    NEW_PEOPLE = "new_people"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class InForce:
    """A published version: `key` names it, `until` is the last day that others keep the old one (UNTIL)."""

    key: int
    effective_on: date
    transition: Transition = Transition.EVERYONE
    until: date | None = None

    def holds_for(self, started_on: date | None, day: date) -> bool:
        """Say whether this version has come to hold on `day` for who started on `started_on`."""
        if day < self.effective_on:
            return False
        is_new = started_on is not None and started_on >= self.effective_on
        if self.transition is Transition.EVERYONE or is_new:
            return True
        return self.transition is Transition.UNTIL and self.until is not None and day > self.until


def version_for(versions: Iterable[InForce], started_on: date | None, day: date) -> InForce | None:
    """The version that holds for a person on a day, or None before the first.

    `versions` come in order of day and number. The first that holds at all is everybody's: there is no
    older one to keep.
    """
    found: InForce | None = None
    for each in versions:
        if each.effective_on > day:
            continue
        if found is None or each.holds_for(started_on, day):
            found = each
    return found


def version_edges(versions: Iterable[InForce]) -> Iterator[date]:
    """Every day on which the version of somebody may change."""
    for each in versions:
        yield each.effective_on
        if each.transition is Transition.UNTIL and each.until is not None and each.until < date.max:
            yield each.until + ONE_DAY
