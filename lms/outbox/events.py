"""Say that something happened, and who wants to hear it. The rows are the truth; nothing is called here."""

import re
import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from lms.outbox.models import OutboxMessage

Ids = dict[str, str]
AN_ID = re.compile(r"[\w.:+-]{0,100}")


@dataclass(frozen=True)
class Message:
    """What a consumer gets: the event's own id, its topic, and the ids of the things it is about."""

    event: uuid.UUID
    topic: str
    ids: Ids
    created_at: datetime


Consumer = Callable[[Message], None]


@dataclass(frozen=True)
class Subscription:
    """A consumer, and whether it talks to another machine."""

    consumer: Consumer
    network: bool


_subscriptions: dict[str, dict[str, Subscription]] = defaultdict(dict)


def subscribe(topic: str, *, network: bool = False) -> Callable[[Consumer], Consumer]:
    """Register a consumer of a topic. It may be called more than once for one event: it must be idempotent.

    Normally its own changes and the mark "done" are one transaction. With `network=True` (mail, webhook) it
    runs outside any transaction, so that a slow other side never holds a lock of ours.
    """

    def register(consumer: Consumer) -> Consumer:
        name = f"{consumer.__module__}.{consumer.__qualname__}"
        _subscriptions[topic][name] = Subscription(consumer, network)
        return consumer

    return register


def subscription_named(topic: str, name: str) -> Subscription | None:
    """Return the subscription a message was written for, or None when the code no longer has it."""
    return _subscriptions.get(topic, {}).get(name)


def publish(topic: str, *, now: datetime, **ids: object) -> uuid.UUID:
    """Write one row per consumer, in the caller's transaction, and return the event's id.

    `ids` are outside ids (uuid, uid), codes or moments of what it is about. Raises ValueError for anything
    that reads like a name, an address or a text: those never leave through here (domain.md §6.1).
    """
    event = uuid.uuid4()
    body = {name: _id(name, value) for name, value in ids.items()}
    OutboxMessage.objects.bulk_create(
        OutboxMessage(event=event, topic=topic, consumer=name, ids=body, created_at=now, available_at=now)
        for name in sorted(_subscriptions.get(topic, {}))
    )
    return event


def _id(name: str, value: object) -> str:
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    if not AN_ID.fullmatch(text):
        raise ValueError(f"{name!r} of an event must be an id or a code")  # the value itself is not repeated
    return text
