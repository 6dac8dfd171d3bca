"""What was given up and waits for a person."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django_tasks_db.models import DBTaskResult

from lms.outbox.models import OutboxMessage, TaskAttempt
from lms.outbox.schedule import run_scheduled

SHOWN = 100
MESSAGE = "bericht"
TASK = "taak"


@dataclass(frozen=True)
class GivenUp:
    """One line of the page. `kind` is MESSAGE or TASK; `error` is the kind of error, never its text."""

    kind: str
    uuid: uuid.UUID
    what: str
    who: str
    error: str
    at: datetime
    attempts: int


@dataclass(frozen=True)
class GiveUpList:
    """The newest lines and how many there are in all."""

    lines: list[GivenUp]
    total: int

    @property
    def is_cut_off(self) -> bool:
        """Say whether there are more lines than shown."""
        return self.total > len(self.lines)


def given_up() -> GiveUpList:
    """Return what was given up, newest first, at most SHOWN lines."""
    messages = OutboxMessage.objects.given_up().filter(done_at=None)
    attempts = TaskAttempt.objects.exclude(given_up_at=None)
    newest = [_message_line(m) for m in messages.order_by("-given_up_at")[:SHOWN]] + _task_lines(attempts)
    newest.sort(key=lambda line: line.at, reverse=True)
    return GiveUpList(newest[:SHOWN], messages.count() + attempts.count())


def _message_line(message: OutboxMessage) -> GivenUp:
    assert message.given_up_at is not None
    return GivenUp(
        MESSAGE,
        message.uuid,
        message.topic,
        message.consumer,
        message.last_error,
        message.given_up_at,
        message.attempts,
    )


def _task_lines(attempts: Any) -> list[GivenUp]:
    newest = {attempt.task_id: attempt for attempt in attempts.order_by("-given_up_at")[:SHOWN]}
    rows = DBTaskResult.objects.filter(pk__in=list(newest)).values_list(
        "pk", "task_path", "args_kwargs", "exception_class_path"
    )
    return [
        GivenUp(
            TASK,
            pk,
            path.rpartition(".")[2],
            _who(path, given["args"]),
            error.rpartition(".")[2],
            newest[pk].given_up_at,
            newest[pk].attempts,
        )
        for pk, path, given, error in rows
    ]


def _who(path: str, given: list[Any]) -> str:
    """Return the job's name for the task that runs jobs, else the module: other arguments are not shown."""
    return str(given[0]) if path == run_scheduled.module_path and given else path.rpartition(".")[0]
