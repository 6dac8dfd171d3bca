"""The fill-in words of a package and the municipality's settings: what is asked, what is still empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from lms.municipality.models import MunicipalitySettings
from lms.municipality.public import SLOT_FIELDS, slot_values, slots_in
from lms.packages.tree import Package, Slot


def offer(slots: Iterable[Slot], *, use_examples: bool) -> bool:
    """Add the fill-in words that the settings do not have yet; return whether anything changed.

    They come in empty, or with `use_examples` (the demo) with a value to look at. What somebody filled in
    is never touched.
    """
    settings: MunicipalitySettings = MunicipalitySettings.load()
    asked = [slot for slot in slots if slot.kind != "per_learner"]
    changed = [_offer(settings, slot, example_of(slot) if use_examples else "") for slot in asked]
    if any(changed):
        settings.save()
    return any(changed)


def _offer(settings: MunicipalitySettings, slot: Slot, value: str) -> bool:
    if slot.name in SLOT_FIELDS:
        return _fill_field(settings, SLOT_FIELDS[slot.name], value)
    mine = next((block for block in settings.slots if block.value["name"] == slot.name), None)
    if mine is None:
        settings.slots.append(("slot", {"name": slot.name, "meaning": slot.meaning, "value": value}))
        return True
    if value and not mine.value["value"]:
        mine.value["value"] = value
        return True
    return False


def _fill_field(settings: MunicipalitySettings, field: str, value: str) -> bool:
    if not value or getattr(settings, field):
        return False
    setattr(settings, field, value)
    return True


def example_of(slot: Slot) -> str:
    """Return a value to look at: the example, with its caveat, or else the question between brackets."""
    if not slot.example:
        return f"[{slot.meaning}]"
    value = ", ".join(slot.example.splitlines())
    return f"{value} ({slot.caveat})" if slot.caveat else value


def still_empty(package: Package) -> tuple[str, ...]:
    """Return the fill-in words that the texts of the package use and that have no value here."""
    values = slot_values(MunicipalitySettings.load())
    return tuple(sorted(name for name in _used(package) if not values.get(name)))


def _used(part: Any) -> set[str]:
    if isinstance(part, str):
        return slots_in(part)
    if isinstance(part, tuple):
        return set().union(*map(_used, part)) if part else set()
    if is_dataclass(part):
        return set().union(*(_used(getattr(part, one.name)) for one in fields(part)))
    return set()
