"""Noor before one exercise."""

from collections.abc import Callable

import pytest

from tests.factories import courses as make
from tests.integration.spec.exercise_pages import Desk, desk
from tests.unit.courses.lettered import Block

Seat = Callable[[Block], Desk]


@pytest.fixture
def module(home, municipality):
    return make.module(make.course(home), number=5, title="Je rol zuiver houden")


@pytest.fixture
def seat(module, client, noor, sign_in) -> Seat:
    """Give Noor a lesson of one exercise."""
    make.enrolled(noor, module.get_parent().specific)
    sign_in(client, noor)
    return lambda block: desk(client, module, block)
