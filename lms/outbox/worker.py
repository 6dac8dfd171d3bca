"""The one background process: runs tasks, and between two tasks does what keeps the house going."""

import time
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from lms.outbox.deliver import deliver_due
from lms.outbox.heartbeat import Heart
from lms.outbox.reap import reap
from lms.outbox.schedule import tick

MESSAGES_PER_TURN = 10  # few, so that a signal to stop and a waiting task are heard soon
REAP_EVERY = timedelta(seconds=5)
PAUSE_WITHOUT_DATABASE = 5.0
log = structlog.get_logger(__name__)


class HouseWorker(Worker):
    """django-tasks-db's worker with a heart, a schedule, the outbox and a reaper.

    `batch`: do everything that is due now, then stop. A signal to stop lets the piece of work at hand end.
    """

    def __init__(self, *, interval: float, batch: bool, worker_id: str = "") -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id or get_random_string(32),
        )
        self._reaped_at: datetime | None = None

    def run(self) -> None:
        """Work until told to stop, or in a batch until nothing is due."""
        log.info("worker.started", worker=self.worker_id)
        with Heart(self.worker_id):
            while self.running:
                pause = self._guarded_turn()
                if self.batch and pause:
                    break
                if self.running and pause:
                    time.sleep(pause)
        log.info("worker.stopped", worker=self.worker_id)

    def _guarded_turn(self) -> float:
        """Do one turn; return how long to wait before the next, longer while the database is away."""
        if not self.batch:  # a batch is over before a connection grows old
            close_old_connections()
        self.running_task = True  # a signal now lets the turn end instead of cutting it off
        try:
            return 0.0 if self.turn() else self.interval
        except (DatabaseError, InterfaceError) as error:
            if self.batch:
                raise
            log.warning("worker.database_away", error=type(error).__name__)
            connections.close_all()
            return max(self.interval, PAUSE_WITHOUT_DATABASE)
        finally:
            self.running_task = False

    def turn(self) -> bool:
        """Tend the house, then run one task; say whether there was anything to do."""
        tended = self._tend(timezone.now())
        return self._run_one() or tended

    def _tend(self, now: datetime) -> bool:
        done = len(tick(now)) + deliver_due(now, limit=MESSAGES_PER_TURN, worker=self.worker_id)
        if self.batch or self._reaped_at is None or now - self._reaped_at >= REAP_EVERY:
            self._reaped_at = now
            done += reap(now, idle=self.worker_id)
        return done > 0

    def _run_one(self) -> bool:
        row = self._claim_task() if self.running else None
        if row is None:
            return False
        self.run_task(row)
        self.running_task = True
        return True

    def _claim_task(self) -> "DBTaskResult[Any, Any] | None":
        ready = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        with exclusive_transaction(ready.db):
            row = ready.get_locked()
            if row is not None:
                row.claim(self.worker_id)
        return row
