"""Reads about signing in."""

from allauth.mfa.models import Authenticator

from lms.accounts.models import RoleAssignment, User
from lms.accounts.roles import STAFF_ROLES

SECOND_FACTORS = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)


def is_staff_now(user: User) -> bool:
    """Say whether the person holds a staff role at this moment, read afresh."""
    if user.is_superuser:
        return True
    return RoleAssignment.objects.filter(user=user, ended_at=None, role__in=STAFF_ROLES).exists()


def has_second_factor(user: User) -> bool:
    """Say whether the person has a passkey or an authenticator app."""
    return Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists()


def mail_code_suffices(user: User) -> bool:
    """Say whether a mailed code alone may prove who this is.

    For volunteers a passkey is a faster way, not a second factor: who loses the phone still comes in by mail
    (docs/decisions/0005-sign-in.md). An app is chosen on purpose, and staff must show what it has.
    """
    kinds = set(
        Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).values_list("type", flat=True)
    )
    if not kinds:
        return True
    return Authenticator.Type.TOTP not in kinds and not is_staff_now(user)
