"""May this person do this to that person? One place, used by every view and service."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from lms.accounts.models import RoleAssignment, User
from lms.accounts.roles import STAFF_ROLES, Role

Person = User | AnonymousUser


@dataclass(frozen=True)
class Grant:
    """One role a person holds now, for everybody or for one organisation's people."""

    role: Role
    organisation_id: int | None


def grants_of(person: Person) -> tuple[Grant, ...]:
    """Return the current roles of a person; one query, then kept on the instance for this request."""
    if not isinstance(person, User) or not person.is_active:
        return ()
    grants: tuple[Grant, ...] | None = getattr(person, "_grants", None)
    if grants is None:
        rows = RoleAssignment.objects.filter(user=person, ended_at=None).values_list(
            "role", "organisation_id"
        )
        grants = tuple(Grant(Role(role), organisation) for role, organisation in rows)
        person._grants = grants  # type: ignore[attr-defined]
    return grants


def holds(person: Person, *roles: Role) -> bool:
    """Say whether the person holds at least one of these roles, with whatever scope."""
    return any(grant.role in roles for grant in grants_of(person))


def is_staff(person: Person) -> bool:
    """Say whether the person holds a role that sees other people's data or edits content."""
    return holds(person, *STAFF_ROLES) or bool(getattr(person, "is_superuser", False))


def people_within(person: Person, role: Role) -> QuerySet[User]:
    """Return the volunteers this person may handle in that role: all, one organisation's, or none; never oneself."""
    scopes = [grant.organisation_id for grant in grants_of(person) if grant.role == role]
    if not scopes:
        return User.objects.none()
    people = User.objects.with_role(Role.VOLUNTEER).exclude(pk=person.pk)
    if None in scopes:
        return people
    return people.filter(Q(memberships__organisation__in=scopes, memberships__ended_at=None)).distinct()


def may_coordinate(actor: Person, person: User) -> bool:
    """Say whether the actor is a coordinator of this person: in scope, and not the person self."""
    return people_within(actor, Role.COORDINATOR).filter(pk=person.pk).exists()


def may_see_membership(actor: Person, person: User) -> bool:
    """Say whether the actor may see the organisation and themes of a person: health data in effect (domain.md §6.1)."""
    if actor.pk == person.pk:
        return True
    return (
        may_coordinate(actor, person)
        or people_within(actor, Role.CONTACT_PERSON).filter(pk=person.pk).exists()
    )
