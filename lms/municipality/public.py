"""The door of the municipality app."""

from lms.municipality.rules import fill_slots, slots_in, unfilled
from lms.municipality.selectors import HelpBlock, current_settings, help_block, slot_values

__all__ = ["HelpBlock", "current_settings", "fill_slots", "help_block", "slot_values", "slots_in", "unfilled"]
