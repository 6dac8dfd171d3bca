"""The door of the accounts app."""

from lms.accounts.access import person_of, policy_required, role_required, signed_in
from lms.accounts.invitations.rules import Row as InvitationRow
from lms.accounts.invitations.services import invite_people
from lms.accounts.people.selectors import (
    contact_person_name,
    has_contact_person,
    organisation_name,
    organisations,
)
from lms.accounts.people.services import CONSENT_VERSION, choose_themes, set_membership
from lms.accounts.policies import (
    grants_of,
    holds,
    is_administrator,
    is_staff,
    may_coordinate,
    may_see_membership,
    people_within,
    visible_people,
)
from lms.accounts.rights.groups import ensure_groups
from lms.accounts.rights.services import assign_role, deactivate, end_role
from lms.accounts.roles import Role
from lms.accounts.sign_in.services import end_sessions

__all__ = [
    "CONSENT_VERSION",
    "InvitationRow",
    "Role",
    "assign_role",
    "choose_themes",
    "contact_person_name",
    "deactivate",
    "end_role",
    "end_sessions",
    "ensure_groups",
    "grants_of",
    "has_contact_person",
    "holds",
    "invite_people",
    "is_administrator",
    "is_staff",
    "may_coordinate",
    "may_see_membership",
    "organisation_name",
    "organisations",
    "people_within",
    "person_of",
    "policy_required",
    "role_required",
    "set_membership",
    "signed_in",
    "visible_people",
]
