"""Noor was at 3 of 4 meetings; Koen coordinates, Femke trains."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from lms.accounts.models import User
from lms.certification.certificates.rendering import render
from lms.certification.models import Certificate, Rendering
from lms.courses.models import Cohort
from tests.factories import certificates as factory

Issue = Callable[..., Certificate]


@pytest.fixture
def edition(home, municipality, noor: User, scheme) -> Cohort:
    return factory.edition(noor)


@pytest.fixture
def proof(edition: Cohort, noor: User, koen: User, now) -> Certificate:
    return factory.proof(noor, koen, now, edition)


@pytest.fixture
def drawn(proof: Certificate, now) -> bytes:
    """The signed PDF of Noor's proof, made as the worker makes it."""
    row = Rendering.objects.get(certificate=proof)
    render(row.uuid, now)
    row.refresh_from_db()
    return bytes(row.pdf)


@pytest.fixture
def femke_client(femke, with_second_factor, sign_in, clock) -> Client:
    with_second_factor(femke)
    browser = Client()
    sign_in(browser, femke)
    return browser


@pytest.fixture
def submission() -> uuid.UUID:
    return uuid.UUID(int=99)
