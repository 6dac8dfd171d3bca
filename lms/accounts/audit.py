"""What happens to accounts, in the log. The subject is the person; details hold codes, never names."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.accounts.models import Organisation, User
from lms.audit.public import Result, record, register_actions

register_actions(
    {
        "accounts.signed_in": _("ingelogd"),
        "accounts.signed_out": _("uitgelogd"),
        "accounts.code_requested": _("inlogcode gevraagd"),
        "accounts.sign_in_refused": _("inloggen niet gelukt"),
        "accounts.authenticator_added": _("extra slot op het account gezet"),
        "accounts.authenticator_removed": _("extra slot van het account gehaald"),
        "accounts.sessions_ended": _("op alle apparaten uitgelogd"),
        "accounts.email_changed": _("e-mailadres gewijzigd"),
        "accounts.name_changed": _("naam gewijzigd"),
        "accounts.person_invited": _("uitgenodigd"),
        "accounts.invitation_mailed": _("uitnodiging gemaild"),
        "accounts.person_viewed": _("gegevens bekeken"),
        "accounts.person_deactivated": _("account uitgezet"),
        "accounts.person_activated": _("account weer aangezet"),
        "accounts.role_assigned": _("rol gegeven"),
        "accounts.role_ended": _("rol beëindigd"),
        "accounts.membership_changed": _("organisatie gewijzigd"),
        "accounts.status_sharing_changed": _("delen met de contactpersoon gewijzigd"),
        "accounts.themes_changed": _("onderwerpen gewijzigd"),
        "accounts.reading_aids_changed": _("leeshulp gewijzigd"),
        "accounts.organisation_saved": _("organisatie bewaard"),
    }
)


def signed_in(person: User) -> None:
    """Log that the person came in."""
    record("accounts.signed_in", subject=person, actor=person)


def signed_out(person: User) -> None:
    """Log that the person left."""
    record("accounts.signed_out", subject=person, actor=person)


def code_requested(person: User) -> None:
    """Log that somebody asked for a code for this person: who it was is not known yet."""
    record("accounts.code_requested", subject=person, actor=None)


def sign_in_refused(person: User, *, step: str) -> None:
    """Log a code that did not fit; `step` is "code", "app" or "passkey"."""
    record("accounts.sign_in_refused", subject=person, actor=None, result=Result.REFUSED, step=step)


def authenticator_added(person: User, *, kind: str) -> None:
    """Log a new passkey, app or set of recovery codes."""
    record("accounts.authenticator_added", subject=person, actor=person, kind=kind)


def authenticator_removed(person: User, *, kind: str) -> None:
    """Log that a passkey, app or set of recovery codes is gone."""
    record("accounts.authenticator_removed", subject=person, actor=person, kind=kind)


def sessions_ended(person: User) -> None:
    """Log that the person signed out everywhere else."""
    record("accounts.sessions_ended", subject=person, actor=person)


def email_changed(person: User) -> None:
    """Log that the address changed; not which."""
    record("accounts.email_changed", subject=person, actor=person)


def name_changed(person: User) -> None:
    """Log that the person wrote the own name differently."""
    record("accounts.name_changed", subject=person, actor=person)


def person_invited(person: User, actor: Any) -> None:
    """Log who invited the person."""
    record("accounts.person_invited", subject=person, actor=actor)


def invitation_mailed(person: User) -> None:
    """Log that the worker handed the invitation to the mail server."""
    record("accounts.invitation_mailed", subject=person, actor=None)


def person_viewed(person: User, actor: Any) -> None:
    """Log that somebody else opened the person's page."""
    record("accounts.person_viewed", subject=person, actor=actor)


def person_deactivated(person: User, actor: Any) -> None:
    """Log that the account was closed."""
    record("accounts.person_deactivated", subject=person, actor=actor)


def person_activated(person: User, actor: Any) -> None:
    """Log that the account was opened again."""
    record("accounts.person_activated", subject=person, actor=actor)


def role_assigned(person: User, actor: Any, *, role: str) -> None:
    """Log a new role; the organisation it holds for is left out, because it may reveal health."""
    record("accounts.role_assigned", subject=person, actor=actor, role=role)


def role_ended(person: User, actor: Any, *, role: str) -> None:
    """Log the end of a role."""
    record("accounts.role_ended", subject=person, actor=actor, role=role)


def membership_changed(person: User, actor: Any) -> None:
    """Log that the organisation changed; never which (health data in effect, domain.md §6.1)."""
    record("accounts.membership_changed", subject=person, actor=actor)


def status_sharing_changed(person: User, *, shares: bool) -> None:
    """Log that the person lets the contact person see the status, or stopped that."""
    record("accounts.status_sharing_changed", subject=person, actor=person, shares=shares)


def themes_changed(person: User) -> None:
    """Log that the person chose or withdrew themes; never which."""
    record("accounts.themes_changed", subject=person, actor=person)


def reading_aids_changed(person: User) -> None:
    """Log that the person reads in another way now; never how (it may say something about health)."""
    record("accounts.reading_aids_changed", subject=person, actor=person)


def organisation_saved(organisation: Organisation, actor: Any) -> None:
    """Log a change of a partner organisation."""
    record("accounts.organisation_saved", subject=organisation, actor=actor)
