"""Some things that were logged."""

from collections.abc import Callable

import pytest

from lms.accounts.models import User
from lms.accounts.roles import Role
from lms.audit import actions
from lms.audit.public import register_actions
from tests.factories import people


@pytest.fixture(autouse=True)
def _actions_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know two actions of an app that does not exist."""
    from wagtail.log_actions import registry  # noqa: PLC0415

    monkeypatch.setattr(actions, "_actions", dict(actions._actions))
    register_actions({"x.person_seen": "Iemand bekeek jouw bladzijde", "x.person_changed": "Naam veranderd"})
    registry.scan_for_actions()
    monkeypatch.setattr(registry, "formatters", dict(registry.formatters))
    for action in ("x.person_seen", "x.person_changed"):
        registry.register_action(action, action, action)


@pytest.fixture
def administrator(db: None, with_second_factor: Callable[[User], None]) -> User:
    """Koen, who is administrator too."""
    koen = people.person("Koen Bos", Role.COORDINATOR, Role.ADMINISTRATOR)
    with_second_factor(koen)
    return koen
