"""Two workers tick and claim at the same moment."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from lms.outbox.models import OutboxMessage, ScheduledRun
from lms.outbox.public import deliver_due, publish, tick

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def at_once(work, times=4):
    """Run the same work in several threads that start together; return their results."""
    start, results = threading.Barrier(times), []

    def run():
        start.wait()
        try:
            results.append(work())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_it_hands_a_job_out_once_when_two_workers_tick(now, jobs):
    jobs("x.look", every=timedelta(minutes=5))(lambda now: None)
    ScheduledRun.objects.create(name="x.look", due_at=now)
    results = at_once(lambda: tick(now))
    assert sorted(results) == [[], [], [], ["x.look"]]
    assert DBTaskResult.objects.count() == 1


def test_it_enters_a_new_job_once_when_two_workers_tick(now, jobs):
    jobs("x.look", every=timedelta(minutes=5))(lambda now: None)
    assert sorted(at_once(lambda: tick(now))) == [[], [], [], ["x.look"]]
    assert DBTaskResult.objects.count() == 1


def test_it_delivers_each_message_to_one_worker(now, subscriptions):
    heard = []
    subscriptions("x.happened")(lambda message: heard.append(message.event))
    events = {publish("x.happened", now=now) for _ in range(8)}
    assert sum(at_once(lambda: deliver_due(now))) == 8
    assert len(heard) == 8
    assert set(heard) == events
    assert not OutboxMessage.objects.open().exists()
