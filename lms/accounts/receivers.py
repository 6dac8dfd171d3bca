"""What Django and allauth tell us; each receiver makes one call."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from lms.accounts import audit
from lms.accounts.models import User
from lms.accounts.sign_in import services


@receiver(user_logged_in)
def on_session_begun(sender: Any, request: HttpRequest, user: User, **extra: Any) -> None:
    services.begin_session(request.session, user, timezone.now())


@receiver(account_signals.user_logged_in)
def on_signed_in(sender: Any, request: HttpRequest, user: User, **extra: Any) -> None:
    services.record_sign_in(user, request, timezone.now())


@receiver(user_logged_out)
def on_signed_out(sender: Any, request: HttpRequest, user: User | None, **extra: Any) -> None:
    if user is not None:
        audit.signed_out(user)


@receiver(account_signals.login_code_rejected)
def on_code_refused(sender: Any, user: User, **extra: Any) -> None:
    audit.sign_in_refused(user, step="code")


@receiver(mfa_signals.authentication_failed)
def on_second_factor_refused(sender: Any, user: User, authenticator: Authenticator, **extra: Any) -> None:
    audit.sign_in_refused(user, step=authenticator.type)


@receiver(mfa_signals.authenticator_added)
def on_authenticator_added(
    sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **extra: Any
) -> None:
    services.authenticator_added(user, authenticator.type, request)


@receiver(mfa_signals.authenticator_removed)
def on_authenticator_removed(
    sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **extra: Any
) -> None:
    services.authenticator_removed(user, authenticator.type, request.session)


@receiver(account_signals.email_changed)
def on_email_changed(sender: Any, request: HttpRequest, user: User, **extra: Any) -> None:
    # The first sign-in proves the address of the invitation: nothing changed then.
    if extra.get("from_email_address") is not None:
        services.record_email_change(user, request)
