"""`manage.py work --batch`: everything that is due, once."""

import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lms.audit.context import current_origin
from lms.outbox import worker as worker_module
from lms.outbox.models import Heartbeat, OutboxMessage, TaskAttempt
from lms.outbox.public import publish
from lms.outbox.worker import HouseWorker
from tests.integration.audit.canary import assert_in_no_log_line, tables_with
from tests.integration.outbox.slow import tasks


@pytest.mark.django_db
def test_it_runs_jobs_tasks_and_messages_that_are_due_and_stops(jobs, subscriptions, tmp_path):
    heard, ran = [], []
    subscriptions("x.happened")(lambda message: heard.append(current_origin()))
    jobs("x.look", every=timedelta(hours=1))(ran.append)
    for _ in range(25):
        publish("x.happened", now=timezone.now())
    tasks.note.enqueue(str(tmp_path / "notes"), "done")
    call_command("work", "--batch")
    assert heard == ["werker"] * 25
    assert len(ran) == 1
    assert (tmp_path / "notes").read_text() == "done\n"
    assert not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()
    assert not Heartbeat.objects.exists()


@pytest.mark.django_db
def test_it_leaves_the_signals_of_its_caller_alone(jobs):
    before = signal.getsignal(signal.SIGTERM)
    call_command("work", "--batch")
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.django_db
def test_it_tries_a_failed_task_again_and_keeps_no_words_of_the_error(jobs, tmp_path, caplog, capsys):
    path = str(tmp_path / "notes")
    task = tasks.fail_once.enqueue(path)
    call_command("work", "--batch")
    DBTaskResult.objects.filter(pk=task.id).update(run_after=timezone.now())
    assert TaskAttempt.objects.get(task_id=task.id).attempts == 1
    assert DBTaskResult.objects.get(pk=task.id).exception_class_path == "builtins.ValueError"
    assert_in_no_log_line(capsys, caplog, "Noor de Wit", "noor@example.org")
    assert tables_with("Noor de Wit", "noor@example.org") == set()
    call_command("work", "--batch")
    assert DBTaskResult.objects.get(pk=task.id).status == TaskResultStatus.SUCCESSFUL
    assert (tmp_path / "notes").read_text() == "try\ntry\n"


@pytest.mark.two_connections
@pytest.mark.django_db(transaction=True)
def test_it_waits_and_goes_on_when_the_database_is_away(jobs, subscriptions, monkeypatch):
    heard = []
    subscriptions("x.happened")(heard.append)
    publish("x.happened", now=timezone.now())
    pauses = []
    worker = HouseWorker(interval=0.1, batch=False, worker_id="me")
    tick = worker_module.tick

    def away_at_first(now):
        if not pauses:
            raise OperationalError("the database is away")
        return tick(now)

    def rest(seconds):
        pauses.append(seconds)
        worker.running = len(pauses) < 3

    monkeypatch.setattr(worker_module, "tick", away_at_first)
    monkeypatch.setattr(worker_module.time, "sleep", rest)
    worker.run()
    assert pauses[0] == worker_module.PAUSE_WITHOUT_DATABASE
    assert len(heard) == 1
    assert OutboxMessage.objects.open().count() == 0


@pytest.mark.django_db
def test_it_claims_no_new_task_after_a_signal(jobs, tmp_path):
    tasks.note.enqueue(str(tmp_path / "notes"), "done")
    worker = HouseWorker(interval=0.1, batch=False, worker_id="me")
    worker.running = False
    assert not worker.turn()
    assert not (tmp_path / "notes").exists()
