"""Erase a person: every declared row goes, is made anonymous, or stays for the ground it declares."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.storage import Storage
from django.db import models, transaction
from django.db.models import ProtectedError, QuerySet, RestrictedError

from lms.outbox.public import publish
from lms.privacy import audit
from lms.privacy.registry import rows_of
from lms.privacy.selectors import declared

ERASED_DOMAIN = "gewist.invalid"


class StillActiveError(Exception):
    """The account is in use: it must be switched off first."""


def is_erased(person: Any) -> bool:
    """Say whether this row is only the stub that stays after erasing."""
    return str(person.email).endswith(f"@{ERASED_DOMAIN}")


def erase_person(person: Any, *, actor: Any, now: datetime) -> bool:
    """Erase the personal data of a person whose account is off; False when that was done before.

    What stays is a row without a name (its uuid, so that what is kept stays one person), the log, and what
    an app declared as "keep". Raises StillActiveError for an account that is on.
    """
    with transaction.atomic():
        person = get_user_model()._default_manager.select_for_update().get(pk=person.pk)
        if person.is_active:
            raise StillActiveError
        if is_erased(person):
            return False
        _erase_rows(person, now)
        _empty(person)
        audit.person_erased(person, actor)
        publish("privacy.person_erased", now=now, person=person.uuid)
    return True


def _erase_rows(person: Any, now: datetime) -> None:
    to_delete: list[QuerySet[Any]] = []
    for model, data in declared():
        if model is get_user_model():
            continue
        if data.eraser is not None:
            data.eraser(person, now)
        elif data.erase == "anonymize":
            _plainly(rows_of(model, data, person)).update(**{data.subject: None})
        elif data.erase == "delete":
            to_delete.append(_plainly(rows_of(model, data, person)))
    _delete_all(to_delete)


def _plainly(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the same rows without the guards of an append-only table: they leave room for erasing."""
    return rows.model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))


def _delete_all(pending: list[QuerySet[Any]]) -> None:
    """Delete in whatever order the protections between tables allow."""
    while pending:
        held = [rows for rows in pending if not _deleted(rows)]
        if len(held) == len(pending):
            _delete_one_by_one(held[0])
            held = held[1:]
        pending = held


def _deleted(rows: QuerySet[Any]) -> bool:
    _delete_files_of(rows)
    try:
        with transaction.atomic():
            rows.delete()
    except (ProtectedError, RestrictedError):
        return False
    return True


def _delete_one_by_one(rows: QuerySet[Any]) -> None:
    """Delete rows that protect each other, newest first: a later row points at an earlier one."""
    for row in rows.order_by("-pk"):
        type(row)._base_manager.filter(pk=row.pk).delete()


def _delete_files_of(rows: QuerySet[Any]) -> None:
    fields = [field for field in rows.model._meta.concrete_fields if isinstance(field, models.FileField)]
    for field in fields:
        for name in rows.exclude(**{field.name: ""}).values_list(field.name, flat=True):
            if name:
                _delete_file_afterwards(field.storage, name)


def _delete_file_afterwards(storage: Storage, name: str) -> None:
    transaction.on_commit(lambda: storage.delete(name))


def _empty(person: Any) -> None:
    """Empty every field of the person's own row, also those added later; only the uuid stays."""
    for field in person._meta.concrete_fields:
        if not field.primary_key and field.name != "uuid":
            setattr(person, field.attname, _emptied(field))
    person.email = f"{person.uuid}@{ERASED_DOMAIN}"
    person.is_active = False
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()


def _emptied(field: Any) -> Any:
    if field.null:
        return None
    return field.get_default() if field.has_default() else ""
