"""What is logged about certification: one function per event. Ids and codes only, never texts or names."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import Result, record, register_actions
from lms.certification.models import Decision, Evidence, SchemeVersion

Actor = User | None
# Facts that people know by another name than "evidence".
_RECORDED = {
    "statement_signed": "certification.statement_signed",
    "roles_declared": "certification.roles_declared",
    "roles_seen": "certification.roles_seen",
}

register_actions(
    {
        "certification.person_viewed": _("Inzetbaarheid bekeken"),
        "certification.past_viewed": _("Inzetbaarheid op een eerdere dag bekeken"),
        "certification.evidence_recorded": _("Bewijs vastgelegd"),
        "certification.evidence_corrected": _("Bewijs verbeterd"),
        "certification.evidence_retracted": _("Bewijs teruggenomen"),
        "certification.statement_signed": _("Afspraak getekend"),
        "certification.roles_declared": _("Andere rollen ingevuld"),
        "certification.roles_seen": _("Andere rollen gezien en besproken"),
        "certification.decision_made": _("Besluit over inzetbaarheid"),
        "certification.decision_refused": _("Besluit over inzetbaarheid kon niet"),
        "certification.scheme_published": _("Regeling ingesteld"),
    }
)


def person_viewed(person: User, actor: Actor) -> None:
    """Somebody opened the readiness of another person."""
    record("certification.person_viewed", subject=person, actor=actor)


def past_viewed(person: User, actor: Actor, day: date) -> None:
    """Somebody looked where a person stood on an earlier day."""
    record("certification.past_viewed", subject=person, actor=actor, day=day.isoformat())


def evidence_recorded(row: Evidence, actor: Actor) -> None:
    """A person wrote down a fact about somebody, or about oneself."""
    record(
        _RECORDED.get(row.kind, "certification.evidence_recorded"),
        subject=row.person,
        actor=actor,
        kind=row.kind,
        key=row.key,
        source=row.source,
        evidence=str(row.uuid),
    )


def evidence_corrected(row: Evidence, actor: Actor) -> None:
    """A fact was replaced by a better one."""
    record(
        "certification.evidence_corrected",
        subject=row.person,
        actor=actor,
        kind=row.kind,
        evidence=str(row.uuid),
    )


def evidence_retracted(row: Evidence, actor: Actor) -> None:
    """A fact was taken back."""
    record(
        "certification.evidence_retracted",
        subject=row.person,
        actor=actor,
        kind=row.kind,
        evidence=str(row.uuid),
    )


def decision_made(decision: Decision, actor: Actor) -> None:
    """A decision about a person was made."""
    record(
        "certification.decision_made",
        subject=decision.person,
        actor=actor,
        kind=decision.kind,
        reason_code=decision.reason_code,
        decision=str(decision.uuid),
    )


def decision_refused(person: User, actor: Actor, kind: str, why: str) -> None:
    """Somebody tried a decision that the rules do not allow; `why` is a code."""
    record(
        "certification.decision_refused",
        subject=person,
        actor=actor,
        result=Result.REFUSED,
        kind=kind,
        why=why,
    )


def scheme_published(version: SchemeVersion, actor: Actor) -> None:
    """A version of the scheme was published."""
    record("certification.scheme_published", subject=version, actor=actor, number=version.number)
