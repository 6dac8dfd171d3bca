"""Who may see and do what in intervision: facilitator and coordinator record, members see their group."""

from datetime import date

from django.db.models import Q, QuerySet

from lms.accounts.models import User
from lms.accounts.public import Role, grants_of, holds, people_within
from lms.intervision.models import GroupMember, IntervisionGroup, IntervisionSession

LEADERS = (Role.FACILITATOR, Role.COORDINATOR)
READERS = (Role.FACILITATOR, Role.COORDINATOR, Role.TRAINER, Role.ADMINISTRATOR)


def current(today: date) -> Q:
    """Return the condition on a place in a group that it holds today."""
    return Q(since__lte=today) & (Q(until=None) | Q(until__gt=today))


def coordinated_groups(actor: User) -> QuerySet[IntervisionGroup]:
    """Return the groups this person arranges as a coordinator.

    A coordinator of everybody has all; a coordinator of one organisation has those with a person of theirs
    and those without anybody.
    """
    scopes = [grant.organisation_id for grant in grants_of(actor) if grant.role == Role.COORDINATOR]
    if not scopes:
        return IntervisionGroup.objects.none()
    if None in scopes:
        return IntervisionGroup.objects.all()
    people = people_within(actor, Role.COORDINATOR).values("pk")
    return IntervisionGroup.objects.filter(Q(members=None) | Q(members__user__in=people)).distinct()


def led_groups(actor: User) -> QuerySet[IntervisionGroup]:
    """Return the groups of which this person leads the sessions: as facilitator, or as coordinator."""
    own = Q(facilitator=actor) if holds(actor, Role.FACILITATOR) else Q(pk__in=())
    return IntervisionGroup.objects.filter(own | Q(pk__in=coordinated_groups(actor).values("pk")))


def recordable_people(actor: User, session: IntervisionSession, on: date) -> QuerySet[User]:
    """Return the people of a session whose presence this person may write down; never oneself.

    A member on that day, or somebody who is already in the record. The facilitator of the group has all of
    them, a coordinator only who is in scope.
    """
    places = GroupMember.objects.filter(group=session.group_id).filter(
        Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))
    )
    people = User.objects.filter(
        Q(pk__in=places.values("user")) | Q(pk__in=session.presence.values("user"))
    ).exclude(pk=actor.pk)
    if session.group.facilitator_id == actor.pk and holds(actor, Role.FACILITATOR):
        return people.order_by("name")
    return people.filter(pk__in=people_within(actor, Role.COORDINATOR).values("pk")).order_by("name")


def own_groups(person: User, today: date) -> QuerySet[IntervisionGroup]:
    """Return the groups in which this person has a place today."""
    places = GroupMember.objects.filter(current(today), user=person)
    return IntervisionGroup.objects.filter(pk__in=places.values("group"))


def may_read_methods(person: User, today: date) -> bool:
    """Say whether the person may read how a method goes: content for who leads and for members of a group."""
    return holds(person, *READERS) or own_groups(person, today).exists()
