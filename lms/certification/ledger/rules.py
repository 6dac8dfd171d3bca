"""Pure: what one line of the ledger says, and where a line is corrected."""

from dataclasses import dataclass, replace
from datetime import date

from lms.certification.readiness import FactKind

FIRST_DAY = date(2000, 1, 1)
SAID = ("kind", "key", "ref", "number", "group_size", "state", "happened_on", "source", "until")
# Lines that follow something else are put right there, so that both keep saying the same.
MEETING, SESSION, CONTACT, DECLARATION = "meeting:", "session:", "contact:", "declaration:"
CHANGE = "change:"
EXTENSION = "extension:"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A fact to write down. `source` is a value of models.Source; `origin` names what made it, once.

    `until` is the last day of an extension. The other fields are those of readiness.Fact.
    """

    kind: str
    happened_on: date
    source: str
    origin: str
    key: str = ""
    ref: str = ""
    number: int = 0
    group_size: int = 0
    state: bool = True
    until: date | None = None

    def named(self, origin: str) -> "Entry":
        """The same words under another origin."""
        return replace(self, origin=origin)


def is_possible(entry: Entry, today: date) -> bool:
    """Say whether the day of an entry can be: it has been, and not in another century.

    Only the day on which somebody turns sixteen may lie ahead.
    """
    is_ahead = entry.happened_on > today and entry.kind != FactKind.TURNS_SIXTEEN
    return entry.happened_on >= FIRST_DAY and not is_ahead


def follows(origin: str) -> str:
    """What a line follows, as the start of its origin, or empty when it stands by itself."""
    starts = (MEETING, SESSION, CONTACT, DECLARATION, EXTENSION, CHANGE)
    return next((start for start in starts if origin.startswith(start)), "")
