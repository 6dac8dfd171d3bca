"""A matching system with a key, and people who share."""

import pytest
from django.test import Client

from lms.accounts.models import User
from lms.accounts.roles import Role
from lms.exports.services import create_service_account, create_token
from tests.factories.people import person


@pytest.fixture
def administrator(db: None) -> User:
    return person("Ada Admin", Role.ADMINISTRATOR)


@pytest.fixture
def token(administrator, now) -> str:
    """The key of the matching system."""
    account = create_service_account("Koppelsysteem", actor=administrator, now=now)
    return create_token(account, actor=administrator, now=now)


@pytest.fixture
def api(token) -> Client:
    """The matching system itself."""
    return Client(headers={"Authorization": f"Bearer {token}"}, raise_request_exception=False)


@pytest.fixture
def volunteers(db: None) -> list[User]:
    """Five volunteers with names that must never leave the house."""
    return [person(f"Geheim{i} Achternaam{i}", Role.VOLUNTEER) for i in range(5)]
