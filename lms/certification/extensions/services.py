"""Extend a criterion for a list of people in one decision, and take that back."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.extensions import audit
from lms.certification.extensions.rules import is_possible_until, rule_in
from lms.certification.extensions.selectors import reach_of
from lms.certification.ledger.rules import EXTENSION, SAID
from lms.certification.ledger.services import LedgerError
from lms.certification.models import Evidence, Extension, Source
from lms.certification.policies import NotAllowed, coordinated_by
from lms.certification.readiness import FactKind
from lms.certification.standings.selectors import Ground, ground_on
from lms.certification.standings.services import lock_people, rebuild_standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Extending:
    """What somebody wants to extend, until when and on which ground. A double send is one extension."""

    submission: uuid.UUID
    rule_id: str
    until: date
    reason_code: str
    reason: str


@transaction.atomic
def extend_for(people: Iterable[User], wanted: Extending, *, actor: User, now: datetime) -> Extension:
    """Extend a criterion for everybody for whom that does something, as the preview (`reach_of`) says.

    Each of them gets one line in the ledger. The same submission twice is one extension. Raises NotAllowed
    when none of them is coordinated by the actor, LedgerError for what cannot be.
    """
    chosen = list({person.pk: person for person in people}.values())
    lock_people([each.pk for each in chosen])
    if not coordinated_by(actor, chosen):
        raise NotAllowed
    known: Extension | None = Extension.objects.filter(submission=wanted.submission).first()
    if known is not None:
        return known
    ground = _checked_ground(wanted, localdate(now))
    reach = reach_of(chosen, wanted.rule_id, wanted.until, actor=actor, ground=ground)
    reached = [each.person for each in reach if not each.why_not]
    if not reached:
        raise LedgerError(_("Deze verlenging verandert voor niemand iets."))
    return _extend(reached, wanted, _title(reached[0], wanted.rule_id, ground), actor, now)


@transaction.atomic
def withdraw_extension(extension: Extension, *, actor: User, now: datetime) -> int:
    """Take an extension back for the people of this coordinator; return for how many. Twice does nothing.

    Raises NotAllowed for who coordinates nobody that it was made for.
    """
    rows = Evidence.objects.filter(kind=FactKind.EXTENDED, ref=str(extension.uuid))
    mine = people_within(User.objects.get(pk=actor.pk), Role.COORDINATOR)
    keys = list(mine.filter(pk__in=rows.values("person")).values_list("pk", flat=True))
    if not keys:
        raise NotAllowed
    lock_people(keys)
    standing = list(Evidence.objects.effective().filter(pk__in=rows.filter(person__in=keys)))
    Evidence.objects.bulk_create([_taken_back(row, actor, now) for row in standing])
    people = User.objects.filter(pk__in=[row.person_id for row in standing])
    for person in people:
        audit.extension_withdrawn(person, extension, actor)
    rebuild_standings(now, people)
    return len(standing)


def _checked_ground(wanted: Extending, today: date) -> Ground:
    ground = ground_on(today)
    if ground is None:
        raise LedgerError(_("Er is nog geen regeling. Vraag het aan de beheerder."))
    if not is_possible_until(wanted.until, today):
        raise LedgerError(_("Kies een dag die nog komt, binnen een jaar."))
    if not wanted.reason_code.strip() or not wanted.reason.strip():
        raise LedgerError(_("Kies een reden en leg het uit."))
    return ground


def _title(person: User, rule_id: str, ground: Ground) -> str:
    rule = rule_in(ground.scheme_for(person.joined_on), rule_id)
    return rule.title if rule is not None else rule_id


def _extend(people: Sequence[User], wanted: Extending, title: str, actor: User, now: datetime) -> Extension:
    extension: Extension = Extension.objects.create(
        submission=wanted.submission,
        rule_id=wanted.rule_id,
        criterion=title,
        reason_code=wanted.reason_code,
        reason=wanted.reason,
        until=wanted.until,
        made_at=now,
        made_by=actor,
    )
    Evidence.objects.bulk_create([_line(person, extension, actor, now) for person in people])
    for person in people:
        audit.criterion_extended(person, extension, actor)
    rebuild_standings(now, User.objects.filter(pk__in=[each.pk for each in people]))
    return extension


def _line(person: User, extension: Extension, actor: User, now: datetime) -> Evidence:
    return Evidence(
        person=person,
        kind=FactKind.EXTENDED,
        key=extension.rule_id,
        ref=str(extension.uuid),
        happened_on=localdate(now),
        until=extension.until,
        source=Source.SEEN,
        origin=f"{EXTENSION}{extension.uuid}:{person.uuid}",
        recorded_at=now,
        recorded_by=actor,
    )


def _taken_back(row: Evidence, actor: User, now: datetime) -> Evidence:
    said = {name: getattr(row, name) for name in SAID}
    return Evidence(
        person_id=row.person_id,
        origin=f"retract:{row.uuid}",
        supersedes=row,
        retracts=True,
        recorded_at=now,
        recorded_by=actor,
        **said,
    )
