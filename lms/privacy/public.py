"""The door of the privacy app."""

from lms.privacy.registry import NONE, PersonalData, declarations, register

__all__ = ["NONE", "PersonalData", "declarations", "register"]
