"""Reads about decisions: which one can be taken back, and which exceptions wait for a second person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.decisions.rules import KIND_LABELS, OVERRIDE_REASONS, why_not_undo
from lms.certification.models import Decision, OverrideRequest
from lms.certification.readiness import Scheme


@dataclass(frozen=True, slots=True)
class Undoable:
    """The newest decision about a person, which a coordinator can still take back."""

    uuid: UUID
    what: str
    made_at: datetime
    made_by: User | None


@dataclass(frozen=True, slots=True)
class RequestLine:
    """An exception that waits for a second coordinator; `is_own`: the reader asked it."""

    uuid: UUID
    person: User
    asked_at: datetime
    asked_by: User | None
    until: date
    domains: tuple[str, ...]
    reason_word: str
    reason: str
    is_own: bool


def undoable(person: User, today: date) -> Undoable | None:
    """The decision about a person that can be taken back today, or None; 1 query."""
    rows = Decision.objects.standing().filter(person=person).select_related("made_by")
    row = rows.order_by("pk").last()
    if row is None:
        return None
    is_own, made_on = row.made_by_id == person.pk, localdate(row.made_at)
    if why_not_undo(is_newest=True, is_own=is_own, made_on=made_on, today=today):
        return None
    return Undoable(row.uuid, KIND_LABELS[row.kind], row.made_at, row.made_by)


def requests_about(person: User, scheme: Scheme | None, reader: User) -> list[RequestLine]:
    """The exceptions about a person that wait for a second coordinator; 1 query."""
    titles = domain_titles(scheme)
    return [_request(row, titles, reader) for row in _waiting().filter(person=person)]


def requests_for(coordinator: User) -> list[RequestLine]:
    """The exceptions that wait for this coordinator: about the own people, asked by somebody else."""
    mine = people_within(coordinator, Role.COORDINATOR)
    rows = _waiting().filter(person__in=mine.values("pk")).exclude(asked_by=coordinator)
    return [_request(row, {}, coordinator) for row in rows]


def domain_titles(scheme: Scheme | None) -> dict[str, str]:
    """The life domains of a scheme, code and title."""
    return {domain.id: domain.title for domain in scheme.domains} if scheme is not None else {}


def _waiting() -> QuerySet[OverrideRequest]:
    return OverrideRequest.objects.filter(answered_at=None).select_related("person", "asked_by")


def _request(row: OverrideRequest, titles: Mapping[str, str], reader: User) -> RequestLine:
    return RequestLine(
        uuid=row.uuid,
        person=row.person,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        until=row.until,
        domains=tuple(titles.get(code, code) for code in row.domains),
        reason_word=OVERRIDE_REASONS.get(row.reason_code, ""),
        reason=row.reason,
        is_own=row.asked_by_id == reader.pk,
    )
