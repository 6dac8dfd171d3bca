"""The door of the outbox."""

from lms.outbox.deliver import deliver_due
from lms.outbox.events import Message, publish, subscribe
from lms.outbox.heartbeat import last_beat, silence
from lms.outbox.schedule import run_scheduled, scheduled, scheduled_jobs, tick

__all__ = [
    "Message",
    "deliver_due",
    "last_beat",
    "publish",
    "run_scheduled",
    "scheduled",
    "scheduled_jobs",
    "silence",
    "subscribe",
    "tick",
]
