"""The door of the certification app."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.accounts.models import User


@dataclass(frozen=True)
class ExternalStatus:
    """What the outside may know of a person's readiness."""

    matchable: bool
    since: date | None
    until: date | None
    scope: tuple[str, ...]
    scheme_version: str
    reason_category: str


def external_status(person: User, today: date) -> ExternalStatus:
    """Return the status of one person."""
    return external_statuses([person], today)[person.pk]


def external_statuses(people: Iterable[User], today: date) -> dict[int, ExternalStatus]:
    """Return the status of many people by their id, in constant queries."""
    return {person.pk: ExternalStatus(False, None, None, (), "", "in_progress") for person in people}


__all__ = ["ExternalStatus", "external_status", "external_statuses"]
