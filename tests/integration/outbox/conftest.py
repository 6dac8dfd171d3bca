"""Consumers that exist for one test, and an administrator."""

from collections.abc import Callable, Iterator

import pytest

from lms.accounts.models import User
from lms.accounts.roles import Role
from lms.outbox import events, schedule
from tests.factories import people


@pytest.fixture
def subscriptions() -> Iterator[Callable]:
    """Give `subscribe`, and forget afterwards what was subscribed with it."""
    before = {topic: dict(names) for topic, names in events._subscriptions.items()}
    yield events.subscribe
    events._subscriptions.clear()
    events._subscriptions.update(before)


@pytest.fixture
def jobs() -> Iterator[Callable]:
    """Give `scheduled` on an empty schedule, and put the real schedule back afterwards."""
    before = dict(schedule._jobs)
    schedule._jobs.clear()
    yield schedule.scheduled
    schedule._jobs.clear()
    schedule._jobs.update(before)


@pytest.fixture
def administrator(db: None, with_second_factor: Callable[[User], None]) -> User:
    """Koen, who is administrator too."""
    koen = people.person("Koen Bos", Role.COORDINATOR, Role.ADMINISTRATOR)
    with_second_factor(koen)
    return koen
