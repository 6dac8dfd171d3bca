"""The door of the outbox."""

from lms.outbox.deliver import deliver_due
from lms.outbox.events import Message, publish, subscribe

__all__ = ["Message", "deliver_due", "publish", "subscribe"]
