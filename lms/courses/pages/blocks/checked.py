"""Blocks with rules over several fields. A draft may still break them; what goes online may not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

Complaints = Mapping[str, Any]
"""A sentence, or an error inside a list, by the name of the field it stands at."""


class CheckedBlock(blocks.StructBlock):
    """Base of a block that says, by field, what is not right yet."""

    def clean(self, value: Any) -> Any:
        """Refuse what `complaints` names; not while a draft is kept."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            refuse(self.complaints(cleaned))
        return cleaned

    def complaints(self, value: Any) -> Complaints:
        """Return what is wrong by field; each field by itself is right already."""
        raise NotImplementedError


def code_block() -> blocks.CharBlock:
    """Return the field for the name that people use for an exercise."""
    return blocks.CharBlock(
        required=False,
        max_length=20,
        label=_("Code"),
        help_text=_("De naam op papier en in de groep, zoals Q5.1. Gebruik elke code één keer."),
    )


def refuse(complaints: Complaints) -> None:
    """Raise what is wrong, each at its field; nothing wrong raises nothing."""
    if complaints:
        raise error_in(complaints)


def error_in(complaints: Complaints) -> blocks.StructBlockValidationError:
    """Return an error with each complaint at its field."""
    return blocks.StructBlockValidationError(
        block_errors={
            name: told if isinstance(told, ValidationError) else ValidationError(told)
            for name, told in complaints.items()
        }
    )


def error_at(complaints: Mapping[int, Complaints]) -> blocks.ListBlockValidationError:
    """Return an error inside a list: complaints by field, by the place in the list from 0."""
    return blocks.ListBlockValidationError(
        block_errors={at: error_in(told) for at, told in complaints.items() if told}
    )


def doubles(name: str, texts: Iterable[str]) -> dict[int, Complaints]:
    """Return a complaint at the field `name` of each item whose text stood there before."""
    seen: Counter[str] = Counter()
    found: dict[int, Complaints] = {}
    for at, text in enumerate(texts):
        if seen[text]:
            found[at] = {name: _("Dit staat er al. Maak elk van deze teksten anders.")}
        seen[text] += 1
    return found
