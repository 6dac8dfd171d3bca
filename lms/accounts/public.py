"""The door of the accounts app."""

from lms.accounts.access import (
    answers_in_json,
    is_too_often,
    person_of,
    role_required,
    signed_in,
    too_often,
)
from lms.accounts.people.selectors import (
    contact_person_name,
    has_contact_person,
    members_of_contact,
)
from lms.accounts.policies import (
    grants_of,
    holds,
    is_administrator,
    may_coordinate,
    people_within,
)
from lms.accounts.reading.cookies import reading_attributes, reads_easy_first, shows_pictograms
from lms.accounts.rights.groups import ensure_groups
from lms.accounts.rights.services import assign_role
from lms.accounts.roles import Role

__all__ = [
    "Role",
    "answers_in_json",
    "assign_role",
    "contact_person_name",
    "ensure_groups",
    "grants_of",
    "has_contact_person",
    "holds",
    "is_administrator",
    "is_too_often",
    "may_coordinate",
    "members_of_contact",
    "people_within",
    "person_of",
    "reading_attributes",
    "reads_easy_first",
    "role_required",
    "shows_pictograms",
    "signed_in",
    "too_often",
]
