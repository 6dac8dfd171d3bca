"""A scheme in force, people who are ready, and a coordinator at the desk."""

import pytest
from django.utils import timezone

from tests.factories import certification


@pytest.fixture
def scheme(municipality, now):
    return certification.scheme(now)


@pytest.fixture
def three_ready(scheme, now):
    """Three people whom the coordinator can confirm."""
    people = [certification.people_volunteer(name) for name in ("Aad Af", "Bea Bel", "Cor Cel")]
    return [certification.ready(each, timezone.localdate(now), now) for each in people]


@pytest.fixture
def desk(client, koen, sign_in):
    """Koen's browser."""
    sign_in(client, koen)
    return client
