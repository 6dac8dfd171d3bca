"""Who may arrange group training, and for whom: trainers and coordinators, each for the people in scope."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from lms.accounts.models import User
from lms.accounts.public import Role, grants_of, people_within
from lms.courses.cohorts.models import Cohort, CohortMember, Meeting

ARRANGERS = (Role.TRAINER, Role.COORDINATOR)


def people_for(actor: User) -> QuerySet[User]:
    """Return the volunteers whose training this person may arrange and whose presence they may write down.

    Never the actor self: nobody confirms their own presence.
    """
    scopes = [people_within(actor, role) for role in ARRANGERS]
    return User.objects.filter(Q(pk__in=scopes[0].values("pk")) | Q(pk__in=scopes[1].values("pk")))


def people_of_trainer(trainer: User) -> QuerySet[User]:
    """Return the volunteers within scope who take part now in an edition that this person trains."""
    places = CohortMember.objects.filter(user=OuterRef("pk"), left_on=None, cohort__trainer=trainer)
    return people_within(trainer, Role.TRAINER).filter(Exists(places))


def cohorts_for(actor: User) -> QuerySet[Cohort]:
    """Return the editions this person may arrange.

    Someone with the role for everybody sees all; with the role for one organisation, those with a person of
    theirs and those where nobody takes part yet.
    """
    scopes = [grant.organisation_id for grant in grants_of(actor) if grant.role in ARRANGERS]
    if not scopes:
        return Cohort.objects.none()
    if None in scopes:
        return Cohort.objects.all()
    return Cohort.objects.filter(
        Q(members=None) | Q(members__user__in=people_for(actor).values("pk"))
    ).distinct()


def may_change(actor: User, cohort: Cohort) -> bool:
    """Say whether this person may change what an edition is and when it meets: that touches everybody in it.

    Someone with the role for one organisation only may while nobody of another organisation takes part.
    """
    if not cohorts_for(actor).filter(pk=cohort.pk).exists():
        return False
    if any(grant.role in ARRANGERS and grant.organisation_id is None for grant in grants_of(actor)):
        return True
    return not cohort.members.filter(left_on=None).exclude(user__in=people_for(actor).values("pk")).exists()


def takes_part(person: User, meeting: Meeting) -> bool:
    """Say whether this person belongs to the meeting's edition now."""
    return meeting.cohort.members.filter(user_id=person.pk, left_on=None).exists()
