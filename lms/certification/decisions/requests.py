"""An exception that takes two: one coordinator asks, another one of that person agrees or does not."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import may_coordinate
from lms.certification.decisions import audit
from lms.certification.decisions.refusals import DecisionRefused
from lms.certification.decisions.services import Ruling, check_rules, make, refusals_logged
from lms.certification.models import Decision, OverrideRequest
from lms.certification.policies import require_coordinator
from lms.certification.standings.services import lock_people


def ask_override(person: User, ruling: Ruling, *, actor: User, now: datetime) -> OverrideRequest:
    """Ask for an exception. It does nothing until a second coordinator of this person agrees.

    The same submission twice is one request. Raises NotAllowed for who is not a coordinator of this person,
    DecisionRefused for what the rules do not allow or while another request waits. Both are logged.
    """
    return refusals_logged(person, ruling.kind, actor, lambda: _ask(person, ruling, actor, now))


def answer_override(request: OverrideRequest, *, agrees: bool, actor: User, now: datetime) -> Decision | None:
    """Agree with a request, which makes the decision, or do not agree (None: nothing was decided).

    Who asked may say no (take it back), and never agree. The rules are checked again, on what is known now.
    The same answer of the same person twice is one answer. Raises NotAllowed for who is not a coordinator of
    this person, DecisionRefused for what cannot be (any more). Both are logged.
    """

    def verb() -> Decision | None:
        return _answer(request, agrees=agrees, actor=actor, now=now)

    return refusals_logged(request.person, Decision.Kind.OVERRIDE, actor, verb)


@transaction.atomic
def _ask(person: User, ruling: Ruling, actor: User, now: datetime) -> OverrideRequest:
    lock_people([person.pk])
    require_coordinator(actor, person)
    known = OverrideRequest.objects.filter(submission=ruling.submission).first()
    if known is not None:
        if known.person_id != person.pk:
            raise DecisionRefused("other_person")
        return known
    if OverrideRequest.objects.filter(person=person, answered_at=None).exists():
        raise DecisionRefused("asked_already")
    check_rules(person, ruling, localdate(now))
    if ruling.kind != Decision.Kind.OVERRIDE or ruling.until is None:
        raise DecisionRefused("end")
    made = OverrideRequest.objects.create(
        submission=ruling.submission,
        person=person,
        reason_code=ruling.reason_code,
        reason=ruling.reason,
        until=ruling.until,
        domains=list(ruling.domains),
        asked_at=now,
        asked_by=actor,
    )
    audit.override_asked(made, actor)
    return made


@transaction.atomic
def _answer(request: OverrideRequest, *, agrees: bool, actor: User, now: datetime) -> Decision | None:
    person = request.person
    lock_people([person.pk])
    require_coordinator(actor, person)
    fresh = OverrideRequest.objects.select_related("decision", "asked_by").get(pk=request.pk)
    if fresh.answered_at is not None:
        if fresh.answered_by_id != actor.pk or (fresh.decision is not None) is not agrees:
            raise DecisionRefused("answered")
        return fresh.decision
    if agrees:
        _check_agreement(fresh, actor)
        ruling = ruling_of(fresh)
        check_rules(person, ruling, localdate(now))
        fresh.decision = make(person, ruling, made_by=fresh.asked_by, second=actor, now=now)
    fresh.answered_at, fresh.answered_by = now, actor
    fresh.save(update_fields=["answered_at", "answered_by", "decision"])
    audit.override_answered(fresh, actor)
    return fresh.decision


def ruling_of(request: OverrideRequest) -> Ruling:
    """What was asked, as a ruling."""
    return Ruling(
        kind=Decision.Kind.OVERRIDE,
        submission=request.submission,
        reason_code=request.reason_code,
        reason=request.reason,
        until=request.until,
        domains=tuple(request.domains),
    )


def _check_agreement(request: OverrideRequest, actor: User) -> None:
    if request.asked_by_id == actor.pk:
        raise DecisionRefused("own_request")
    if request.asked_by is None or not may_coordinate(request.asked_by, request.person):
        raise DecisionRefused("asker_gone")
