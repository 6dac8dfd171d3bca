"""What is logged about exceptions that take two people. Ids and codes only, never texts or names."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.certification.models import OverrideRequest

register_actions(
    {
        "certification.override_asked": _("Uitzondering gevraagd aan een tweede coördinator"),
        "certification.override_answered": _("Uitzondering door een tweede coördinator beantwoord"),
    }
)


def override_asked(request: OverrideRequest, actor: User) -> None:
    """A coordinator asked another one to agree with an exception."""
    record(
        "certification.override_asked",
        subject=request.person,
        actor=actor,
        reason_code=request.reason_code,
        request=str(request.uuid),
    )


def override_answered(request: OverrideRequest, actor: User) -> None:
    """A second coordinator agreed, or did not."""
    record(
        "certification.override_answered",
        subject=request.person,
        actor=actor,
        agreed=request.decision_id is not None,
        request=str(request.uuid),
    )
