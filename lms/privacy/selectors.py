"""What we hold about one person: told per kind, exported, and counted before it is erased."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.privacy.registry import PersonalData, Words, declarations, rows_of

WHAT_ERASING_DOES: dict[str, Words] = {
    "delete": _("We wissen dit."),
    "anonymize": _("We halen de naam weg. De rest blijft."),
    "keep": _("We bewaren dit."),
}


@dataclass(frozen=True)
class Kind:
    """One kind of data: what it is, what for, how long, how many pieces of it, and what erasing does."""

    holds: Words
    why: Words
    keep: Words
    number: int
    on_erasure: Words


def declared() -> Iterator[tuple[type[models.Model], PersonalData]]:
    """Yield the models that hold personal data, in the order of what they hold."""
    holding = [(model, data) for model, data in declarations().items() if not data.is_none]
    yield from sorted(holding, key=lambda pair: (str(pair[1].holds), pair[0]._meta.label))


def kinds_held(person: Any) -> list[Kind]:
    """Return every kind of data with how much of it we hold about this person; one query per kind."""
    return [
        Kind(
            data.holds,
            data.why,
            data.keep,
            rows_of(model, data, person).count(),
            WHAT_ERASING_DOES[data.erase],
        )
        for model, data in declared()
    ]


def export_of(person: Any, now: datetime) -> dict[str, Any]:
    """Return everything we hold about a person, ready for JSON (AVG art. 15 and 20)."""
    return {
        "gemaakt_op": now,
        "persoon": person.uuid,
        "gegevens": [
            {
                "soort": data.holds,
                "waarom": data.why,
                "bewaren": data.keep,
                "bron": model._meta.label,
                "regels": exported_rows(model, data, person),
            }
            for model, data in declared()
        ],
    }


def exported_rows(model: type[models.Model], data: PersonalData, person: Any) -> list[dict[str, Any]]:
    """Return the lines of one kind: by the model's own export, else the declared fields of its rows."""
    if data.export is not None:
        return list(data.export(person))
    return list(rows_of(model, data, person).values(*data.fields)) if data.fields else []
