"""What is logged about certificates: ids and codes only, never what is on the paper."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import Result, record, register_actions
from lms.certification.models import Certificate

register_actions(
    {
        "certification.certificate_issued": _("Bewijs gemaakt"),
        "certification.certificate_revoked": _("Bewijs ingetrokken"),
        "certification.certificate_downloaded": _("Bewijs opgehaald"),
        "certification.certificate_checked": _("Bewijs nagekeken met de papiercode"),
        "certification.own_words_written": _("Eigen woorden voor een bewijs geschreven"),
    }
)


def certificate_issued(row: Certificate, actor: User) -> None:
    """A certificate was issued, for the first time or again."""
    again = str(row.replaces.uuid) if row.replaces else ""
    record(
        "certification.certificate_issued",
        subject=row.person,
        actor=actor,
        certificate=str(row.uuid),
        kind=row.kind,
        replaces=again,
    )


def certificate_revoked(row: Certificate, reason_code: str, actor: User) -> None:
    """A certificate was taken back."""
    record(
        "certification.certificate_revoked",
        subject=row.person,
        actor=actor,
        certificate=str(row.uuid),
        reason_code=reason_code,
    )


def certificate_downloaded(row: Certificate, actor: User) -> None:
    """Somebody else than its owner took the PDF of a certificate."""
    record("certification.certificate_downloaded", subject=row.person, actor=actor, certificate=str(row.uuid))


def certificate_checked(row: Certificate, *, was_right: bool) -> None:
    """Somebody typed a paper code on the public page; who is not known."""
    result = Result.DONE if was_right else Result.REFUSED
    record(
        "certification.certificate_checked",
        subject=row.person,
        actor=None,
        result=result,
        certificate=str(row.uuid),
    )


def own_words_written(person: User) -> None:
    """A volunteer wrote, or took away, the own words for a certificate."""
    record("certification.own_words_written", subject=person, actor=person)
