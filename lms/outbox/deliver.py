"""Hand messages to their consumers: claim by compare-and-swap, call, mark; a lost claim undoes the call."""

import uuid
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import F

from lms.outbox.events import Message, Subscription, subscription_named
from lms.outbox.models import OutboxMessage, OutboxMessageQuerySet
from lms.outbox.rules import MESSAGE_TRIES, backoff

CLAIM_FOR = timedelta(minutes=5)
log = structlog.get_logger(__name__)


class ClaimLostError(Exception):
    """The claim ran out while the consumer was busy, and another worker took the message."""


def deliver_due(now: datetime, *, limit: int = 200, worker: str = "") -> int:
    """Deliver what is due at `now`, oldest first; return how many messages were handed over well."""
    worker = worker or uuid.uuid4().hex
    due = list(OutboxMessage.objects.due(now).unclaimed(now).filter(attempts__lt=MESSAGE_TRIES)[:limit])
    return sum(deliver(message, worker, now) for message in due if claim(message, worker, now))


def claim(message: OutboxMessage, worker: str, now: datetime) -> bool:
    """Take a message for this worker; False when it changed since it was read: another was first."""
    same = OutboxMessage.objects.due(now).unclaimed(now).filter(pk=message.pk, attempts=message.attempts)
    taken = same.update(claimed_by=worker, claimed_until=now + CLAIM_FOR, attempts=F("attempts") + 1)
    return bool(taken)


def deliver(message: OutboxMessage, worker: str, now: datetime) -> bool:
    """Call the consumer of a message this worker has just claimed, and mark it; say whether that went well.

    Whatever the consumer raises is remembered as a failure with its kind only.
    """
    mine = OutboxMessage.objects.filter(
        pk=message.pk, claimed_by=worker, attempts=message.attempts + 1, done_at=None
    )
    try:
        subscription = subscription_named(message.topic, message.consumer)
        if subscription is None:
            raise LookupError("no such consumer")
        _call(subscription, message, mine, now)
    except ClaimLostError:
        log.warning("outbox.claim_lost", topic=message.topic, consumer=message.consumer)
        return False
    except Exception as error:  # a consumer may fail in any way; the row must remember that it did
        _remember_failure(message, mine, error, now)
        return False
    return True


def _call(
    subscription: Subscription, message: OutboxMessage, mine: OutboxMessageQuerySet, now: datetime
) -> None:
    event = Message(message.event, message.topic, message.ids, message.created_at)
    if subscription.network:
        subscription.consumer(event)
        _mark_done(mine, now)
        return
    with transaction.atomic():
        subscription.consumer(event)
        _mark_done(mine, now)


def _mark_done(mine: OutboxMessageQuerySet, now: datetime) -> None:
    if not mine.update(done_at=now, claimed_by="", claimed_until=None, last_error=""):
        raise ClaimLostError


def _remember_failure(
    message: OutboxMessage, mine: OutboxMessageQuerySet, error: Exception, now: datetime
) -> None:
    attempts = message.attempts + 1
    kind = type(error).__name__  # the text of an error may hold personal data: keep its kind only
    log.warning("outbox.delivery_failed", topic=message.topic, consumer=message.consumer, error=kind)
    mine.update(
        claimed_by="",
        claimed_until=None,
        last_error=kind,
        available_at=now + backoff(attempts),
        given_up_at=now if attempts >= MESSAGE_TRIES else None,
    )
