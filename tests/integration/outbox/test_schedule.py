"""The schedule hands out what is due, once."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from lms.outbox.models import ScheduledRun
from lms.outbox.public import run_scheduled, scheduled_jobs, tick

pytestmark = pytest.mark.django_db


def waiting() -> list[str]:
    tasks = DBTaskResult.objects.filter(task_path=run_scheduled.module_path)
    return [task.args_kwargs["args"][0] for task in tasks.order_by("enqueued_at")]


def test_it_hands_a_repeating_job_out_at_once_and_then_at_its_pace(now, jobs):
    jobs("x.look", every=timedelta(minutes=5))(lambda now: None)
    assert tick(now) == ["x.look"]
    assert tick(now + timedelta(minutes=4)) == []
    assert tick(now + timedelta(minutes=5)) == ["x.look"]
    assert waiting() == ["x.look", "x.look"]


def test_it_hands_a_daily_job_out_at_its_time_in_almere(now, jobs):
    jobs("x.tidy", daily_at=time(3, 0))(lambda now: None)
    assert tick(now) == []
    assert ScheduledRun.objects.get().due_at == datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    assert tick(datetime(2026, 11, 23, 2, 0, tzinfo=UTC)) == ["x.tidy"]


def test_it_runs_once_after_days_without_a_worker(now, jobs):
    jobs("x.tidy", daily_at=time(3, 0))(lambda now: None)
    tick(now)
    assert tick(now + timedelta(days=4)) == ["x.tidy"]
    assert tick(now + timedelta(days=4)) == []


def test_it_gives_a_job_the_moment_at_which_it_runs(jobs):
    ran = []
    jobs("x.look", every=timedelta(minutes=5))(ran.append)
    run_scheduled.call("x.look")
    assert ran[0].tzinfo is not None


def test_it_refuses_two_jobs_with_one_name(jobs):
    jobs("x.look", every=timedelta(minutes=5))(lambda now: None)
    with pytest.raises(ValueError, match=r"x\.look"):
        jobs("x.look", every=timedelta(minutes=5))(lambda now: None)


def test_it_asks_one_question_when_nothing_is_due(now, jobs, django_assert_num_queries):
    for name in "abc":
        jobs(f"x.{name}", daily_at=time(3, 0))(lambda now: None)
    tick(now)
    with django_assert_num_queries(1):
        tick(now)


def test_it_knows_the_jobs_of_the_floors():
    assert {"outbox.prune", "audit.remove_old_entries", "accounts.clear_expired_sessions"} <= set(
        scheduled_jobs()
    )
