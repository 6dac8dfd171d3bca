"""The door of the accounts app."""

from lms.accounts.access import role_required, signed_in
from lms.accounts.policies import (
    grants_of,
    holds,
    is_staff,
    may_coordinate,
    may_see_membership,
    people_within,
)
from lms.accounts.roles import Role

__all__ = [
    "Role",
    "grants_of",
    "holds",
    "is_staff",
    "may_coordinate",
    "may_see_membership",
    "people_within",
    "role_required",
    "signed_in",
]
