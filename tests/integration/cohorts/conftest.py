"""An edition with Noor in it, and an ear for what is published."""

from typing import Any

import pytest

from lms.courses.cohorts import services
from lms.courses.models import Cohort, Meeting
from tests.factories import cohorts


@pytest.fixture
def cohort(home, municipality, noor) -> Cohort:
    """An edition that Noor takes part in."""
    made = cohorts.cohort()
    cohorts.place(made, noor)
    return made


@pytest.fixture
def meeting(cohort) -> Meeting:
    """A meeting ten days ago."""
    return cohorts.meeting(cohort)


@pytest.fixture
def published(monkeypatch) -> list[tuple[str, dict[str, Any]]]:
    """What the services told the outbox: topic and ids."""
    heard: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(services, "publish", lambda topic, *, now, **ids: heard.append((topic, ids)))
    return heard
