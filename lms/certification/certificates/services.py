"""Issue a certificate, make it again, take it back; and the volunteer's own words for the next one."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification.certificates import audit
from lms.certification.certificates.policies import may_issue, require_issuer
from lms.certification.certificates.rendering import ask_for_pdf
from lms.certification.certificates.rules import Issued, freeze, unprintable
from lms.certification.certificates.selectors import (
    Order,
    at_issue_of,
    facts_of_order,
    issuer_now,
    own_words_of,
    valid_proof,
)
from lms.certification.models import Certificate, CertificateCounter, CertificateRevocation, OwnWords
from lms.certification.rules import HOURS, PARTICIPATION
from lms.certification.standings.services import lock_people
from lms.courses.models import Cohort
from lms.municipality.public import plainly_spaced, printable_signs
from lms.outbox.public import publish


class CertificateRefused(Exception):  # noqa: N818  (an answer of a service, not a failure of the program)
    """Nothing was done; `code` says why: nothing, name, exists, replaced, revoked, other_person."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@transaction.atomic
def issue(person: User, order: Order, submission: uuid.UUID, *, actor: User, now: datetime) -> Certificate:
    """Issue a certificate; the same submission twice is one.

    Raises NotAllowed for who may not issue it, CertificateRefused when there is nothing to prove, when the
    name cannot be printed, or when there is a valid proof for this edition already.
    """
    return _issue(person, order, submission, actor=actor, now=now)


@transaction.atomic
def reissue(certificate: Certificate, submission: uuid.UUID, *, actor: User, now: datetime) -> Certificate:
    """Make a certificate again with what holds now: name, numbers, words. The first stays, as replaced.

    Raises NotAllowed, and CertificateRefused when the first was replaced or taken back.
    """
    person = User.objects.get(pk=certificate.person_id)
    lock_people([person.pk])
    require_issuer(actor, person, certificate.cohort)
    known = _submitted(person, submission)
    if known is not None:
        return known
    if Certificate.objects.filter(replaces=certificate).exists():
        raise CertificateRefused("replaced")
    if CertificateRevocation.objects.filter(certificate=certificate).exists():
        raise CertificateRefused("revoked")
    return _write(person, order_of(certificate), submission, certificate, actor=actor, now=now)


@transaction.atomic
def revoke(
    certificate: Certificate, reason_code: str, reason: str, *, actor: User, now: datetime
) -> CertificateRevocation:
    """Take a certificate back; a second time changes nothing. Raises NotAllowed for who may not."""
    lock_people([certificate.person_id])
    require_issuer(actor, certificate.person, certificate.cohort)
    known = CertificateRevocation.objects.filter(certificate=certificate).first()
    if known is not None:
        return known
    made = CertificateRevocation.objects.create(
        certificate=certificate, reason_code=reason_code, reason=reason, revoked_at=now, revoked_by=actor
    )
    audit.certificate_revoked(certificate, reason_code, actor)
    publish("certification.certificate_revoked", now=now, certificate=certificate.uuid)
    return made


@transaction.atomic
def write_own_words(person: User, text: str, *, now: datetime) -> None:
    """Keep what a volunteer wants on the next certificate; empty takes it away."""
    lock_people([person.pk])
    OwnWords.objects.update_or_create(person=person, defaults={"text": text, "changed_at": now})
    audit.own_words_written(person)


@transaction.atomic
def issue_missing(
    cohort: Cohort, people: Iterable[User], submission: uuid.UUID, *, actor: User, now: datetime
) -> list[Certificate]:
    """A valid proof of participation for each of these people: the one there is, or a new one.

    People outside the actor's scope, and people with nothing to prove, are passed over.
    """
    chosen = sorted(people, key=lambda person: person.pk)
    lock_people([person.pk for person in chosen])
    order = Order(kind=PARTICIPATION, cohort=cohort)
    found: list[Certificate] = []
    for person in chosen:
        known = valid_proof(person, cohort)
        if known is None and may_issue(actor, person, cohort):
            known = _issue_if_any(person, order, submission, actor=actor, now=now)
        if known is not None:
            found.append(known)
    return found


def _issue_if_any(
    person: User, order: Order, submission: uuid.UUID, *, actor: User, now: datetime
) -> Certificate | None:
    own = uuid.uuid5(submission, str(person.uuid))
    try:
        return _issue(person, order, own, actor=actor, now=now)
    except CertificateRefused:
        return None


def _issue(person: User, order: Order, submission: uuid.UUID, *, actor: User, now: datetime) -> Certificate:
    lock_people([person.pk])
    require_issuer(actor, person, order.cohort if order.kind == PARTICIPATION else None)
    known = _submitted(person, submission)
    if known is not None:
        return known
    if order.cohort is not None and valid_proof(person, order.cohort) is not None:
        raise CertificateRefused("exists")
    return _write(person, order, submission, None, actor=actor, now=now)


def order_of(certificate: Certificate) -> Order:
    """What was asked for when this certificate was made."""
    if certificate.kind == PARTICIPATION:
        if certificate.cohort is None:
            raise CertificateRefused("nothing")
        return Order(kind=PARTICIPATION, cohort=certificate.cohort)
    first, last = (
        date.fromisoformat(certificate.context["facts"][name]) for name in ("starts_on", "ends_on")
    )
    return Order(kind=HOURS, starts_on=first, ends_on=last)


def _submitted(person: User, submission: uuid.UUID) -> Certificate | None:
    known: Certificate | None = Certificate.objects.filter(submission=submission).first()
    if known is not None and known.person_id != person.pk:
        raise CertificateRefused("other_person")
    return known


def _write(
    person: User,
    order: Order,
    submission: uuid.UUID,
    first: Certificate | None,
    *,
    actor: User,
    now: datetime,
) -> Certificate:
    made: Certificate = Certificate.objects.create(
        submission=submission,
        number=_next_number(),
        person=person,
        kind=order.kind,
        context=freeze(_issued_now(person, order, localdate(now))),
        cohort=order.cohort,
        replaces=first,
        issued_at=now,
        issued_by=actor,
    )
    audit.certificate_issued(made, actor)
    publish("certification.certificate_issued", now=now, certificate=made.uuid)
    ask_for_pdf(made, actor=actor, now=now)
    return made


def _issued_now(person: User, order: Order, today: date) -> Issued:
    """Everything that is frozen today; raises CertificateRefused when it cannot be on paper."""
    facts = facts_of_order(person, order)
    if facts is None:
        raise CertificateRefused("nothing")
    name = plainly_spaced(person.name).replace("\n", " ")
    if strange := unprintable(name, printable_signs()):
        raise CertificateRefused("name", " ".join(strange))
    return Issued(
        kind=order.kind,
        name=name,
        issuer=issuer_now(),
        issued_on=today,
        facts=facts,
        words=own_words_of(person),
        at_issue=at_issue_of(person, today),
    )


def _next_number() -> int:
    """The next number; the counter is held until the transaction ends, and never goes back."""
    CertificateCounter.objects.get_or_create(pk=1)
    CertificateCounter.objects.filter(pk=1).update(last=F("last") + 1)
    return CertificateCounter.objects.values_list("last", flat=True).get(pk=1)
