"""Keep the projection in step with the ledger, and tell the outside when what it may know has changed."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification import models
from lms.certification.knowledge.selectors import in_pieces
from lms.certification.standings.selectors import Ground, due_people, external_of, ground_on, projected
from lms.outbox.public import publish

CHUNK = 500
PROJECTED = (
    "state",
    "computed_state",
    "since",
    "state_since",
    "until",
    "reason_category",
    "criteria",
    "domains",
    "scope",
    "open_rules",
    "open_blocking",
    "is_expiring",
    "has_lapsed",
    "waits_for_coordinator",
    "waits_kind",
    "waiting_since",
    "expires_on",
    "last_evidence_on",
    "started_on",
    "next_change_on",
    "scheme_version",
    "basis",
    "computed_at",
)


def lock_people(keys: list[int]) -> None:
    """Let nobody else write about these people until the transaction ends.

    The lock is on the row of the person: it is always there, also before the first evidence. It leaves other
    tables free to point at the person. SQLite has one writer at a time and needs no lock.
    """
    people = User.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    list(people.values_list("pk", flat=True))


def refresh(person: User, now: datetime) -> None:
    """Compute the projection of one person again; the caller holds the lock and the transaction."""
    ground = ground_on(localdate(now))
    if ground is not None:
        _refresh([person.pk], ground, now)


def refresh_people(keys: list[int], now: datetime) -> None:
    """As `refresh`, for many people with as many queries as for one."""
    ground = ground_on(localdate(now))
    if ground is not None and keys:
        _refresh(keys, ground, now)


def rebuild_standings(now: datetime, people: QuerySet[User] | None = None) -> int:
    """Compute the projections of `people` again (default: all that do not hold any more); return how many.

    Works in pieces of CHUNK people, each in a transaction of its own, so memory stays the same.
    """
    ground = ground_on(localdate(now))
    if ground is None:
        return 0
    count = 0
    for piece in in_pieces(due_people(ground) if people is None else people, CHUNK):
        keys = list(piece)
        with transaction.atomic():
            lock_people(keys)
            _refresh(keys, ground, now)
        count += len(keys)
    return count


def _refresh(keys: list[int], ground: Ground, now: datetime) -> None:
    before = {row.person_id: row for row in _with_version(keys)}
    after = projected(keys, ground)
    for row in after.values():
        row.computed_at = now
    models.Standing.objects.bulk_create(
        after.values(), update_conflicts=True, unique_fields=["person"], update_fields=PROJECTED
    )
    changed = [
        key for key in keys if key not in before or external_of(before[key]) != external_of(after[key])
    ]
    for uuid in User.objects.filter(pk__in=changed).values_list("uuid", flat=True) if changed else ():
        publish("certification.standing_changed", now=now, person=uuid)


def _with_version(keys: list[int]) -> QuerySet[models.Standing]:
    rows = models.Standing.objects.filter(person__in=keys).select_related("scheme_version")
    return rows.defer("criteria", "domains", "scheme_version__content")
