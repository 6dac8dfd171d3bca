"""A group with Noor in it that Femke leads, and an ear for what is published."""

from typing import Any

import pytest

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.intervision import services
from lms.intervision.models import IntervisionGroup, IntervisionSession
from tests.factories import intervision, people


@pytest.fixture
def ilias(db) -> User:
    """Ilias, another volunteer of the group."""
    return people.person("Ilias Amrani", Role.VOLUNTEER)


@pytest.fixture
def group(municipality, femke, noor, ilias) -> IntervisionGroup:
    """Noor and Ilias, led by Femke."""
    return intervision.group(facilitator=femke, members=(noor, ilias))


@pytest.fixture
def session(group) -> IntervisionSession:
    """A session ten days ago, of 90 minutes."""
    return intervision.session(group)


@pytest.fixture
def published(monkeypatch) -> list[tuple[str, dict[str, Any]]]:
    """What the services told the outbox: topic and ids."""
    heard: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(services, "publish", lambda topic, *, now, **ids: heard.append((topic, ids)))
    return heard
