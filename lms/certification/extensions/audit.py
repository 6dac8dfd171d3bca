"""What is logged about extensions. Ids and codes only, never texts or names."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.certification.models import Extension

register_actions(
    {
        "certification.criterion_extended": _("Eis verlengd"),
        "certification.extension_withdrawn": _("Verlenging teruggenomen"),
    }
)


def criterion_extended(person: User, extension: Extension, actor: User) -> None:
    """A criterion was extended for somebody."""
    record(
        "certification.criterion_extended",
        subject=person,
        actor=actor,
        rule=extension.rule_id,
        reason_code=extension.reason_code,
        extension=str(extension.uuid),
    )


def extension_withdrawn(person: User, extension: Extension, actor: User) -> None:
    """An extension was taken back for somebody."""
    record("certification.extension_withdrawn", subject=person, actor=actor, extension=str(extension.uuid))
