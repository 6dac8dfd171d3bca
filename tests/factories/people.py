"""The same four people in every test."""

from datetime import UTC, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from lms.accounts.models import Membership, Organisation, RoleAssignment, User
from lms.accounts.roles import STAFF_ROLES, Role

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
GRANTED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def person(
    name: str, *roles: Role, email: str = "", organisation: Organisation | None = None, **fields: Any
) -> User:
    """Make a person with these roles; with an organisation, the roles hold for its people only."""
    email = email or f"{name.split(maxsplit=1)[0].lower()}@example.org"
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, name, **fields)
    for role in roles:
        RoleAssignment.objects.get_or_create(
            user=user,
            role=role,
            organisation=organisation,
            ended_at=None,
            defaults={"granted_at": GRANTED_AT},
        )
    if STAFF_ROLES.intersection(roles):
        add_second_factor(user)
    return user


def add_second_factor(user: User) -> None:
    """Give the person an authenticator app: without one, staff reaches no page but the one that offers it."""
    if not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(user, SECRET)


def noor() -> User:
    """Noor de Wit, volunteer."""
    return person("Noor de Wit", Role.VOLUNTEER)


def femke() -> User:
    """Femke Smit, trainer and facilitator."""
    return person("Femke Smit", Role.TRAINER, Role.FACILITATOR)


def koen() -> User:
    """Koen Bos, coordinator of everybody."""
    return person("Koen Bos", Role.COORDINATOR)


def vera() -> User:
    """Vera Lind, an outsider: coordinator of another organisation's people, so a stranger here."""
    organisation, _ = Organisation.objects.get_or_create(name="Stichting Elders")
    return person("Vera Lind", Role.COORDINATOR, organisation=organisation)


def member_of(user: User, organisation: Organisation) -> Membership:
    """Make the person a member of an organisation, with consent."""
    return Membership.objects.create(user=user, organisation=organisation, consented_at=GRANTED_AT)
