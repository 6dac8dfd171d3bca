"""What the outside gets to know about a volunteer: pure, small, and never a reason beyond its category."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class TrainingStatus:
    """The training status of one volunteer as the matching system may read it."""

    uuid: UUID
    matchable: bool
    since: date | None
    until: date | None
    scope: tuple[str, ...]
    scheme_version: str
    reason_category: str

    def payload(self) -> dict[str, Any]:
        """Return the JSON-able form, with the Dutch names of the API."""
        return {
            "uuid": str(self.uuid),
            "inzetbaar": self.matchable,
            "sinds": self.since.isoformat() if self.since else None,
            "tot": self.until.isoformat() if self.until else None,
            "domeinen": list(self.scope),
            "regelingVersie": self.scheme_version,
            "redenCategorie": self.reason_category,
        }
