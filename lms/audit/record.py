"""The façade over Wagtail's log: the six fields of BIO2 8.15.01 in one call.

action (`action`), object (`content_type` + `object_id`), result (`data.result`), origin (`data.origin`),
actor (`user`), time (`timestamp`).
"""

from enum import StrEnum
from typing import Any

from django.db import models
from wagtail.log_actions import log

from lms.audit.context import current_origin


class Result(StrEnum):
    """How the action ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


def record(
    action: str,
    *,
    subject: models.Model,
    actor: Any,
    result: Result = Result.DONE,
    **detail: str | int | bool | None,
) -> None:
    """Write one log entry, in the caller's transaction.

    `action` is `app.noun_verbed` and must be registered (see `ACTIONS` in each app's audit.py); `subject` is
    what it happened to: the person, when it is about a person, so that the person can read it back; `actor`
    is the user or None for the system. `detail` holds ids and codes, never names, answers or addresses.
    """
    log(
        subject,
        action,
        user=actor if actor is not None and actor.is_authenticated else None,
        title=f"{subject._meta.label_lower}:{getattr(subject, 'uuid', subject.pk)}",
        data={"result": str(result), "origin": current_origin(), **detail},
    )
