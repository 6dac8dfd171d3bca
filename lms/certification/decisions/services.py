"""Decide about a person, and take a decision back.

The check happens inside the transaction, on facts and roles that are read there.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification import audit
from lms.certification.decisions.refusals import DecisionRefused
from lms.certification.decisions.rules import (
    are_possible_domains,
    is_possible_end,
    why_not,
    why_not_undo,
)
from lms.certification.models import Decision
from lms.certification.policies import NotAllowed, require_coordinator
from lms.certification.standings.selectors import ground_on, standing_of
from lms.certification.standings.services import lock_people, refresh
from lms.municipality.public import current_settings

COORDINATOR_ONLY = {Decision.Kind.CONFIRM, Decision.Kind.OVERRIDE, Decision.Kind.WITHDRAW}
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody wants to decide. `submission` makes a double send one decision.

    `domains` limits an override to life domains (empty: all); `batch` names what was done in one go.
    """

    kind: str
    submission: uuid.UUID
    reason_code: str = ""
    reason: str = ""
    until: date | None = None
    domains: tuple[str, ...] = ()
    batch: uuid.UUID | None = None


def decide(person: User, ruling: Ruling, *, actor: User, now: datetime) -> Decision:
    """Make a decision about a person and return it; the same submission twice is one decision.

    A person may pause oneself and end that pause; everything else takes a coordinator of this person. Where
    the municipality asks a second person, an override is not made here but asked (see `requests`).
    Raises NotAllowed for anybody else, and DecisionRefused when the rules do not allow it. Both are logged.
    """
    return refusals_logged(person, ruling.kind, actor, lambda: _decide(person, ruling, actor, now))


def undo(decision: Decision, submission: uuid.UUID, *, actor: User, now: datetime) -> Decision:
    """Take the newest decision about a person back, within a week; return the row that says so.

    What stood before it stands again. The same submission twice is one row. Raises NotAllowed for who is not
    a coordinator of this person, DecisionRefused for what cannot be taken back (see `rules.why_not_undo`).
    """
    kind = Decision.Kind.UNDO
    return refusals_logged(decision.person, kind, actor, lambda: _undo(decision, submission, actor, now))


def refusals_logged(person: User, kind: str, actor: User, verb: Callable[[], Made]) -> Made:
    """Do `verb`; whatever it refuses is logged, outside the transaction that was rolled back."""
    try:
        return verb()
    except DecisionRefused as refusal:
        audit.decision_refused(person, actor, kind, refusal.code)
        raise
    except NotAllowed:
        audit.decision_refused(person, actor, kind, "not_allowed")
        raise


def check_rules(person: User, ruling: Ruling, today: date) -> None:
    """Raise DecisionRefused when the rules of this person do not allow the ruling today."""
    ground = ground_on(today)
    if ground is None:
        raise DecisionRefused("no_scheme")
    refusal = why_not(ruling.kind, standing_of(person, ground))
    if refusal:
        raise DecisionRefused(refusal)
    if not is_possible_end(ruling.kind, ruling.until, today):
        raise DecisionRefused("end")
    if ruling.kind == Decision.Kind.OVERRIDE and not ruling.reason_code.strip():
        raise DecisionRefused("reason")
    known = (domain.id for domain in ground.scheme_for(person.joined_on).domains)
    if not are_possible_domains(ruling.kind, ruling.domains, known):
        raise DecisionRefused("domain")


def make(
    person: User, ruling: Ruling, *, made_by: User | None, now: datetime, second: User | None = None
) -> Decision:
    """Write a decision that was checked; the caller holds the lock and the transaction."""
    decision: Decision = Decision.objects.create(
        submission=ruling.submission,
        person=person,
        kind=ruling.kind,
        reason_code=ruling.reason_code,
        reason=ruling.reason,
        until=ruling.until,
        domains=list(ruling.domains),
        batch=ruling.batch,
        second=second,
        made_at=now,
        made_by=made_by,
    )
    audit.decision_made(decision, second or made_by)
    refresh(person, now)
    return decision


def same(known: Decision, person: User, kind: str) -> Decision:
    """The decision that this submission made already; raises DecisionRefused when it was another one."""
    if known.person_id != person.pk or known.kind != kind:
        raise DecisionRefused("other_person")
    return known


@transaction.atomic
def _decide(person: User, ruling: Ruling, actor: User, now: datetime) -> Decision:
    lock_people([person.pk])
    _check_actor(person, ruling.kind, actor)
    known = Decision.objects.filter(submission=ruling.submission).first()
    if known is not None:
        return same(known, person, ruling.kind)
    if ruling.kind == Decision.Kind.OVERRIDE and current_settings().asks_second_person:
        raise DecisionRefused("second_person")
    check_rules(person, ruling, localdate(now))
    return make(person, ruling, made_by=actor, now=now)


def _check_actor(person: User, kind: str, actor: User) -> None:
    if actor.pk != person.pk:
        require_coordinator(actor, person)
    elif kind in COORDINATOR_ONLY:
        raise NotAllowed
    elif kind == Decision.Kind.RESUME and _newest_pause_by_other(person):
        raise DecisionRefused("not_own_pause")


def _newest_pause_by_other(person: User) -> bool:
    pauses = Decision.objects.standing().filter(person=person, kind=Decision.Kind.PAUSE)
    pause = pauses.order_by("pk").last()
    return pause is not None and pause.made_by_id != person.pk


@transaction.atomic
def _undo(decision: Decision, submission: uuid.UUID, actor: User, now: datetime) -> Decision:
    person = decision.person
    lock_people([person.pk])
    require_coordinator(actor, person)
    known = Decision.objects.filter(submission=submission).first()
    if known is not None:
        return same(known, person, Decision.Kind.UNDO)
    if decision.kind == Decision.Kind.UNDO or Decision.objects.filter(undoes=decision).exists():
        raise DecisionRefused("undone")
    refusal = why_not_undo(
        is_newest=Decision.objects.standing().filter(person=person).order_by("pk").last() == decision,
        is_own=decision.made_by_id == person.pk,
        made_on=localdate(decision.made_at),
        today=localdate(now),
    )
    if refusal:
        raise DecisionRefused(refusal)
    undone: Decision = Decision.objects.create(
        submission=submission,
        person=person,
        kind=Decision.Kind.UNDO,
        undoes=decision,
        batch=decision.batch,
        made_at=now,
        made_by=actor,
    )
    audit.decision_made(undone, actor)
    refresh(person, now)
    return undone
