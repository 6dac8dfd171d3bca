"""Verbs about what a person may be here: give a role, end a role, close and open an account."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from lms.accounts import audit
from lms.accounts.models import Membership, Organisation, RoleAssignment, User
from lms.accounts.policies import forget_grants
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.accounts.roles import CONTENT_ROLES, ORGANISATION_ROLES, STAFF_ROLES, Role
from lms.accounts.sign_in.services import end_sessions
from lms.outbox.public import publish


@transaction.atomic
def assign_role(
    person: User, role: Role, *, actor: User | None, now: datetime, organisation: Organisation | None = None
) -> RoleAssignment:
    """Give a person a role, for everybody or for one organisation's people; giving it twice changes nothing.

    Returns the current assignment. Raises ValueError for a contact person without an organisation. A staff
    role ends all sessions: from now on this person needs a second factor and gets short sessions.
    """
    if role in ORGANISATION_ROLES and organisation is None:
        raise ValueError(f"{role} needs an organisation")
    User.objects.select_for_update().get(pk=person.pk)  # two coordinators at once give the role once
    current = RoleAssignment.objects.filter(user=person, role=role, organisation=organisation, ended_at=None)
    if assignment := current.first():
        return assignment
    assignment = RoleAssignment.objects.create(
        user=person, role=role, organisation=organisation, granted_at=now, granted_by=actor
    )
    if role in CONTENT_ROLES:
        ensure_groups()
    audit.role_assigned(person, actor, role=role)
    _roles_changed(person, assignment, now)
    return assignment


class ClosedAccountError(Exception):
    """The account is off: a role would let nobody in."""


@transaction.atomic
def appoint_administrator(email: str, name: str, *, now: datetime) -> bool:
    """Make the person with this address an administrator; False when that was so already.

    For the command line of a new installation, where nobody can give a role yet. Without an account for the
    address one is made; the first mailed code proves the address, as with an invitation. Raises
    ClosedAccountError for an account that is off.
    """
    person = User.objects.select_for_update().filter(email__iexact=email).first()
    if person is None:
        person = User.objects.create_user(email, name)
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=False)
    if not person.is_active:
        raise ClosedAccountError
    is_new = not RoleAssignment.objects.filter(user=person, role=Role.ADMINISTRATOR, ended_at=None).exists()
    assign_role(person, Role.ADMINISTRATOR, actor=None, now=now)
    ensure_groups()  # page rights need the site's first page, which may be newer than the role
    return is_new


@transaction.atomic
def end_role(assignment: RoleAssignment, *, actor: User | None, now: datetime) -> bool:
    """End a role; False when it had ended already. A staff role ends all sessions with it (ASVS 7.4.2)."""
    ended = RoleAssignment.objects.filter(pk=assignment.pk, ended_at=None).update(ended_at=now)
    if ended:
        audit.role_ended(assignment.user, actor, role=assignment.role)
        _roles_changed(assignment.user, assignment, now)
    return bool(ended)


def _roles_changed(person: User, assignment: RoleAssignment, now: datetime) -> None:
    role = Role(assignment.role)
    forget_grants(person)
    if role in CONTENT_ROLES:
        sync_groups(person)
    if role in STAFF_ROLES:
        end_sessions(person)
    publish("accounts.roles_changed", now=now, person=person.uuid)
    if role == Role.CONTACT_PERSON and assignment.organisation_id:
        _contact_changed(assignment.organisation_id, now)


def _contact_changed(organisation_id: int, now: datetime) -> None:
    """Tell that these people got or lost a contact person."""
    members = Membership.objects.filter(organisation=organisation_id, ended_at=None)
    for uuid in members.values_list("user__uuid", flat=True):
        publish("accounts.membership_changed", now=now, person=uuid)


@transaction.atomic
def deactivate(person: User, *, actor: User, now: datetime) -> bool:
    """Close an account and end its sessions at once; False when it was closed already."""
    if not User.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        return False
    person.is_active = False
    end_sessions(person)
    audit.person_deactivated(person, actor)
    _active_changed(person, now)
    return True


@transaction.atomic
def activate(person: User, *, actor: User, now: datetime) -> bool:
    """Open a closed account again, with the roles it had; False when it was open."""
    if not User.objects.filter(pk=person.pk, is_active=False).update(is_active=True):
        return False
    person.is_active = True
    audit.person_activated(person, actor)
    _active_changed(person, now)
    return True


def _active_changed(person: User, now: datetime) -> None:
    forget_grants(person)
    publish("accounts.roles_changed", now=now, person=person.uuid)
    contact_for = RoleAssignment.objects.filter(user=person, role=Role.CONTACT_PERSON, ended_at=None)
    for organisation_id in contact_for.values_list("organisation_id", flat=True):
        _contact_changed(organisation_id, now)
