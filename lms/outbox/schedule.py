"""The schedule: jobs that come back by themselves. Due is handed out once and becomes an ordinary task.

As a task it gets for free what every task has: another try after a failure or a killed worker, and a place
on the give-up page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from lms.outbox.models import ScheduledRun
from lms.outbox.rules import Rhythm, first_run, next_run

Job = Callable[[datetime], None]


@dataclass(frozen=True)
class ScheduledJob:
    """A job with its name and rhythm."""

    name: str
    rhythm: Rhythm
    run: Job


_jobs: dict[str, ScheduledJob] = {}


def scheduled(
    name: str, *, every: timedelta | None = None, daily_at: time | None = None
) -> Callable[[Job], Job]:
    """Put a job on the schedule, `every` so long or `daily_at` a time of day in the installation's time zone.

    The job gets `now` and must be idempotent. Write it in an app's `tasks.py`; `name` is `app.verb_noun`.
    Raises ValueError when another job has that name already.
    """
    rhythm = Rhythm(every, daily_at)

    def register(job: Job) -> Job:
        if name in _jobs and _jobs[name].run is not job:
            raise ValueError(f"two jobs are called {name}")
        _jobs[name] = ScheduledJob(name, rhythm, job)
        return job

    return register


def scheduled_jobs() -> dict[str, ScheduledJob]:
    """Return a copy of the schedule by name."""
    return dict(_jobs)


def tick(now: datetime) -> list[str]:
    """Hand out the jobs that are due, each once however many workers tick; return their names."""
    due_at = dict(ScheduledRun.objects.filter(name__in=_jobs).values_list("name", "due_at"))
    return [
        job.name for job in _jobs.values() if _hand_out(job, due_at.get(job.name) or _enter(job, now), now)
    ]


def _enter(job: ScheduledJob, now: datetime) -> datetime:
    due_at = first_run(job.rhythm, now, timezone.get_default_timezone())
    row, _created = ScheduledRun.objects.get_or_create(name=job.name, defaults={"due_at": due_at})
    return row.due_at


def _hand_out(job: ScheduledJob, due_at: datetime, now: datetime) -> bool:
    if due_at > now:
        return False
    later = next_run(job.rhythm, now, timezone.get_default_timezone())
    with transaction.atomic():
        mine = ScheduledRun.objects.filter(name=job.name, due_at=due_at).update(due_at=later)
        if mine:
            run_scheduled.enqueue(job.name)
    return bool(mine)


@task()
def run_scheduled(name: str) -> None:
    """Run one job of the schedule now. Raises KeyError when the code no longer has it."""
    _jobs[name].run(timezone.now())
