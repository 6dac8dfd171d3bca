"""The door of the audit log."""

from lms.audit.actions import register_actions
from lms.audit.context import origin
from lms.audit.record import Result, label_of, record

__all__ = ["Result", "label_of", "origin", "record", "register_actions"]
