"""Two people write a new version at the same time: both are kept, each with its own number."""

import pytest
from django.db import transaction
from django.utils import timezone

from lms.certification.models import SchemeVersion, StatementVersion
from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.services import publish_scheme
from lms.certification.statements.services import ensure_default_statements
from tests.at_once import at_once
from tests.factories import certification as factory

CODE = "geheimhouding"


@pytest.mark.two_connections
@pytest.mark.django_db(transaction=True)
def test_it_numbers_versions_that_are_written_at_once(now):
    ensure_default_statements(now)

    def write() -> None:
        with transaction.atomic():
            number = StatementVersion.objects.filter(code=CODE).next_number()
            StatementVersion.objects.create(
                code=CODE,
                number=number,
                title="Geheimhouding",
                body="<p>Nieuw.</p>",
                effective_on=timezone.localdate(now),
            )

    assert at_once([write] * 6) == []
    numbers = StatementVersion.objects.filter(code=CODE).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, 8))


@pytest.mark.two_connections
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_first", [True, False])
def test_it_numbers_schemes_that_are_published_at_once(now, is_first):
    known = factory.scheme(now)
    scheme, today = scheme_from_data(known.content), timezone.localdate(now)
    if is_first:
        SchemeVersion.objects.all().delete()

    def write() -> None:
        publish_scheme(scheme, today, actor=None, now=now)

    assert at_once([write] * 6) == []
    numbers = SchemeVersion.objects.order_by("pk").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 7) if is_first else range(1, 8))
