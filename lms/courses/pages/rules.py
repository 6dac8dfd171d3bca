"""Pure rules of pages: which fill-in words a text uses, and whether they are written well."""

from collections.abc import Mapping

from lms.municipality.public import fill_slots, unfilled


def broken_slots(text: str) -> bool:
    """Say whether a text holds `{{` that is not the beginning of a well-written fill-in word."""
    return "{{" in fill_slots(text, {})


def slots_without_value(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fill-in words of a text that are empty or unknown here, in alphabetical order."""
    return tuple(sorted(unfilled(text, values)))
