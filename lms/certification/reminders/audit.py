"""What is logged about reminders: that one was sent, never about what."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import record, register_actions

register_actions(
    {
        "certification.reminder_mailed": _("Herinnering gemaild"),
        "certification.reminder_asked": _("Herinnering gevraagd"),
        "certification.digest_mailed": _("Weekbericht gemaild"),
    }
)


def reminder_mailed(person: User) -> None:
    """A volunteer was reminded by mail."""
    record("certification.reminder_mailed", subject=person, actor=None)


def reminder_asked(person: User, actor: User) -> None:
    """A coordinator asked that a volunteer is reminded."""
    record("certification.reminder_asked", subject=person, actor=actor)


def digest_mailed(coordinator: User) -> None:
    """A coordinator got the numbers of the week by mail."""
    record("certification.digest_mailed", subject=coordinator, actor=None)
