"""What is logged about overviews: that a list left the installation, never what is in it."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import record, register_actions

register_actions({"dashboards.matrix_exported": _("Overzicht van eisen als bestand gehaald")})


def matrix_exported(actor: User, *, kind: str, rows: int) -> None:
    """Somebody took the matrix away as a file."""
    record("dashboards.matrix_exported", subject=actor, actor=actor, kind=kind, rows=rows)
