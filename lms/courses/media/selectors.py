"""Pictures, recordings and documents by their uid, of whatever kind, in one query."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, IntegerField, QuerySet, TextField, UUIDField, Value
from django.db.models.functions import Coalesce

from lms.courses.media.medium import Medium
from lms.courses.media.models import CourseDocument, Picture, Recording

NO_UID = Value(None, output_field=UUIDField(null=True))
NO_TEXT = Value("", output_field=TextField())
NO_NUMBER = Value(0, output_field=IntegerField())
SHARED = ("uid", "pk", "title", "file", "description", "licence", "credit")
REFERENCES = ("picture", "recording", "file")
"""The fields of a stored block that name a medium."""


def media_by_uid(uids: Iterable[UUID | str]) -> dict[UUID, Medium]:
    """Return what is there of these media; one query, none when nothing is asked. Odd ids are skipped."""
    wanted = {uid for uid in map(as_uid, uids) if uid is not None}
    if not wanted:
        return {}
    rows = _pictures(wanted).union(_recordings(wanted), _documents(wanted), all=True)
    return {row[1]: Medium(*row) for row in rows}


def references_in(blocks: Iterable[Any]) -> set[UUID]:
    """Return the ids of the media that these stored blocks refer to, also of those that are gone."""
    values = (block["value"] for block in blocks)
    found = (as_uid(value.get(name)) for value in values if isinstance(value, dict) for name in REFERENCES)
    return {uid for uid in found if uid is not None}


def as_uid(value: object) -> UUID | None:
    """Return a stored value as an id, or None when it is none."""
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        return None


def _rows(rows: "QuerySet[Any]", kind: Any, *rest: Any) -> "QuerySet[Any, Any]":
    names = ("of_kind", *SHARED, *(f"extra_{number}" for number in range(len(rest))))
    extra = {f"extra_{number}": one for number, one in enumerate(rest)}
    return rows.order_by().annotate(of_kind=kind, **extra).values_list(*names)


def _pictures(uids: set[UUID]) -> "QuerySet[Any, Any]":
    rows = Picture.objects.filter(uid__in=uids)
    size = Coalesce(F("file_size"), NO_NUMBER)
    kind = Value("picture", output_field=CharField())
    return _rows(rows, kind, F("width"), F("height"), size, NO_TEXT, NO_TEXT, NO_UID, NO_TEXT)


def _recordings(uids: set[UUID]) -> "QuerySet[Any, Any]":
    rows = Recording.objects.filter(uid__in=uids)
    poster = Coalesce(F("poster__file"), NO_TEXT, output_field=TextField())
    return _rows(
        *(rows, F("kind"), NO_NUMBER, NO_NUMBER, NO_NUMBER),
        *(F("transcript"), F("captions"), F("poster__uid"), poster),
    )


def _documents(uids: set[UUID]) -> "QuerySet[Any, Any]":
    rows = CourseDocument.objects.filter(uid__in=uids)
    size = Coalesce(F("file_size"), NO_NUMBER)
    kind = Value("document", output_field=CharField())
    return _rows(rows, kind, NO_NUMBER, NO_NUMBER, size, NO_TEXT, NO_TEXT, NO_UID, NO_TEXT)
