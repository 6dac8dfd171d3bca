"""The door of the audit log."""

from lms.audit.actions import register_actions
from lms.audit.context import origin
from lms.audit.middleware import client_address
from lms.audit.record import Result, label_of, record

__all__ = ["Result", "client_address", "label_of", "origin", "record", "register_actions"]
