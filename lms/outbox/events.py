"""Say that something happened, and say who wants to hear it. The rows are the truth; nothing is called here."""

import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from lms.outbox.models import OutboxMessage

Ids = dict[str, str]


@dataclass(frozen=True)
class Message:
    """What a consumer gets: the event's own id, its topic, and the ids of the things it is about."""

    event: uuid.UUID
    topic: str
    ids: Ids
    created_at: datetime


Consumer = Callable[[Message], None]
_consumers: dict[str, dict[str, Consumer]] = defaultdict(dict)


def subscribe(topic: str) -> Callable[[Consumer], Consumer]:
    """Register a consumer of a topic. It may be called more than once for one event: it must be idempotent."""

    def register(consumer: Consumer) -> Consumer:
        _consumers[topic][f"{consumer.__module__}.{consumer.__qualname__}"] = consumer
        return consumer

    return register


def consumer_named(topic: str, name: str) -> Consumer | None:
    """Return the consumer a message was written for, or None when the code no longer has it."""
    return _consumers[topic].get(name)


def publish(topic: str, *, now: datetime, **ids: object) -> uuid.UUID:
    """Write one row per consumer, in the caller's transaction, and return the event's id.

    `ids` are outside ids (uuid) of what it is about: never a name, an address or a text.
    """
    event = uuid.uuid4()
    body = {name: str(value) for name, value in ids.items()}
    OutboxMessage.objects.bulk_create(
        OutboxMessage(event=event, topic=topic, consumer=name, ids=body, created_at=now, available_at=now)
        for name in sorted(_consumers[topic])
    )
    return event
