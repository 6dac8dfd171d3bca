"""Tables of the transactional outbox: what must still be told to whom, and what runs on a schedule."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q


class OutboxMessageQuerySet(models.QuerySet["OutboxMessage"]):
    """Reads that the deliverer and the give-up page use."""

    def due(self, now: datetime) -> "OutboxMessageQuerySet":
        """Messages that may be tried now: not done, not given up, their waiting time over."""
        return self.open().filter(available_at__lte=now).order_by("available_at", "id")

    def unclaimed(self, now: datetime) -> "OutboxMessageQuerySet":
        """Messages that no worker holds, or whose claim has run out."""
        return self.filter(Q(claimed_until=None) | Q(claimed_until__lte=now))

    def open(self) -> "OutboxMessageQuerySet":
        """Messages that still have to be told, now or later."""
        return self.filter(done_at=None, given_up_at=None)

    def given_up(self) -> "OutboxMessageQuerySet":
        """Messages that failed too often and wait for a person."""
        return self.exclude(given_up_at=None)


class OutboxMessage(models.Model):
    """One event for one consumer. The body is thin: ids only, never a name or an address."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.UUIDField(help_text="the same for every consumer of one event")
    topic = models.CharField(max_length=100)
    consumer = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField(default=1)
    ids = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    available_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_by = models.CharField(max_length=64, blank=True)
    claimed_until = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["available_at", "id"],
                name="outbox_open_idx",
                condition=Q(done_at=None, given_up_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} → {self.consumer}"


class Heartbeat(models.Model):
    """When a worker was last seen alive: the reaper takes back what a silent one had claimed."""

    worker_id = models.CharField(max_length=64, unique=True)
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.worker_id


class TaskAttempt(models.Model):
    """How often a background task was tried, beside the task's own row that the library keeps."""

    task_id = models.UUIDField(unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    given_up_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.task_id)


class ScheduledRun(models.Model):
    """When a job of the schedule is due; the row is the lock that hands it out once."""

    name = models.CharField(max_length=100, unique=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
