"""The façade over Wagtail's log: the six fields of BIO2 8.15.01 in one call.

action (`action`), object (`content_type` + `object_id`), result (`data.result`), origin (`data.origin`),
actor (`user`), time (`timestamp`).
"""

import re
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.functional import LazyObject, empty  # type: ignore[attr-defined]
from wagtail.log_actions import log

from lms.audit.context import current_origin

Detail = str | int | bool | date | UUID | None
A_CODE = re.compile(r"[\w.:+/-]{0,100}")


class Result(StrEnum):
    """How the action ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


def record(
    action: str, *, subject: models.Model, actor: Any, result: Result = Result.DONE, **detail: Detail
) -> None:
    """Write one log entry, in the caller's transaction.

    `action` is `app.noun_verbed` and must be registered (see `register_actions` in each app's audit.py),
    else ValidationError; `subject` is what it happened to: the person, when it is about a person, so that
    the person can read it back; `actor` is the user or None for the system. `detail` holds ids and codes:
    ValueError for anything that reads like a name, an answer or an address (BIO2 8.15.02, domain.md §6.1).
    """
    subject = _unwrapped(subject)
    entry = log(
        subject,
        action,
        user=_unwrapped(actor) if actor is not None and actor.is_authenticated else None,
        title=label_of(subject),
        data={"result": str(result), "origin": current_origin(), **_checked(detail)},
    )
    if entry is None:  # Wagtail passes over what it does not know; a log may not
        raise TypeError(f"{type(subject).__name__} cannot be logged")


def label_of(subject: models.Model) -> str:
    """Return what the log calls a thing: its kind and its outside id, never its name."""
    return f"{subject._meta.label_lower}:{getattr(subject, 'uuid', subject.pk)}"


def _unwrapped(thing: Any) -> Any:
    """Return the model behind `request.user`, which may be lazy more than once: Wagtail looks one layer deep."""
    while isinstance(thing, LazyObject):
        if thing._wrapped is empty:  # type: ignore[attr-defined]
            thing._setup()
        thing = thing._wrapped  # type: ignore[attr-defined]
    return thing


def _checked(detail: dict[str, Detail]) -> dict[str, Detail]:
    for name, value in detail.items():
        if isinstance(value, str) and not A_CODE.fullmatch(value):
            raise ValueError(f"{name!r} of a log entry must be an id or a code")  # not repeating the value
        if name in {"result", "origin"}:
            raise ValueError(f"{name!r} is a field of every log entry")
    return detail
