"""The façade over Wagtail's log: the six fields of BIO2 8.15.01 in one call.

action (`action`), object (`content_type` + `object_id`), result (`data.result`), origin (`data.origin`),
actor (`user`), time (`timestamp`).
"""

import re
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import LazyObject, empty
from wagtail.log_actions import get_active_log_context, registry

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
    registry.scan_for_actions()
    if not registry.action_exists(action):
        raise ValidationError(f"the action {action!r} is not registered")
    if subject.pk is None:
        raise ValueError("a log entry needs a saved subject")
    entry = _entry(subject)
    entry.action = action
    entry.user = _unwrapped(actor) if actor is not None and actor.is_authenticated else None
    entry.data = {"result": str(result), "origin": current_origin(), **_checked(detail)}
    # One statement: the log's own save() first asks the database whether each foreign key is there.
    models.Model.save(entry, force_insert=True)


def _entry(subject: models.Model) -> Any:
    model = registry.get_log_model_for_instance(subject)
    if model is None:  # Wagtail passes over what it does not know; a log may not
        raise TypeError(f"{type(subject).__name__} cannot be logged")
    about = {"page": subject} if hasattr(model, "page") else {"object_id": str(subject.pk)}
    return model(
        content_type=ContentType.objects.get_for_model(subject, for_concrete_model=False),
        label=label_of(subject),
        timestamp=timezone.now(),
        uuid=get_active_log_context().uuid,
        **about,
    )


def label_of(subject: models.Model) -> str:
    """Return what the log calls a thing: its kind and its outside id, never its name."""
    return f"{subject._meta.label_lower}:{getattr(subject, 'uuid', subject.pk)}"


def _unwrapped(thing: Any) -> Any:
    """Return the model behind `request.user`: it may be lazy twice, and Wagtail looks one layer deep."""
    while isinstance(thing, LazyObject):
        if thing._wrapped is empty:
            thing._setup()
        thing = thing._wrapped
    return thing


def _checked(detail: dict[str, Detail]) -> dict[str, Detail]:
    for name, value in detail.items():
        if isinstance(value, str) and not A_CODE.fullmatch(value):
            raise ValueError(f"{name!r} of a log entry must be an id or a code")  # not repeating the value
        if name in {"result", "origin"}:
            raise ValueError(f"{name!r} is a field of every log entry")
    return detail
