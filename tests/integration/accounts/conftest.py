"""Fixtures of the accounts tests."""

from collections.abc import Callable

import pytest
from django.test import Client

from lms.accounts.models import Organisation, User
from lms.accounts.roles import Role
from tests.factories.mailbox import last_code
from tests.factories.people import person

LOGIN = "/account/login/"
CONFIRM = "/account/login/code/confirm/"
SECRET = "Vereniging voor Stille Zaken"
SignIn = Callable[..., Client]


@pytest.fixture
def by_code() -> SignIn:
    """Sign a person in with a mailed code, in a browser of its own."""

    def enter(user: User, browser: Client | None = None) -> Client:
        browser = browser or Client()
        browser.post(LOGIN, {"login": user.email})
        browser.post(CONFIRM, {"code": last_code()})
        return browser

    return enter


@pytest.fixture
def club(db) -> Organisation:
    """An organisation whose name says much about who belongs to it."""
    return Organisation.objects.create(name=SECRET)


@pytest.fixture
def bas(db) -> User:
    """Bas, administrator."""
    return person("Bas Bel", Role.ADMINISTRATOR)
