"""Signing in without the ceremony, for tests that are about something else."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from lms.accounts.models import User


@pytest.fixture
def with_second_factor() -> Callable[[User], None]:
    """Give a person an authenticator app, as staff must have."""

    def give(user: User) -> None:
        TOTP.activate(user, generate_totp_secret())

    return give


@pytest.fixture
def sign_in() -> Callable[[Client, User], None]:
    """Sign a client in as a person, as after the whole ceremony."""

    def enter(client: Client, user: User) -> None:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    return enter
