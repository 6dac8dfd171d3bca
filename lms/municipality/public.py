"""The door of the municipality app."""

from lms.municipality.rules import fill_slots, slots_in, unfilled
from lms.municipality.selectors import SLOT_FIELDS, current_settings, slot_values

__all__ = ["SLOT_FIELDS", "current_settings", "fill_slots", "slot_values", "slots_in", "unfilled"]
