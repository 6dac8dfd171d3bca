"""Reads for the API, for the volunteer's own page and for the administrator."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.public import ExternalStatus, external_statuses
from lms.exports.models import ExportConsent, PulledPerson, ServiceAccount, ServiceToken, StatusChange
from lms.exports.payloads import TrainingStatus


def sharing_people() -> QuerySet[User]:
    """Return the volunteers who consented to the export and are active."""
    return User.objects.with_role(Role.VOLUNTEER).filter(
        export_consents__withdrawn_at=None, export_consents__isnull=False
    )


def statuses_page(after: int, size: int, now: datetime) -> tuple[list[tuple[int, TrainingStatus]], bool]:
    """Return at most `size` statuses of people with an id above `after`, and whether there are more."""
    people = list(sharing_people().filter(pk__gt=after).order_by("pk")[: size + 1])
    page = people[:size]
    found = external_statuses(page, timezone.localdate(now))
    lines = [(person.pk, as_training_status(person, found[person.pk])) for person in page]
    return lines, len(people) > size


def as_training_status(person: User, status: ExternalStatus) -> TrainingStatus:
    """Return a person's status in the words of the API."""
    return TrainingStatus(
        person.uuid,
        status.matchable,
        status.since,
        status.until,
        status.scope,
        status.scheme_version,
        status.reason_category,
    )


def sharing_person(uuid: UUID) -> User | None:
    """Return the consenting volunteer with this uuid, or None: unknown and not sharing look the same."""
    return sharing_people().filter(uuid=uuid).first()


def changes_after(sequence: int, size: int) -> tuple[list[StatusChange], bool]:
    """Return at most `size` changes with a number above `sequence`, in order, and whether there are more."""
    lines = list(StatusChange.objects.filter(sequence__gt=sequence).order_by("sequence")[: size + 1])
    return lines[:size], len(lines) > size


def current_consent(person: User) -> ExportConsent | None:
    """Return the consent that holds now."""
    return ExportConsent.objects.filter(person=person, withdrawn_at=None).first()


@dataclass(frozen=True)
class PullLine:
    """One time that a machine was told about a person."""

    account: str
    pulled_at: datetime


def pulls_of(person: User, limit: int = 50) -> list[PullLine]:
    """Return the latest times that the matching system read this person's status."""
    rows = (
        PulledPerson.objects.filter(person=person)
        .select_related("pull__account")
        .order_by("-pull__pulled_at")
    )
    return [PullLine(row.pull.account.name, row.pull.pulled_at) for row in rows[:limit]]


def service_accounts() -> QuerySet[ServiceAccount]:
    """Return the service accounts with their tokens, for the administrator."""
    return ServiceAccount.objects.prefetch_related(
        Prefetch("tokens", queryset=ServiceToken.objects.order_by("-created_at"))
    )
