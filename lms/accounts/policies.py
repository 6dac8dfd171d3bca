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
        person._grants = grants  # type: ignore[attr-defined]  # ours, for one request
    return grants


def forget_grants(person: User) -> None:
    """Read the roles afresh at the next question: they changed within this request."""
    vars(person).pop("_grants", None)


def holds(person: Person, *roles: Role) -> bool:
    """Say whether the person holds at least one of these roles, with whatever scope."""
    return any(grant.role in roles for grant in grants_of(person))


def is_staff(person: Person) -> bool:
    """Say whether the person holds a role that sees other people's data or edits content."""
    return holds(person, *STAFF_ROLES) or bool(getattr(person, "is_superuser", False))


def people_within(person: Person, role: Role) -> QuerySet[User]:
    """Return the volunteers this person may handle in that role: all, one organisation's, or none.

    Never oneself.
    """
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
    """Say whether the actor may see a person's organisation and themes: health data (domain.md §6.1)."""
    if actor.pk == person.pk:
        return True
    return (
        may_coordinate(actor, person)
        or people_within(actor, Role.CONTACT_PERSON).filter(pk=person.pk).exists()
    )


def is_administrator(person: Person) -> bool:
    """Say whether the person runs the installation: the role, or the technical account that began it."""
    return holds(person, Role.ADMINISTRATOR) or bool(getattr(person, "is_superuser", False))


def may_invite(actor: Person) -> bool:
    """Say whether the actor may invite people: a coordinator of everybody, or an administrator.

    A coordinator of one organisation may not: a new person belongs to none yet, and would be out of sight.
    """
    everywhere = any(
        grant.role == Role.COORDINATOR and grant.organisation_id is None for grant in grants_of(actor)
    )
    return everywhere or is_administrator(actor)


def may_list_people(actor: Person) -> bool:
    """Say whether the actor has a list of people at all."""
    return holds(actor, Role.COORDINATOR, Role.CONTACT_PERSON) or is_administrator(actor)


def may_change_roles(actor: Person, person: User) -> bool:
    """Say whether the actor may give and end roles of this person: an administrator, never of oneself."""
    return is_administrator(actor) and actor.pk != person.pk


def may_close(actor: Person, person: User) -> bool:
    """Say whether the actor may switch this account off.

    An administrator that of anybody else; a coordinator that of the own volunteers, not of a colleague or an
    administrator who happens to be a volunteer too.
    """
    return may_change_roles(actor, person) or (may_coordinate(actor, person) and not is_staff(person))


def may_manage_organisations(actor: Person) -> bool:
    """Say whether the actor may add and change partner organisations."""
    return may_invite(actor)


def visible_people(actor: Person) -> QuerySet[User]:
    """Return whom the actor may open: an administrator everybody, others their own people."""
    if is_administrator(actor):
        return User.objects.all()
    return whose_membership_is_visible(actor)


def whose_membership_is_visible(actor: Person) -> QuerySet[User]:
    """Return the people whose organisation the actor may see, as a list would show it."""
    coordinated = people_within(actor, Role.COORDINATOR).values("pk")
    contacts = people_within(actor, Role.CONTACT_PERSON).values("pk")
    return User.objects.filter(Q(pk__in=coordinated) | Q(pk__in=contacts))
