"""Who may issue, take back and read a certificate."""

from lms.accounts.models import User
from lms.accounts.public import Role, holds, may_coordinate
from lms.certification.models import Certificate
from lms.certification.policies import NotAllowed
from lms.courses.models import Cohort
from lms.courses.public import cohorts_for, trainees_for


def may_issue(actor: User, person: User, cohort: Cohort | None) -> bool:
    """Say whether the actor may issue a certificate of this person: a coordinator of the person any.

    A trainer may issue a proof of participation in an edition that this trainer arranges, for people within
    the trainer's scope. Nobody issues their own.
    """
    return may_coordinate(actor, person) or _may_train(actor, person, cohort)


def may_handle(actor: User, certificate: Certificate) -> bool:
    """Say whether the actor may make this certificate again, or take it back."""
    return may_issue(actor, certificate.person, certificate.cohort)


def may_see(actor: User, certificate: Certificate) -> bool:
    """Say whether the actor may open this certificate: its owner, and who may handle it."""
    return actor.pk == certificate.person_id or may_handle(actor, certificate)


def require_issuer(actor: User, person: User, cohort: Cohort | None) -> None:
    """Raise NotAllowed unless the actor may issue this now; roles are read again."""
    if not may_issue(User.objects.get(pk=actor.pk), person, cohort):
        raise NotAllowed


def _may_train(actor: User, person: User, cohort: Cohort | None) -> bool:
    if cohort is None or actor.pk == person.pk or not holds(actor, Role.TRAINER):
        return False
    return (
        cohorts_for(actor).filter(pk=cohort.pk).exists() and trainees_for(actor).filter(pk=person.pk).exists()
    )
