"""Handing messages over: once, again after a failure, and given up in the end."""

from datetime import timedelta

import pytest

from lms.outbox.deliver import CLAIM_FOR, claim
from lms.outbox.models import OutboxMessage, TaskAttempt
from lms.outbox.public import deliver_due, publish
from lms.outbox.rules import MESSAGE_TRIES
from tests.integration.audit.canary import assert_in_no_log_line

pytestmark = pytest.mark.django_db
CANARY = "Noor de Wit <noor@example.org>"


def fails(message):
    raise LookupError(CANARY)


def only_message() -> OutboxMessage:
    return OutboxMessage.objects.get()


@pytest.mark.parametrize("network", [False, True])
def test_it_hands_a_message_over_once(now, subscriptions, network):
    heard = []
    subscriptions("x.happened", network=network)(heard.append)
    event = publish("x.happened", now=now, thing="7")
    assert deliver_due(now) == 1
    assert deliver_due(now + timedelta(days=1)) == 0
    assert [(m.event, m.topic, m.ids, m.created_at) for m in heard] == [
        (event, "x.happened", {"thing": "7"}, now)
    ]
    assert only_message().done_at == now


def test_it_waits_until_a_message_is_due(now, subscriptions):
    heard = []
    subscriptions("x.happened")(heard.append)
    publish("x.happened", now=now)
    assert deliver_due(now - timedelta(seconds=1)) == 0
    assert not heard


def test_it_tries_again_later_and_keeps_only_the_kind_of_the_error(now, subscriptions, capsys, caplog):
    subscriptions("x.happened")(fails)
    publish("x.happened", now=now)
    assert deliver_due(now) == 0
    message = only_message()
    assert message.last_error == "LookupError"
    assert message.available_at == now + timedelta(seconds=10)
    assert message.claimed_until is None
    assert_in_no_log_line(capsys, caplog, CANARY, "noor@example.org")


def test_it_undoes_what_a_failing_consumer_wrote(now, subscriptions):
    @subscriptions("x.happened")
    def writes_and_fails(message):
        TaskAttempt.objects.create(task_id=message.event)
        raise LookupError

    publish("x.happened", now=now)
    deliver_due(now)
    assert not TaskAttempt.objects.exists()


def test_it_gives_up_visibly_after_the_last_try(now, subscriptions):
    subscriptions("x.happened")(fails)
    publish("x.happened", now=now)
    moment = now
    for _ in range(MESSAGE_TRIES + 3):
        deliver_due(moment)
        moment += timedelta(hours=7)
    message = only_message()
    assert message.attempts == MESSAGE_TRIES
    assert message.given_up_at is not None
    assert OutboxMessage.objects.given_up().count() == 1


def test_it_fails_a_message_whose_consumer_is_gone(now, subscriptions):
    subscriptions("x.happened")(fails)
    publish("x.happened", now=now)
    OutboxMessage.objects.update(consumer="lms.gone.away")
    assert deliver_due(now) == 0
    assert only_message().last_error == "LookupError"


def test_it_goes_on_with_the_next_message_after_a_failure(now, subscriptions):
    heard = []
    subscriptions("x.first")(fails)
    subscriptions("x.second")(heard.append)
    publish("x.first", now=now)
    publish("x.second", now=now)
    assert deliver_due(now) == 1
    assert len(heard) == 1


def test_it_lets_only_one_of_two_claim(now, subscriptions):
    subscriptions("x.happened")(lambda message: None)
    publish("x.happened", now=now)
    message = only_message()
    assert claim(message, "first", now)
    assert not claim(message, "second", now)
    assert not claim(only_message(), "second", now + CLAIM_FOR - timedelta(seconds=1))
    assert claim(only_message(), "second", now + CLAIM_FOR)


def test_it_does_not_claim_what_failed_since_it_was_read(now, subscriptions):
    subscriptions("x.happened")(fails)
    publish("x.happened", now=now)
    stale = only_message()
    deliver_due(now)
    assert not claim(stale, "late", now)
    assert only_message().attempts == 1


def test_it_undoes_its_work_when_its_claim_ran_out_meanwhile(now, subscriptions):
    @subscriptions("x.happened")
    def slow(message):
        TaskAttempt.objects.create(task_id=message.event)
        if TaskAttempt.objects.count() == 1 and only_message().claimed_by == "slow":
            OutboxMessage.objects.update(claimed_by="other", attempts=2)

    publish("x.happened", now=now)
    assert deliver_due(now, worker="slow") == 0
    assert not TaskAttempt.objects.exists()
    assert only_message().done_at is None
    assert only_message().last_error == ""


def test_it_does_not_let_a_late_failure_touch_the_claim_of_another(now, subscriptions):
    @subscriptions("x.happened", network=True)
    def slow_and_failing(message):
        OutboxMessage.objects.update(claimed_by="other", attempts=2)
        raise LookupError

    publish("x.happened", now=now)
    deliver_due(now, worker="slow")
    assert only_message().claimed_by == "other"
    assert only_message().last_error == ""


def test_it_asks_few_questions_of_the_database(now, subscriptions, django_assert_max_num_queries):
    subscriptions("x.happened")(lambda message: None)
    for _ in range(10):
        publish("x.happened", now=now)
    with django_assert_max_num_queries(1 + 10 * 4):
        assert deliver_due(now) == 10
