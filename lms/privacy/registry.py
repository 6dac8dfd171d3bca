"""Every model says which personal data it holds, or that it holds none (architecture.md: privacy).

Each app has a `privacy.py` with calls of `register`; they are found at start-up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import QuerySet
from django.utils.functional import Promise

Rows = Iterable[dict[str, Any]]
Words = str | Promise
WAYS_TO_ERASE = frozenset({"delete", "anonymize", "keep"})


@dataclass(frozen=True)
class PersonalData:
    """What a model holds about people.

    `holds`: the kind of data in a few Dutch words ("" = none); `why`: what it is for, one Dutch sentence;
    `subject`: the lookup from the model to the person ("user", "enrollment__user"), or "self" for the
    person's own row; `keep`: how long, in Dutch; `fields`: what the person's own download shows; `erase`:
    "delete" the rows, "anonymize" (the foreign key is emptied) or "keep" with the ground in `keep`.

    For what the defaults cannot say: `find` returns a person's rows where no lookup leads to the person;
    `export` returns what the download shows; `eraser` does the erasure itself, instead of the default.
    Raises ValueError for another way to erase.
    """

    holds: Words = ""
    subject: str = ""
    keep: Words = ""
    fields: tuple[str, ...] = ()
    erase: str = "delete"
    export: Callable[[Any], Rows] | None = None
    why: Words = ""
    find: Callable[[Any], "QuerySet[Any]"] | None = None
    eraser: Callable[[Any, datetime], None] | None = None

    def __post_init__(self) -> None:
        if self.erase not in WAYS_TO_ERASE:
            raise ValueError(f"erase is one of {', '.join(sorted(WAYS_TO_ERASE))}, not {self.erase!r}")

    @property
    def is_none(self) -> bool:
        """Say whether the model holds no personal data."""
        return not self.holds


NONE = PersonalData()
_registry: dict[type[models.Model], PersonalData] = {}


def register(model: type[models.Model], data: PersonalData = NONE) -> None:
    """Declare what a model holds; a second declaration is a mistake (ValueError)."""
    if model in _registry:
        raise ValueError(f"{model._meta.label} is declared twice")
    _registry[model] = data


def declarations() -> dict[type[models.Model], PersonalData]:
    """Return a copy of all declarations."""
    return dict(_registry)


def rows_of(model: type[models.Model], data: PersonalData, person: Any) -> "QuerySet[Any]":
    """Return the rows of a model that are about a person, oldest first; none where no way leads to them."""
    rows = model._default_manager.all()
    if data.find is not None:
        return data.find(person).order_by("pk")
    if data.subject == "self" or model is get_user_model():
        return rows.filter(pk=person.pk)
    return rows.filter(**{data.subject: person}).order_by("pk") if data.subject else rows.none()
