"""Reads of certificates: for the pages of people, and for anybody who checks a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.certification.certificates.earned import hours_of, participations, people_of_edition
from lms.certification.certificates.rules import (
    REVOKE_REASONS,
    AtIssue,
    CertificateState,
    Content,
    Data,
    Issued,
    Issuer,
    content_of,
    freeze,
    hours_data,
    participation_data,
    state_of,
)
from lms.certification.models import Certificate, OwnWords, Rendering
from lms.certification.rules import PARTICIPATION
from lms.certification.standings.selectors import ground_on, standing_of
from lms.courses.models import Cohort
from lms.courses.public import trainees_for
from lms.municipality.public import current_settings, fill_slots, slot_values

STATE_WORDS = {
    CertificateState.VALID: (_("geldig"), "ok"),
    CertificateState.REPLACED: (_("vervangen"), "plain"),
    CertificateState.REVOKED: (_("ingetrokken"), "stop"),
}


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate as the pages show it. `pdf` is a state of Rendering, "" when nobody asked for it."""

    uuid: UUID
    number: int
    content: Content
    state: CertificateState
    state_label: Any
    state_kind: str
    reason_word: str
    reason: str
    pdf: str

    @property
    def is_valid(self) -> bool:
        """Say whether it holds."""
        return self.state is CertificateState.VALID

    @property
    def has_pdf(self) -> bool:
        """Say whether the PDF can be downloaded."""
        return self.pdf == Rendering.State.READY

    @property
    def pdf_failed(self) -> bool:
        """Say whether making the PDF went wrong the last time."""
        return self.pdf == Rendering.State.FAILED


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for: participation in an edition, or hours in a period."""

    kind: str
    cohort: Cohort | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class EditionRow:
    """Somebody who was at a meeting of an edition, and the proof that holds now."""

    person: User
    have: int
    need: int
    proof: Certificate | None


def with_everything(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Certificates with what a page needs, in one query, without the PDF itself."""
    return rows.select_related("person", "cohort__course", "revocation", "replaced_by", "rendering").defer(
        "rendering__pdf", "replaced_by__context"
    )


def certificate_with(uuid: UUID) -> Certificate | None:
    """A certificate by its outside id, with what a page needs; 1 query."""
    found: Certificate | None = with_everything(Certificate.objects.filter(uuid=uuid)).first()
    return found


def certificates_of(person: User) -> list[CertificateView]:
    """Every certificate of a person, newest first; 1 query."""
    rows = with_everything(Certificate.objects.filter(person=person))
    return [view_of(row) for row in rows.order_by("-issued_at", "-pk")]


def view_of(row: Certificate) -> CertificateView:
    """A certificate as the pages show it; no query when it came from `with_everything`."""
    revocation = getattr(row, "revocation", None)
    rendering = getattr(row, "rendering", None)
    state = state_of(is_revoked=revocation is not None, is_replaced=hasattr(row, "replaced_by"))
    label, kind = STATE_WORDS[state]
    return CertificateView(
        uuid=row.uuid,
        number=row.number,
        content=content_of(row.context),
        state=state,
        state_label=label,
        state_kind=kind,
        reason_word=REVOKE_REASONS.get(revocation.reason_code, "") if revocation else "",
        reason=revocation.reason if revocation else "",
        pdf=rendering.state if rendering else "",
    )


def certificates_in(row: Rendering) -> list[CertificateView]:
    """The certificates in a file to print, in its order; 1 query."""
    rows = with_everything(Certificate.objects.filter(uuid__in=row.certificates))
    found = {str(each.uuid): view_of(each) for each in rows}
    return [found[uuid] for uuid in row.certificates if uuid in found]


def pdf_with(row: Certificate) -> bytes | None:
    """The PDF of a certificate, or None while it is not there; 1 query."""
    found = Rendering.objects.filter(certificate=row).values_list("pdf", flat=True).first()
    return None if found is None else bytes(found)


def own_words_of(person: User) -> str:
    """What a volunteer wrote for the next certificate; 1 query."""
    return OwnWords.objects.filter(person=person).values_list("text", flat=True).first() or ""


def edition_rows(cohort: Cohort, actor: User) -> list[EditionRow]:
    """Everybody within the actor's scope who was at a meeting of an edition; 9 queries for any number."""
    people = list(trainees_for(actor).filter(pk__in=people_of_edition(cohort)).order_by("name", "pk"))
    keys = [person.pk for person in people]
    done, proofs = participations(cohort, keys), valid_proofs(cohort, keys)
    return [
        EditionRow(
            person, done[person.pk].meetings.have, done[person.pk].meetings.need, proofs.get(person.pk)
        )
        for person in people
    ]


def valid_proof(person: User, cohort: Cohort) -> Certificate | None:
    """The proof of participation in this edition that holds now, or None; 1 query."""
    return valid_proofs(cohort, [person.pk]).get(person.pk)


def valid_proofs(cohort: Cohort, people: Iterable[int]) -> dict[int, Certificate]:
    """The proofs of participation in an edition that hold now, by key of the person; 1 query."""
    rows = Certificate.objects.filter(
        cohort=cohort, kind=PARTICIPATION, person__in=list(people), revocation=None, replaced_by=None
    )
    return {row.person_id: row for row in with_everything(rows)}


def issuer_now() -> Issuer:
    """Who gives certificates now, from the settings of the municipality."""
    settings = current_settings()
    return Issuer(
        network=settings.network_name,
        municipality=settings.municipality,
        signer=settings.certificate_signer or settings.coordinator_name,
    )


def preview_of(person: User, order: Order, today: date) -> Content | None:
    """What a certificate would show, without the own words; None when there is nothing to prove."""
    facts = facts_of_order(person, order)
    if facts is None:
        return None
    issued = Issued(
        kind=order.kind,
        name=person.name,
        issuer=issuer_now(),
        issued_on=today,
        facts=facts,
        words="",
        at_issue=AtIssue(),
    )
    return content_of(freeze(issued))


def facts_of_order(person: User, order: Order) -> Data | None:
    """The facts that a certificate of this kind would state now, or None when there is nothing to prove."""
    if order.kind == PARTICIPATION:
        return None if order.cohort is None else _participation(person, order.cohort)
    if order.starts_on is None or order.ends_on is None:
        return None
    done = hours_of(person, order.starts_on, order.ends_on)
    return None if done.is_empty else hours_data(done)


def at_issue_of(person: User, today: date) -> AtIssue:
    """What readiness says of a person today, by codes only; empty when there is no scheme."""
    ground = ground_on(today)
    if ground is None:
        return AtIssue()
    standing = standing_of(person, ground)
    version = ground.version_for(person.joined_on)
    return AtIssue(
        scheme=f"{version.slug}/{version.number}",
        state=standing.state.value,
        criteria=tuple((each.rule_id, each.code.value, each.passed) for each in standing.verdicts),
    )


def _participation(person: User, cohort: Cohort) -> Data | None:
    done = participations(cohort, [person.pk])[person.pk]
    if done.is_empty:
        return None
    course = fill_slots(cohort.course.title, slot_values(current_settings()))
    return participation_data(done, course, cohort.title)
