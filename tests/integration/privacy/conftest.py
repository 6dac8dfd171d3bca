"""An administrator, and a person with data in many tables."""

from collections.abc import Callable

import pytest

from lms.accounts.models import User
from lms.accounts.roles import Role
from tests.factories import people


@pytest.fixture
def administrator(db: None, with_second_factor: Callable[[User], None]) -> User:
    """Koen, who is administrator too."""
    koen = people.person("Koen Bos", Role.COORDINATOR, Role.ADMINISTRATOR)
    with_second_factor(koen)
    return koen
