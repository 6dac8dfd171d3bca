"""The work of a day done twice at the same moment makes one mail."""

from datetime import UTC, date, datetime

import pytest

from lms.certification.ledger.services import record_all
from lms.certification.models import Reminder
from lms.certification.readiness import FactKind
from lms.certification.reminders.services import digest_coordinators, remind_people
from lms.outbox.models import OutboxMessage
from tests.at_once import at_once
from tests.factories import certification as factory

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]
A_DAY = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.fixture
def ending(scheme, noor):
    """Noor's VOG ends in 30 days."""
    vog = factory.entry(FactKind.SEEN, date(2023, 12, 22), key="vog")
    record_all(noor, [vog], actor=None, now=A_DAY)
    return noor


def messages(topic: str) -> int:
    return OutboxMessage.objects.filter(topic=topic).count()


def test_it_asks_for_one_reminder(ending):
    assert at_once([lambda: remind_people(A_DAY)] * 4) == []
    assert (Reminder.objects.count(), messages("certification.reminder_due")) == (1, 1)


def test_it_asks_for_one_digest(ending, koen):
    assert at_once([lambda: digest_coordinators(A_DAY)] * 4) == []
    assert (Reminder.objects.count(), messages("certification.digest_due")) == (1, 1)
