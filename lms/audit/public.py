"""The door of the audit log."""

from lms.audit.actions import register_actions
from lms.audit.context import origin
from lms.audit.record import Result, record

__all__ = ["Result", "origin", "record", "register_actions"]
