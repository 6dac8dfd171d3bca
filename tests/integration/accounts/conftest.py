"""Fixtures of the accounts tests."""

from collections.abc import Callable

import pytest
from django.test import Client

from lms.accounts.models import User
from tests.factories.mailbox import last_code

LOGIN = "/account/login/"
CONFIRM = "/account/login/code/confirm/"
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
