"""Every model says which personal data it holds, or that it holds none (architecture.md: privacy).

Each app has a `privacy.py` with calls of `register`; they are found at start-up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

Rows = Iterable[dict[str, Any]]


@dataclass(frozen=True)
class PersonalData:
    """What a model holds about people.

    `holds`: the kind of data in a few Dutch words ("" = none); `subject`: the lookup from the model to the
    person ("user", "enrollment__user"); `keep`: how long, in Dutch; `fields`: what the person's own download
    shows; `erase`: "delete" the rows, "anonymize" (the foreign key is emptied) or "keep" with the ground in `keep`.
    """

    holds: str = ""
    subject: str = ""
    keep: str = ""
    fields: tuple[str, ...] = ()
    erase: str = "delete"
    export: Callable[[Any], Rows] | None = None


NONE = PersonalData()
_registry: dict[type[models.Model], PersonalData] = {}


def register(model: type[models.Model], data: PersonalData = NONE) -> None:
    """Declare what a model holds; a second declaration is a mistake."""
    if model in _registry:
        raise ValueError(f"{model._meta.label} is declared twice")
    _registry[model] = data


def declarations() -> dict[type[models.Model], PersonalData]:
    """Return a copy of all declarations."""
    return dict(_registry)
