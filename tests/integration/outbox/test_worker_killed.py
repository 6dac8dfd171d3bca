"""Real workers in processes of their own, on a real database: killed, stopped politely, taken over."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lms.outbox.models import Heartbeat, OutboxMessage, TaskAttempt
from lms.outbox.public import publish
from tests.integration.outbox.slow import tasks
from tests.integration.outbox.slow.consumers import TOPIC

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60


def wait_for(happened: Callable[[], bool], what: str) -> None:
    """Wait until something is so, and fail with its name when it takes too long."""
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until, f"waited in vain for: {what}"
        time.sleep(0.1)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """The file in which the slow code says what it does."""
    path = tmp_path / "notes"
    path.touch()
    return path


def words(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split()


@pytest.fixture
def start_worker(notes: Path, jobs) -> Iterator[Callable[..., subprocess.Popen]]:
    """Start `manage.py work` on the test's database; whatever still runs at the end is ended."""
    started = []
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.integration.outbox.slow.settings",
        "WORKER_DATABASE": str(connection.settings_dict["NAME"]),
        "WORKER_SILENT_AFTER": "2",
        "SLOW_FILE": str(notes),
        "PYTHONPATH": str(ROOT),
    }

    def start(*, slow: float = 0) -> subprocess.Popen:
        command = [sys.executable, "manage.py", "work", "--interval", "0.1"]
        worker = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**env, "SLOW_SECONDS": str(slow)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(worker)
        return worker

    yield start
    for worker in started:
        if worker.poll() is None:
            worker.kill()
        worker.wait()


def test_it_completes_a_task_once_after_its_worker_was_killed(start_worker, notes):
    task = tasks.sleep.enqueue(str(notes), 3)
    first = start_worker()
    wait_for(lambda: words(notes) == ["begin"], "the task to begin")
    first.send_signal(signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL
    assert DBTaskResult.objects.get(pk=task.id).status == TaskResultStatus.RUNNING, "left behind as running"

    start_worker()
    done = DBTaskResult.objects.filter(pk=task.id, status=TaskResultStatus.SUCCESSFUL)
    wait_for(done.exists, "the task to be done by the second worker")
    assert words(notes) == ["begin", "begin", "end"]
    assert len(set(done.get().worker_ids)) == 2
    assert TaskAttempt.objects.get(task_id=task.id).attempts == 1


def test_it_does_not_take_a_long_task_from_a_worker_that_lives(start_worker, notes):
    task = tasks.sleep.enqueue(str(notes), 6)
    start_worker()
    wait_for(lambda: words(notes) == ["begin"], "the task to begin")
    start_worker()
    done = DBTaskResult.objects.filter(pk=task.id, status=TaskResultStatus.SUCCESSFUL)
    wait_for(done.exists, "the task to be done")
    assert words(notes) == ["begin", "end"]
    assert not TaskAttempt.objects.exists()


def test_it_delivers_a_message_once_after_its_worker_was_killed(start_worker, notes):
    publish(TOPIC, now=timezone.now())
    first = start_worker(slow=30)
    wait_for(lambda: words(notes) == ["begin"], "the delivery to begin")
    first.send_signal(signal.SIGKILL)
    first.wait()
    message = OutboxMessage.objects.get()
    assert message.claimed_by, "left behind as claimed"
    assert not TaskAttempt.objects.exists(), "what it wrote is undone"

    start_worker()
    wait_for(OutboxMessage.objects.exclude(done_at=None).exists, "the message to be delivered")
    assert words(notes) == ["begin", "begin", "end"]
    assert TaskAttempt.objects.count() == 1
    assert OutboxMessage.objects.get().attempts == 2


def test_it_ends_the_task_at_hand_when_asked_to_stop(start_worker, notes):
    tasks.sleep.enqueue(str(notes), 2)
    tasks.note.enqueue(str(notes), "next")
    worker = start_worker()
    wait_for(lambda: words(notes) == ["begin"], "the task to begin")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=PATIENCE) == 0
    assert words(notes) == ["begin", "end"], "the task at hand is done, the next one waits"
    assert not Heartbeat.objects.exists()
    assert DBTaskResult.objects.ready().count() >= 1
