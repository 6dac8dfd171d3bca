"""What changes in the exports: consent, the change feed, and the tokens of the matching system."""

import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role, holds, may_coordinate
from lms.certification.public import external_status
from lms.exports import audit
from lms.exports.models import (
    ExportConsent,
    FeedCounter,
    Pull,
    PulledPerson,
    ServiceAccount,
    ServiceToken,
    StatusChange,
)
from lms.exports.payloads import TrainingStatus
from lms.exports.selectors import as_training_status

FEED = "status"
CONSENT_TEXT_VERSION = 1
TOKEN_START = "oco_"  # noqa: S105  (the readable start of every token, not a secret)


class NotAllowed(Exception):  # noqa: N818  (a sentence, not an accident)
    """The actor may not do this."""


def training_status(person: User, now: datetime) -> TrainingStatus:
    """Return what the outside may know of this person now."""
    return as_training_status(person, external_status(person, timezone.localdate(now)))


def give_consent(person: User, *, actor: User, now: datetime) -> ExportConsent:
    """Record that the person agrees to the export; asked twice it stays one consent.

    The person does it, or a coordinator of that person writes down what was said by phone or on paper.
    """
    _check_may_change(actor, person)
    try:
        with transaction.atomic():
            consent = ExportConsent.objects.create(
                person=person, text_version=CONSENT_TEXT_VERSION, given_at=now, given_by=actor
            )
            audit.consent_given(person, actor)
            write_change(person, now=now)
            return consent
    except IntegrityError:
        return ExportConsent.objects.get(person=person, withdrawn_at=None)


@transaction.atomic
def withdraw_consent(person: User, *, actor: User, now: datetime) -> bool:
    """End the consent at once; the feed tells the matching system to forget. False when there was none."""
    _check_may_change(actor, person)
    ended = ExportConsent.objects.filter(person=person, withdrawn_at=None).update(withdrawn_at=now)
    if ended:
        audit.consent_withdrawn(person, actor)
        write_change(person, now=now)
    return bool(ended)


def _check_may_change(actor: User, person: User) -> None:
    if actor.pk != person.pk and not may_coordinate(actor, person):
        raise NotAllowed


@transaction.atomic
def write_change(person: User, *, now: datetime) -> StatusChange | None:
    """Add a line to the feed when the outside view of this person changed; None when it did not.

    The counter's row is locked first and until commit: numbers are handed out in the order of commits, so a
    reader who saw number n never misses a smaller one later. What is written is read after the lock.
    """
    _lock_feed()
    last = StatusChange.objects.filter(person_uuid=person.uuid).order_by("-sequence").first()
    shared = is_shared(person)
    kind = StatusChange.Kind.STATUS if shared else StatusChange.Kind.REMOVED
    payload = training_status(person, now).payload() if shared else {}
    if (last is None and not shared) or (last is not None and (last.kind, last.payload) == (kind, payload)):
        return None
    return _append(person, kind, payload, now)


@transaction.atomic
def forget(person: User, *, now: datetime) -> None:
    """Erase what the feed told about a person, but go on telling readers to forget: a uuid and no more."""
    _lock_feed()
    lines = StatusChange.objects.filter(person_uuid=person.uuid).order_by("-sequence")
    last = lines.first()
    if last is not None and last.kind != StatusChange.Kind.REMOVED:
        _append(person, StatusChange.Kind.REMOVED, {}, now)
    lines.filter(kind=StatusChange.Kind.STATUS).delete()
    lines.update(person=None)


def is_shared(person: User) -> bool:
    """Say whether the outside may know anything of this person: active, a volunteer, and agreed."""
    fresh = User.objects.get(pk=person.pk)
    agreed = ExportConsent.objects.filter(person=person, withdrawn_at=None).exists()
    return agreed and fresh.is_active and holds(fresh, Role.VOLUNTEER)


def _lock_feed() -> None:
    FeedCounter.objects.get_or_create(name=FEED)
    FeedCounter.objects.select_for_update().get(name=FEED)


def _append(person: User, kind: str, payload: dict[str, Any], now: datetime) -> StatusChange:
    FeedCounter.objects.filter(name=FEED).update(value=F("value") + 1)
    return StatusChange.objects.create(
        sequence=FeedCounter.objects.values_list("value", flat=True).get(name=FEED),
        person=person,
        person_uuid=person.uuid,
        kind=kind,
        payload=payload,
        changed_at=now,
    )


@transaction.atomic
def create_service_account(name: str, *, actor: User, now: datetime) -> ServiceAccount:
    """Make a service account; only an administrator may."""
    _check_administrator(actor)
    account = ServiceAccount.objects.create(name=name, created_at=now)
    audit.account_created(account, actor)
    return account


@transaction.atomic
def create_token(account: ServiceAccount, *, actor: User, now: datetime) -> str:
    """Make a token and return it: this is the only moment it can be read (only its hash is kept)."""
    _check_administrator(actor)
    token = TOKEN_START + secrets.token_urlsafe(32)
    row = ServiceToken.objects.create(
        account=account, prefix=token[:10], digest=digest_of(token), created_at=now, created_by=actor
    )
    audit.token_created(account, actor, row.prefix)
    return token


@transaction.atomic
def revoke_token(token: ServiceToken, *, actor: User, now: datetime) -> None:
    """End a token at once; a second time does nothing."""
    _check_administrator(actor)
    if ServiceToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now):
        audit.token_revoked(token.account, actor, token.prefix)


def _check_administrator(actor: User) -> None:
    if not holds(actor, Role.ADMINISTRATOR):
        raise NotAllowed


def digest_of(token: str) -> str:
    """Return the hash under which a token is kept. It is 256 random bits: a fast hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def log_pull(account: ServiceAccount, what: str, people: list[int], *, now: datetime) -> Pull:
    """Write down that this account was told about these people (ids), so that each of them can see it."""
    with transaction.atomic(savepoint=False):
        pull = Pull.objects.create(account=account, what=what, pulled_at=now)
        PulledPerson.objects.bulk_create(PulledPerson(pull=pull, person_id=person) for person in people)
    return pull
