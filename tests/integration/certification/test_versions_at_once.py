"""Two people write a new text of one statement at the same time: both are kept, each with its own number."""

import pytest
from django.db import transaction
from django.utils import timezone

from lms.certification.models import StatementVersion
from lms.certification.statements.services import ensure_default_statements, next_number
from tests.at_once import at_once

CODE = "geheimhouding"


@pytest.mark.two_connections
@pytest.mark.django_db(transaction=True)
def test_it_numbers_versions_that_are_written_at_once(now):
    ensure_default_statements(now)

    def write() -> None:
        with transaction.atomic():
            number = next_number(CODE)
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
