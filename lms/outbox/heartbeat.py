"""A worker shows that it lives, from a thread of its own so that a long task does not look dead."""

import threading
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

import structlog
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from lms.outbox.models import Heartbeat

BEATS_PER_SILENCE = 6
log = structlog.get_logger(__name__)


def silence() -> timedelta:
    """Return after how long without a beat a worker counts as dead (setting WORKER_SILENT_AFTER, seconds)."""
    return timedelta(seconds=settings.WORKER_SILENT_AFTER)


def beat(worker_id: str, now: datetime) -> None:
    """Write down that this worker lives."""
    Heartbeat.objects.update_or_create(worker_id=worker_id, defaults={"beat_at": now})


def living_workers(now: datetime) -> set[str]:
    """Return the ids of the workers that were heard of lately."""
    heard = Heartbeat.objects.filter(beat_at__gt=now - silence())
    return set(heard.values_list("worker_id", flat=True))


def silent_workers(now: datetime) -> set[str]:
    """Return the ids of the workers that were known and have gone silent."""
    silent = Heartbeat.objects.filter(beat_at__lte=now - silence())
    return set(silent.values_list("worker_id", flat=True))


def last_beat() -> datetime | None:
    """Return when any worker was last heard of, or None: for the health page."""
    newest = Heartbeat.objects.order_by("-beat_at").values_list("beat_at", flat=True)
    return newest.first()


class Heart:
    """Beats while the `with` block runs, several times in the silence that counts as death."""

    def __init__(self, worker_id: str) -> None:
        self.worker_id = worker_id
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._beat_on, name="heart", daemon=True)

    def __enter__(self) -> Self:
        beat(self.worker_id, timezone.now())
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._thread.join(timeout=silence().total_seconds())
        try:
            Heartbeat.objects.filter(worker_id=self.worker_id).delete()
        except (DatabaseError, InterfaceError) as gone:
            log.warning("worker.farewell_failed", error=type(gone).__name__)

    def _beat_on(self) -> None:
        pause = silence().total_seconds() / BEATS_PER_SILENCE
        try:
            while not self._stopped.wait(pause):
                self._beat_once()
        finally:
            connection.close()

    def _beat_once(self) -> None:
        try:
            beat(self.worker_id, timezone.now())
        except (DatabaseError, InterfaceError) as error:  # the next beat tries again on a new connection
            log.warning("worker.beat_failed", error=type(error).__name__)
            connection.close()
