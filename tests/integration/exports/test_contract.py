"""The API against its own document: whatever a client sends, the answer is one the document describes."""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from lms.exports.services import give_consent
from lms.wsgi import application

document = Client().get("/api/v1/openapi.json").json()
schema = schemathesis.openapi.from_dict(document | {"servers": [{"url": "https://testserver/api/v1"}]})
schema.app = application


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Keep the test's own connection open: a real request would close it, as Django's test client knows."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.django_db
@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_it_answers_as_its_document_says(case, token, volunteers, now):
    for volunteer in volunteers[:3]:
        give_consent(volunteer, actor=volunteer, now=now)
    # An opaque cursor cannot be made up: one that fits the pattern but is not ours is refused with 400.
    case.call_and_validate(
        headers={"Authorization": f"Bearer {token}"}, excluded_checks=[positive_data_acceptance]
    )
