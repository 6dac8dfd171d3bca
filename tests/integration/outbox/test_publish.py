"""Saying that something happened."""

import uuid

import pytest
from django.db import transaction

from lms.outbox.models import OutboxMessage
from lms.outbox.public import publish

pytestmark = pytest.mark.django_db


def test_it_writes_one_row_per_consumer_of_one_event(now, subscriptions):
    @subscriptions("x.happened")
    def first(message): ...

    @subscriptions("x.happened")
    def second(message): ...

    person = uuid.uuid4()
    event = publish("x.happened", now=now, person=person, at=now, code="mail")
    rows = OutboxMessage.objects.all()
    assert {row.event for row in rows} == {event}
    assert len({row.consumer for row in rows}) == 2
    assert rows[0].ids == {"person": str(person), "at": now.isoformat(), "code": "mail"}


def test_it_writes_nothing_when_nobody_listens(now):
    publish("x.unheard", now=now)
    assert not OutboxMessage.objects.exists()


def test_it_disappears_with_the_change_it_tells_about(now, subscriptions):
    subscriptions("x.happened")(lambda message: None)
    with transaction.atomic():
        publish("x.happened", now=now)
        transaction.set_rollback(True)
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize("text", ["noor@example.org", "Noor de Wit", "x" * 101, "een\nregel"])
def test_it_refuses_what_is_no_id_and_does_not_repeat_it(now, text):
    with pytest.raises(ValueError, match="must be an id or a code") as refused:
        publish("x.happened", now=now, person=text)
    assert text not in str(refused.value)
