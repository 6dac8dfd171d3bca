"""What the exports write in the log."""

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.exports.models import ServiceAccount

register_actions(
    {
        "exports.consent_given": _("toestemming gegeven om de status te delen"),
        "exports.consent_withdrawn": _("toestemming om te delen ingetrokken"),
        "exports.account_created": _("koppeling gemaakt"),
        "exports.token_created": _("sleutel van een koppeling gemaakt"),
        "exports.token_revoked": _("sleutel van een koppeling ingetrokken"),
    }
)


def consent_given(person: User, actor: User) -> None:
    """Log that consent was given, and by whom it was written down."""
    record("exports.consent_given", subject=person, actor=actor)


def consent_withdrawn(person: User, actor: User) -> None:
    """Log that consent ended."""
    record("exports.consent_withdrawn", subject=person, actor=actor)


def account_created(account: ServiceAccount, actor: User) -> None:
    """Log a new service account."""
    record("exports.account_created", subject=account, actor=actor)


def token_created(account: ServiceAccount, actor: User, prefix: str) -> None:
    """Log a new token by its readable start."""
    record("exports.token_created", subject=account, actor=actor, token=prefix)


def token_revoked(account: ServiceAccount, actor: User, prefix: str) -> None:
    """Log that a token was ended."""
    record("exports.token_revoked", subject=account, actor=actor, token=prefix)
