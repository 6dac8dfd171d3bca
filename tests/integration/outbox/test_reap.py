"""Taking back what dead workers left, and giving failed tasks another try."""

from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lms.outbox.deliver import claim
from lms.outbox.heartbeat import beat, last_beat, silence
from lms.outbox.models import OutboxMessage, TaskAttempt
from lms.outbox.public import deliver_due, publish
from lms.outbox.reap import WORKER_LOST, reap
from lms.outbox.rules import MESSAGE_TRIES, TASK_TRIES
from tests.integration.outbox.slow.tasks import note

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(hours=2)


def task(*, status: str, worker: str = "", now) -> DBTaskResult:
    """Enqueue a task and put it in a state, as if a worker had begun on it long ago."""
    note.enqueue("nowhere", "x")
    DBTaskResult.objects.update(
        status=status, worker_ids=[worker], started_at=now - LONG_AGO, exception_class_path="builtins.OSError"
    )
    return DBTaskResult.objects.get()


def test_it_puts_the_task_of_a_silent_worker_back(now):
    row = task(status=TaskResultStatus.RUNNING, worker="dead", now=now)
    beat("dead", now - silence())
    assert reap(now) == 1
    row.refresh_from_db()
    assert row.status == TaskResultStatus.READY
    assert row.run_after == now + timedelta(seconds=10)
    assert TaskAttempt.objects.get().attempts == 1


def test_it_puts_the_task_of_a_worker_without_a_heart_back(now):
    task(status=TaskResultStatus.RUNNING, worker="unknown", now=now)
    assert reap(now) == 1


def test_it_leaves_the_long_task_of_a_living_worker_alone(now):
    task(status=TaskResultStatus.RUNNING, worker="alive", now=now)
    beat("alive", now - silence() + timedelta(seconds=1))
    assert reap(now) == 0


def test_it_leaves_a_task_alone_that_began_just_now(now):
    task(status=TaskResultStatus.RUNNING, worker="unknown", now=now)
    DBTaskResult.objects.update(started_at=now - timedelta(seconds=1))
    assert reap(now) == 0


def test_it_takes_back_what_stands_in_the_name_of_a_worker_that_is_idle(now):
    task(status=TaskResultStatus.RUNNING, worker="me", now=now)
    beat("me", now)
    assert reap(now, idle="me") == 1


def test_it_gives_a_task_up_that_kills_every_worker(now):
    row = task(status=TaskResultStatus.RUNNING, worker="dead", now=now)
    for _ in range(TASK_TRIES):
        assert reap(now) == 1
        DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(
            status=TaskResultStatus.RUNNING, started_at=now - LONG_AGO
        )
    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path == WORKER_LOST
    assert TaskAttempt.objects.get().given_up_at == now
    assert reap(now) == 0


def test_it_retries_a_failed_task_with_a_growing_pause_until_it_gives_up(now):
    row = task(status=TaskResultStatus.FAILED, now=now)
    pauses = []
    for _ in range(TASK_TRIES - 1):
        assert reap(now) == 1
        row.refresh_from_db()
        pauses.append((row.run_after - now).total_seconds())
        DBTaskResult.objects.update(status=TaskResultStatus.FAILED)
    assert pauses == [10, 20, 40, 80]
    assert reap(now) == 1
    row.refresh_from_db()
    assert (row.status, row.exception_class_path) == (TaskResultStatus.FAILED, "builtins.OSError")
    assert TaskAttempt.objects.get().given_up_at == now
    assert reap(now) == 0


@pytest.fixture
def claimed(now, subscriptions) -> OutboxMessage:
    """A message that the worker "dead" has claimed."""
    subscriptions("x.happened")(lambda message: None)
    publish("x.happened", now=now)
    message = OutboxMessage.objects.get()
    assert claim(message, "dead", now)
    return message


def test_it_frees_the_claim_of_a_silent_worker_before_it_runs_out(now, claimed):
    beat("dead", now)
    soon = now + silence()
    assert deliver_due(soon) == 0
    assert reap(soon) == 1
    assert deliver_due(soon) == 0, "not before the pause is over"
    assert deliver_due(soon + timedelta(seconds=10)) == 1


def test_it_lets_the_claim_of_a_living_or_unknown_worker_run_out(now, claimed):
    assert reap(now + timedelta(seconds=90)) == 0
    beat("dead", now + timedelta(seconds=90))
    assert reap(now + timedelta(seconds=90)) == 0


@pytest.mark.parametrize("later", [timedelta(seconds=60), timedelta(hours=1)])
def test_it_gives_a_message_up_that_kills_every_worker(now, claimed, later):
    beat("dead", now)
    OutboxMessage.objects.update(attempts=MESSAGE_TRIES)
    assert deliver_due(now + later) == 0
    assert reap(now + later) == 1
    claimed.refresh_from_db()
    assert claimed.given_up_at == now + later
    assert claimed.last_error == "WorkerLostError"


def test_it_tells_when_a_worker_was_last_heard_of(now):
    assert last_beat() is None
    beat("old", now - timedelta(hours=1))
    beat("new", now)
    assert last_beat() == now
