"""The door of the municipality app."""

from lms.municipality.letters import Letters, letters, plainly_spaced, printable_signs
from lms.municipality.rules import fill_slots, slots_in, unfilled
from lms.municipality.selectors import SLOT_FIELDS, current_settings, slot_values

__all__ = [
    "SLOT_FIELDS",
    "Letters",
    "current_settings",
    "fill_slots",
    "letters",
    "plainly_spaced",
    "printable_signs",
    "slot_values",
    "slots_in",
    "unfilled",
]
