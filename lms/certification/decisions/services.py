"""Decide about a person. The check happens inside the transaction, on facts and roles that are read there."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.certification import audit
from lms.certification.decisions.rules import is_possible_end, why_not
from lms.certification.models import Decision
from lms.certification.policies import NotAllowed, require_coordinator
from lms.certification.standings.selectors import ground_on, standing_of
from lms.certification.standings.services import lock_people, refresh

MESSAGES: dict[str, str | Promise] = {
    "not_ready": _("Dit kan nog niet. Er staat nog iets open."),
    "already_confirmed": _("Dit is al bevestigd."),
    "paused": _("Dit kan nog niet. Deze persoon heeft even pauze."),
    "already_paused": _("Er is al pauze."),
    "not_paused": _("Er is geen pauze meer."),
    "stopped": _("Deze persoon is gestopt."),
    "is_matchable": _("Een uitzondering is niet nodig. Deze persoon is al inzetbaar."),
    "no_scheme": _("Er is nog geen regeling. Vraag het aan de beheerder."),
    "end": _("Kies een einddatum binnen een jaar. De dag moet nog komen."),
    "other_person": _("Dit formulier was voor iemand anders. Laad de pagina opnieuw."),
    "not_own_pause": _("De coördinator koos deze pauze. Wil je weer beginnen? Bel je coördinator."),
}
COORDINATOR_ONLY = {Decision.Kind.CONFIRM, Decision.Kind.OVERRIDE, Decision.Kind.WITHDRAW}


class DecisionRefused(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """A decision that cannot be made now; `code` says why, the message says it in Dutch."""

    def __init__(self, code: str) -> None:
        super().__init__(str(MESSAGES[code]))
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody wants to decide. `submission` makes a double send one decision."""

    kind: str
    submission: uuid.UUID
    reason_code: str = ""
    reason: str = ""
    until: date | None = None


def decide(person: User, ruling: Ruling, *, actor: User, now: datetime) -> Decision:
    """Make a decision about a person and return it; the same submission twice is one decision.

    A person may pause oneself and end that pause; everything else takes a coordinator of this person.
    Raises NotAllowed for anybody else, and DecisionRefused when the rules do not allow it. Both are logged.
    """
    try:
        return _decide(person, ruling, actor, now)
    except DecisionRefused as refusal:
        audit.decision_refused(person, actor, ruling.kind, refusal.code)
        raise
    except NotAllowed:
        audit.decision_refused(person, actor, ruling.kind, "not_allowed")
        raise


@transaction.atomic
def _decide(person: User, ruling: Ruling, actor: User, now: datetime) -> Decision:
    lock_people([person.pk])
    _check_actor(person, ruling.kind, actor)
    known = Decision.objects.filter(submission=ruling.submission).first()
    if known is not None:
        return _same(known, person, ruling)
    _check_rules(person, ruling, localdate(now))
    decision: Decision = Decision.objects.create(
        submission=ruling.submission,
        person=person,
        kind=ruling.kind,
        reason_code=ruling.reason_code,
        reason=ruling.reason,
        until=ruling.until,
        made_at=now,
        made_by=actor,
    )
    audit.decision_made(decision, actor)
    refresh(person, now)
    return decision


def _check_actor(person: User, kind: str, actor: User) -> None:
    if actor.pk != person.pk:
        require_coordinator(actor, person)
    elif kind in COORDINATOR_ONLY:
        raise NotAllowed
    elif kind == Decision.Kind.RESUME and _newest_pause_by_other(person):
        raise DecisionRefused("not_own_pause")


def _newest_pause_by_other(person: User) -> bool:
    pause = Decision.objects.filter(person=person, kind=Decision.Kind.PAUSE).order_by("pk").last()
    return pause is not None and pause.made_by_id != person.pk


def _check_rules(person: User, ruling: Ruling, today: date) -> None:
    ground = ground_on(today)
    if ground is None:
        raise DecisionRefused("no_scheme")
    refusal = why_not(ruling.kind, standing_of(person, ground))
    if refusal:
        raise DecisionRefused(refusal)
    if not is_possible_end(ruling.kind, ruling.until, today):
        raise DecisionRefused("end")


def _same(known: Decision, person: User, ruling: Ruling) -> Decision:
    if known.person_id != person.pk or known.kind != ruling.kind:
        raise DecisionRefused("other_person")
    return known
