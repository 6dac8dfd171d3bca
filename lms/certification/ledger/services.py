"""Write in the ledger. Lines are only added: a correction is a new line that supersedes an older one.

Every verb holds the lock of the person, so that parallel writes of one person follow each other and the
projection always knows all lines.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification import audit
from lms.certification.ledger.rules import SAID, Entry, is_possible
from lms.certification.models import Evidence
from lms.certification.standings.services import lock_people, refresh, refresh_people

PIECE = 500


class LedgerError(ValueError):
    """A line that cannot be written; the message is a plain Dutch sentence."""


def record_evidence(person: User, entry: Entry, *, actor: User | None, now: datetime) -> Evidence:
    """Write down a fact; the same origin twice is one line that stands.

    Without an actor nothing is logged: that was done where the fact came from.
    Raises LedgerError for a day in the future, and for an origin that belongs to somebody else.
    """
    return record_all(person, [entry], actor=actor, now=now)[0]


@transaction.atomic
def record_all(
    person: User, entries: Iterable[Entry], *, actor: User | None, now: datetime
) -> list[Evidence]:
    """Write down several facts about one person, all or none; see `record_evidence`."""
    lock_people([person.pk])
    rows = [_record(person, entry, actor, now) for entry in entries]
    refresh(person, now)
    return rows


def record_for_many(entries: Mapping[int, Entry], *, now: datetime) -> None:
    """Write down one fact about each of many people (by primary key), in pieces; nothing is logged.

    What was written before, by its origin, stays as it is: calling it twice does no harm. Each piece is a
    transaction of its own, so that nobody waits for all.
    """
    for keys in _batched(sorted(entries), PIECE):
        with transaction.atomic():
            lock_people(keys)
            rows = (_row(key, entries[key], recorded_at=now) for key in keys)
            Evidence.objects.bulk_create(rows, ignore_conflicts=True)
            refresh_people(keys, now)


def _batched(keys: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


@transaction.atomic
def correct_evidence(row: Evidence, entry: Entry, *, actor: User | None, now: datetime) -> Evidence:
    """Replace what a line says by `entry`; raises LedgerError when the line does not stand any more."""
    _hold(row)
    _check(entry, now)
    new = _append(row.person, entry, supersedes=row, recorded_by=actor, recorded_at=now)
    if actor is not None:
        audit.evidence_corrected(new, actor)
    refresh(row.person, now)
    return new


@transaction.atomic
def retract_evidence(row: Evidence, *, actor: User | None, now: datetime) -> Evidence:
    """Take a line back; raises LedgerError when it does not stand any more."""
    _hold(row)
    entry = _entry_of(row, f"retract:{row.uuid}")
    new = _append(row.person, entry, supersedes=row, retracts=True, recorded_by=actor, recorded_at=now)
    if actor is not None:
        audit.evidence_retracted(new, actor)
    refresh(row.person, now)
    return new


@transaction.atomic
def follow_truth(person: User, thing: str, entry: Entry | None, *, now: datetime) -> None:
    """Make the ledger say about `thing` what is true now elsewhere; None: there is nothing (any more).

    `thing` is the origin of the first line about it. Called twice it does nothing; called late it still ends
    well, because the caller reads the present truth.
    """
    lock_people([person.pk])
    chain = _chain(person, thing)
    head = chain[-1] if chain else None
    says = None if head is None or head.retracts else _entry_of(head, thing)
    if says == (entry and entry.named(thing)):
        return
    origin = f"{thing}#{len(chain)}" if chain else thing
    if entry is not None:
        _check(entry, now)
        _append(person, entry.named(origin), supersedes=head, recorded_at=now)
    elif says is not None:
        _append(person, says.named(origin), supersedes=head, retracts=True, recorded_at=now)
    refresh(person, now)


def _chain(person: User, origin: str) -> list[Evidence]:
    """Every line of a person about one thing, oldest first."""
    rows = Evidence.objects.filter(person=person, origin__startswith=origin)
    rows = rows.select_related("person").order_by("pk")
    return [row for row in rows if row.origin == origin or row.origin.startswith(f"{origin}#")]


def _record(person: User, entry: Entry, actor: User | None, now: datetime) -> Evidence:
    chain = _chain(person, entry.origin)
    if not chain and Evidence.objects.filter(origin=entry.origin).exists():
        raise LedgerError(_("Dit formulier was voor iemand anders. Laad de pagina opnieuw."))
    # Only a person may write down again what was taken back; a message that comes twice may not.
    if chain and (actor is None or _stands(chain[-1])):
        return chain[-1]
    _check(entry, now)
    entry = entry.named(f"{entry.origin}#{len(chain)}") if chain else entry
    row = _append(person, entry, recorded_by=actor, recorded_at=now)
    if actor is not None:
        audit.evidence_recorded(row, actor)
    return row


def _stands(row: Evidence) -> bool:
    """Say whether a line, or the line that corrects it, still says something."""
    later = Evidence.objects.filter(supersedes=row).first()
    return not row.retracts if later is None else _stands(later)


def _append(person: User, entry: Entry, **made: Any) -> Evidence:
    row = _row(person.pk, entry, **made)
    row.person = person
    row.save()
    return row


def _row(person: int, entry: Entry, **made: Any) -> Evidence:
    said = {name: getattr(entry, name) for name in SAID}
    return Evidence(person_id=person, origin=entry.origin, **said, **made)


def _entry_of(row: Evidence, origin: str) -> Entry:
    return Entry(origin=origin, **{name: getattr(row, name) for name in SAID})


def _check(entry: Entry, now: datetime) -> None:
    if not is_possible(entry, localdate(now)):
        raise LedgerError(_("Deze datum kan niet. Kies een dag die al geweest is."))


def _hold(row: Evidence) -> None:
    lock_people([row.person_id])
    if row.retracts or Evidence.objects.filter(supersedes=row).exists():
        raise LedgerError(_("Dit is al verbeterd. Laad de pagina opnieuw."))
