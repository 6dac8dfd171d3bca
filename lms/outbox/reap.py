"""Take back what dead workers left behind, and give failed tasks another try, up to a limit.

django-tasks-db leaves the task of a killed worker RUNNING for ever and never retries a failed one; both are
settled here. A task or message that keeps killing its worker is given up too, visibly.
"""

from datetime import datetime
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lms.outbox.heartbeat import living_workers, silence, silent_workers
from lms.outbox.models import OutboxMessage, TaskAttempt
from lms.outbox.rules import MESSAGE_TRIES, TASK_TRIES, backoff

log = structlog.get_logger(__name__)


class WorkerLostError(Exception):
    """The worker that was busy with it died."""


WORKER_LOST = f"{WorkerLostError.__module__}.{WorkerLostError.__qualname__}"


def reap(now: datetime, *, idle: str = "") -> int:
    """Settle everything at once and return how many things changed.

    `idle` is the calling worker, which is between two pieces of work: what still stands in its name is left
    over from a moment when the database was away.
    """
    return free_claims(now, idle=idle) + take_back_tasks(now, idle=idle) + retry_failed_tasks(now)


def free_claims(now: datetime, *, idle: str = "") -> int:
    """Free the messages that dead workers had claimed; give up those whose last try never came back.

    Any other claim simply runs out: only a worker with a heart can be known to be dead.
    """
    dead = silent_workers(now) | {idle}
    of_the_dead = Q(claimed_by__in=dead, claimed_until__gt=now)
    last_try_lost = Q(claimed_until__lte=now, attempts__gte=MESSAGE_TRIES)
    lost = OutboxMessage.objects.open().filter(of_the_dead | last_try_lost)
    return sum(_free(message, now) for message in lost)


def _free(message: OutboxMessage, now: datetime) -> int:
    same = OutboxMessage.objects.open().filter(
        pk=message.pk, claimed_by=message.claimed_by, attempts=message.attempts
    )
    return same.update(
        claimed_by="",
        claimed_until=None,
        last_error=WorkerLostError.__name__,
        available_at=now + backoff(message.attempts),
        given_up_at=now if message.attempts >= MESSAGE_TRIES else None,
    )


def take_back_tasks(now: datetime, *, idle: str = "") -> int:
    """Return the tasks of silent workers to the queue, or give them up."""
    alive = living_workers(now) - {idle}
    taken = 0
    for row in DBTaskResult.objects.running():
        worker = row.worker_ids[-1] if row.worker_ids else ""
        just_begun = row.started_at is not None and row.started_at > now - silence()
        if worker in alive or (just_begun and worker != idle):
            continue
        taken += _send_back(row, now, exception_class_path=WORKER_LOST)
    return taken


def retry_failed_tasks(now: datetime) -> int:
    """Return failed tasks to the queue with a growing pause, or give them up."""
    given_up = TaskAttempt.objects.filter(task_id=OuterRef("pk")).exclude(given_up_at=None)
    failed = DBTaskResult.objects.failed().exclude(Exists(given_up))
    return sum(_send_back(row, now, exception_class_path=row.exception_class_path) for row in failed)


def _send_back(row: "DBTaskResult[Any, Any]", now: datetime, *, exception_class_path: str) -> bool:
    with transaction.atomic():
        attempt, _created = TaskAttempt.objects.select_for_update().get_or_create(task_id=row.pk)
        attempt.attempts += 1
        gives_up = attempt.attempts >= TASK_TRIES
        same = DBTaskResult.objects.filter(pk=row.pk, status=row.status, started_at=row.started_at)
        changed = same.update(
            status=TaskResultStatus.FAILED if gives_up else TaskResultStatus.READY,
            run_after=now + backoff(attempt.attempts),
            started_at=None if not gives_up else row.started_at,
            finished_at=now if gives_up else None,
            exception_class_path=exception_class_path,
        )
        if changed:
            attempt.given_up_at = now if gives_up else None
            attempt.save(update_fields=["attempts", "given_up_at"])
    if changed:
        log.warning("worker.task_sent_back", task=row.task_path, attempts=attempt.attempts, given_up=gives_up)
    return bool(changed)
