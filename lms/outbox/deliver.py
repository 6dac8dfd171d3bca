"""Hand messages to their consumers: claim by compare-and-swap, call outside that transaction, mark."""

import uuid
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import F, Q

from lms.outbox.events import Message, consumer_named
from lms.outbox.models import OutboxMessage

CLAIM_FOR = timedelta(minutes=5)
GIVE_UP_AFTER = 8
log = structlog.get_logger(__name__)


def backoff(attempts: int) -> timedelta:
    """Return how long to wait after so many failures: 10 s, doubled each time, at most 6 hours."""
    return min(timedelta(seconds=10 * 2 ** max(attempts - 1, 0)), timedelta(hours=6))


def claim(message: OutboxMessage, worker: str, now: datetime) -> bool:
    """Take a message for this worker; False when another was first."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return bool(
        OutboxMessage.objects.filter(free, pk=message.pk, done_at=None, given_up_at=None).update(
            claimed_by=worker, claimed_until=now + CLAIM_FOR, attempts=F("attempts") + 1
        )
    )


def deliver_due(now: datetime, *, limit: int = 200, worker: str = "") -> int:
    """Deliver what is due at `now`, oldest first; return how many messages were handed over well."""
    worker = worker or uuid.uuid4().hex
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    due = list(OutboxMessage.objects.due(now).filter(free)[:limit])
    return sum(_deliver(message, worker, now) for message in due if claim(message, worker, now))


def _deliver(message: OutboxMessage, worker: str, now: datetime) -> bool:
    consumer = consumer_named(message.topic, message.consumer)
    mine = OutboxMessage.objects.filter(pk=message.pk, claimed_by=worker)
    try:
        if consumer is None:
            raise LookupError("no such consumer")
        with transaction.atomic():
            consumer(Message(message.event, message.topic, message.ids, message.created_at))
            mine.update(done_at=now, claimed_by="", claimed_until=None, last_error="")
    except Exception as error:  # a consumer may fail in any way; the row must remember that it did
        _remember_failure(message, error, now)
        return False
    return True


def _remember_failure(message: OutboxMessage, error: Exception, now: datetime) -> None:
    attempts = message.attempts + 1
    kind = type(error).__name__  # the text of an error may hold personal data: keep its kind only
    log.warning("outbox.delivery_failed", topic=message.topic, consumer=message.consumer, error=kind)
    OutboxMessage.objects.filter(pk=message.pk).update(
        claimed_by="",
        claimed_until=None,
        last_error=kind,
        available_at=now + backoff(attempts),
        given_up_at=now if attempts >= GIVE_UP_AFTER else None,
    )
