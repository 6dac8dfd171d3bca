"""The scheme of the tests is in force, and the clock of the pages stands still."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from lms.certification.models import SchemeVersion
from tests.factories import certification as factory


@pytest.fixture
def today(now: datetime) -> date:
    return timezone.localdate(now)


@pytest.fixture
def scheme(db: None, municipality: object, now: datetime) -> SchemeVersion:
    return factory.scheme(now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """Pages, consumers and commands see the moment of the story."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def koen_client(client, koen, with_second_factor, sign_in, clock):
    with_second_factor(koen)
    sign_in(client, koen)
    return client


@pytest.fixture
def noor_client(client, noor, sign_in, clock):
    sign_in(client, noor)
    return client
