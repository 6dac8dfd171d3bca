"""What is logged about reading the log itself."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.audit.actions import register_actions
from lms.audit.record import record

register_actions({"audit.log_read": _("Logboek van iedereen bekeken")})


def log_read(actor: Any, *, action: str) -> None:
    """An administrator read the log of everybody; `action` is what was filtered on, or empty."""
    record("audit.log_read", subject=actor, actor=actor, filter=action)
