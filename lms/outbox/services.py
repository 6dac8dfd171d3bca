"""Verbs of the outbox for people: try again what was given up. And for the schedule: tidy up."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lms.outbox import audit
from lms.outbox.models import Heartbeat, OutboxMessage, TaskAttempt
from lms.outbox.selectors import MESSAGE

KEEP_MESSAGES = timedelta(days=30)
KEEP_TASKS = timedelta(days=14)
KEEP_FAILED_TASKS = timedelta(days=90)
KEEP_HEARTBEATS = timedelta(days=1)


def try_again(kind: str, uuid: uuid.UUID, *, actor: Any, now: datetime) -> bool:
    """Put one given-up message or task back, with all its tries; False when it is no longer given up."""
    with transaction.atomic():
        if kind == MESSAGE:
            message = OutboxMessage.objects.given_up().filter(uuid=uuid, done_at=None).first()
            return message is not None and _message_again(message, actor, now)
        attempt = TaskAttempt.objects.filter(task_id=uuid).exclude(given_up_at=None).first()
        return attempt is not None and _task_again(attempt, actor, now)


def try_all_again(*, actor: Any, now: datetime) -> int:
    """Put everything that was given up back; return how much that was."""
    with transaction.atomic():
        messages = OutboxMessage.objects.given_up().filter(done_at=None)
        attempts = TaskAttempt.objects.exclude(given_up_at=None)
        back = [_message_again(message, actor, now) for message in messages]
        back += [_task_again(attempt, actor, now) for attempt in attempts]
    return sum(back)


def _message_again(message: OutboxMessage, actor: Any, now: datetime) -> bool:
    changed = OutboxMessage.objects.given_up().filter(pk=message.pk, given_up_at=message.given_up_at)
    if not changed.update(
        given_up_at=None, attempts=0, available_at=now, claimed_by="", claimed_until=None, last_error=""
    ):
        return False
    audit.message_retried(message, actor)
    return True


def _task_again(attempt: TaskAttempt, actor: Any, now: datetime) -> bool:
    mine = TaskAttempt.objects.filter(pk=attempt.pk, given_up_at=attempt.given_up_at)
    if not mine.update(given_up_at=None, attempts=0):
        return False
    changed = DBTaskResult.objects.failed().filter(pk=attempt.task_id)
    if not changed.update(status=TaskResultStatus.READY, run_after=now, started_at=None, finished_at=None):
        return False
    audit.task_retried(attempt, actor)
    return True


def prune(now: datetime) -> None:
    """Remove what is done and no longer says anything; what was given up stays until a person looks at it.

    Messages 30 days after delivery, tasks 14 days after success and 90 days after they were given up,
    heartbeats of workers that are gone after a day.
    """
    OutboxMessage.objects.filter(done_at__lt=now - KEEP_MESSAGES).delete()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - KEEP_TASKS).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - KEEP_FAILED_TASKS).delete()
    known = DBTaskResult.objects.values("pk")
    TaskAttempt.objects.exclude(task_id__in=known).delete()
    Heartbeat.objects.filter(beat_at__lt=now - KEEP_HEARTBEATS).delete()
