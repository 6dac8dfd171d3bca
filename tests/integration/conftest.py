"""Signing in without the ceremony, for tests that are about something else."""

from collections.abc import Callable

import pytest
from django.test import Client

from lms.accounts.models import User
from tests.factories.people import add_second_factor


@pytest.fixture
def with_second_factor() -> Callable[[User], object]:
    """Give a person an authenticator app, as staff must have."""

    return add_second_factor


@pytest.fixture
def sign_in() -> Callable[[Client, User], None]:
    """Sign a client in as a person, as after the whole ceremony."""

    def enter(client: Client, user: User) -> None:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    return enter
