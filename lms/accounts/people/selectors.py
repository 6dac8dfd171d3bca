"""Reads about people: the list, one person, organisations and contact persons."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from lms.accounts.models import Invitation, Membership, Organisation, RoleAssignment, Theme, User
from lms.accounts.policies import (
    Person,
    grants_of,
    people_within,
    visible_people,
    whose_membership_is_visible,
)
from lms.accounts.roles import Role


def people_list(actor: Person) -> QuerySet[User]:
    """Return the people the actor may open, with what the list shows: a constant number of queries.

    `organisation_name` is None for people without one, and for those whose organisation the actor may
    not see (`sees_membership` tells which).
    """
    mine = Membership.objects.filter(user=OuterRef("pk"), ended_at=None)
    shown = mine.filter(user__in=whose_membership_is_visible(actor).values("pk"))
    return (
        visible_people(actor)
        .annotate(
            organisation_name=Subquery(shown.values("organisation__name")[:1]),
            sees_membership=Exists(whose_membership_is_visible(actor).filter(pk=OuterRef("pk"))),
            invited_at=F("invitation__invited_at"),
            accepted_at=F("invitation__accepted_at"),
        )
        .prefetch_related("role_assignments")
        .order_by("name", "pk")
    )


def named(people: QuerySet[User], words: str) -> QuerySet[User]:
    """Keep people whose name or address holds the words; no words keep everybody."""
    return people.filter(Q(name__icontains=words) | Q(email__icontains=words)) if words else people


def roles_in_words(person: User) -> str:
    """Return the current roles of a person whose assignments are prefetched, in the order of the roles."""
    held = {row.role for row in person.role_assignments.all() if row.ended_at is None}
    return ", ".join(str(role.label) for role in Role if role.value in held)


def to_be_linked(actor: Person) -> QuerySet[User]:
    """Return volunteers without an organisation: the work list "Nog te koppelen" (domain.md §2.2)."""
    linked = Membership.objects.filter(user=OuterRef("pk"), ended_at=None)
    return (
        people_list(actor)
        .filter(pk__in=whose_membership_is_visible(actor).values("pk"))
        .exclude(Exists(linked))
    )


@dataclass(frozen=True)
class RoleRow:
    """One current role on a person's page."""

    id: int
    label: str
    organisation: str


@dataclass(frozen=True)
class PersonPage:
    """What a person's page shows; `organisation` and `themes` are None for who may not see them."""

    person: User
    roles: tuple[RoleRow, ...]
    invitation: Invitation | None
    organisation: str | None
    themes: tuple[str, ...] | None
    contact_person: str | None


def person_page(person: User, *, shows_membership: bool, shows_scope: bool) -> PersonPage:
    """Return the page of a person; an organisation appears only when the viewer may see it."""
    assignments = RoleAssignment.objects.filter(user=person, ended_at=None).select_related("organisation")
    rows = tuple(
        RoleRow(
            row.pk,
            str(Role(row.role).label),
            row.organisation.name if row.organisation and shows_scope else "",
        )
        for row in assignments.order_by("granted_at", "pk")
    )
    return PersonPage(
        person=person,
        roles=rows,
        invitation=Invitation.objects.filter(user=person).first(),
        organisation=organisation_name(person) if shows_membership else None,
        themes=theme_names(person) if shows_membership else None,
        contact_person=contact_person_name(person) if shows_membership else None,
    )


def organisation_name(person: User) -> str:
    """Return the name of the person's organisation; "" for none."""
    current = Membership.objects.filter(user=person, ended_at=None).select_related("organisation").first()
    return current.organisation.name if current else ""


def theme_names(person: User) -> tuple[str, ...]:
    """Return the themes the person chose, by name."""
    return tuple(Theme.objects.filter(themechoice__user=person).values_list("name", flat=True))


def contact_persons_of(person: User) -> QuerySet[User]:
    """Return the active contact persons of the person's organisation; never the person self."""
    organisations_now = Membership.objects.filter(user=person, ended_at=None).values("organisation")
    return (
        User.objects.filter(
            is_active=True,
            role_assignments__role=Role.CONTACT_PERSON,
            role_assignments__organisation__in=organisations_now,
            role_assignments__ended_at=None,
        )
        .exclude(pk=person.pk)
        .distinct()
        .order_by("role_assignments__granted_at", "pk")
    )


def members_of_contact(contact: Person) -> QuerySet[Membership]:
    """Return the current memberships of a contact person's own people, by name, with the person."""
    people = people_within(contact, Role.CONTACT_PERSON).order_by().values("pk")
    scopes = [grant.organisation_id for grant in grants_of(contact) if grant.role == Role.CONTACT_PERSON]
    mine = Membership.objects.filter(user__in=people, organisation__in=scopes, ended_at=None)
    return mine.select_related("user").order_by("user__name", "user__pk")


def has_contact_person(person: User) -> bool:
    """Say whether somebody of the person's own organisation is there to help."""
    return contact_persons_of(person).exists()


def contact_person_name(person: User) -> str:
    """Return the name of the longest-standing contact person; "" for none."""
    first: Any = contact_persons_of(person).first()
    return first.name if first else ""


def organisations() -> QuerySet[Organisation]:
    """Return every partner organisation, by name."""
    return Organisation.objects.order_by("name")


def organisation_list() -> QuerySet[Organisation]:
    """Return the organisations, each with how many people are linked and how many contact persons."""
    members = Membership.objects.filter(organisation=OuterRef("pk"), ended_at=None, user__is_active=True)
    contacts = RoleAssignment.objects.filter(
        organisation=OuterRef("pk"), role=Role.CONTACT_PERSON, ended_at=None, user__is_active=True
    )
    return organisations().annotate(members=_counted(members), contact_persons=_counted(contacts))


def _counted(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("organisation").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), Value(0), output_field=IntegerField())
