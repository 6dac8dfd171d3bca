"""What is logged about the outbox."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.audit.public import record, register_actions
from lms.outbox.models import OutboxMessage, TaskAttempt

register_actions(
    {
        "outbox.message_retried": _("Bericht opnieuw klaargezet"),
        "outbox.task_retried": _("Taak opnieuw klaargezet"),
    }
)


def message_retried(message: OutboxMessage, actor: Any) -> None:
    """A person put a message back that was given up."""
    record("outbox.message_retried", subject=message, actor=actor, topic=message.topic)


def task_retried(attempt: TaskAttempt, actor: Any) -> None:
    """A person put a task back that was given up."""
    record("outbox.task_retried", subject=attempt, actor=actor, task=str(attempt.task_id))
