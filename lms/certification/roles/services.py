"""Say which other roles one has, and that these were seen. Other roles are no ground to refuse anybody."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.ledger.rules import DECLARATION, Entry
from lms.certification.ledger.services import LedgerError, record_evidence
from lms.certification.models import Evidence, RoleDeclaration, Source
from lms.certification.policies import NotAllowed, require_coordinator
from lms.certification.readiness import FactKind
from lms.certification.standings.services import lock_people


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRoles:
    """What a person says about other roles; all empty means: none."""

    is_advocate: bool = False
    is_buddy: bool = False
    other: str = ""
    agreements: str = ""


@transaction.atomic
def declare_roles(
    person: User, said: OtherRoles, submission: uuid.UUID, *, actor: User, now: datetime
) -> RoleDeclaration:
    """Write down what a person says, as the person self or together with the coordinator.

    The same submission twice is one row. Raises NotAllowed for another actor, LedgerError for a form of
    somebody else.
    """
    lock_people([person.pk])
    if actor.pk != person.pk:
        require_coordinator(actor, person)
    known: RoleDeclaration | None = RoleDeclaration.objects.filter(submission=submission).first()
    if known is not None:
        if known.person_id != person.pk:
            raise LedgerError(_("Dit formulier was voor iemand anders. Laad de pagina opnieuw."))
        return known
    declaration: RoleDeclaration = RoleDeclaration.objects.create(
        submission=submission,
        person=person,
        is_advocate=said.is_advocate,
        is_buddy=said.is_buddy,
        other=said.other,
        agreements=said.agreements,
        declared_at=now,
        recorded_by=actor,
    )
    entry = Entry(
        kind=FactKind.ROLES_DECLARED,
        ref=str(declaration.uuid),
        happened_on=localdate(now),
        source=Source.ONLINE if actor.pk == person.pk else Source.ORAL,
        origin=f"{DECLARATION}{declaration.uuid}",
    )
    record_evidence(person, entry, actor=actor, now=now)
    return declaration


@transaction.atomic
def mark_roles_seen(person: User, declaration_uuid: uuid.UUID, *, actor: User, now: datetime) -> Evidence:
    """Say that the coordinator saw and discussed one declaration; twice is one row.

    Raises NotAllowed for who is not a coordinator of this person, and LedgerError when there is a newer
    declaration: nobody can have seen what came after.
    """
    lock_people([person.pk])
    if actor.pk == person.pk:
        raise NotAllowed
    require_coordinator(actor, person)
    newest = RoleDeclaration.objects.filter(person=person).order_by("pk").last()
    if newest is None or newest.uuid != declaration_uuid:
        raise LedgerError(_("Er is net iets nieuws ingevuld. Kijk nog een keer."))
    entry = Entry(
        kind=FactKind.ROLES_SEEN,
        ref=str(newest.uuid),
        happened_on=localdate(now),
        source=Source.SEEN,
        origin=f"seen:{newest.uuid}",
    )
    return record_evidence(person, entry, actor=actor, now=now)
