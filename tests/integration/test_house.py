"""The house stands: settings load, pages route, the cast is there."""

import pytest

from lms.accounts.policies import may_coordinate


@pytest.mark.django_db
def test_it_lets_koen_and_not_vera_coordinate_noor(noor, koen, vera):
    assert may_coordinate(koen, noor)
    assert not may_coordinate(vera, noor)
    assert not may_coordinate(noor, noor)
