"""allauth, our way: nobody signs up alone, codes are kept hidden, and every sentence is ours."""

import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from lms.accounts.mail import post
from lms.accounts.models import User
from lms.accounts.reading.cookies import memory_of, remember
from lms.accounts.reading.services import choice_at_sign_in
from lms.accounts.sign_in.rules import code_from, hidden_code, readable_code
from lms.accounts.sign_in.selectors import mail_code_suffices
from lms.accounts.sign_in.services import OFFER_PASSKEY

LINK_NONCE = "sign_in_link_nonce"
LINK_KEY = "sleutel"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts begin with an invitation by the coordinator; a passkey or a mailed code opens them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dit account staat uit. Bel je coördinator."),
        "cannot_remove_primary_email": _("Dit adres kan niet weg. Je logt ermee in."),
        "duplicate_email": _("Dit is al jouw e-mailadres."),
        "email_taken": _("Dit e-mailadres hoort al bij een ander account."),
        "incorrect_code": _("Deze code past niet. Kijk hem na en vul hem nog een keer in."),
        "invalid_login": _("Vul je e-mailadres in."),
        "rate_limited": _("Je probeerde het vaak. Wacht een paar minuten."),
        "too_many_login_attempts": _("Je code werkt niet meer. Wacht even en vraag een nieuwe code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: there is no open sign-up."""
        return False

    def generate_login_code(self) -> str:
        """Make a code and a link for the mail; return only the digest, which is what the session keeps."""
        nonce, key = secrets.token_urlsafe(24), secrets.token_urlsafe(16)
        self.request.session[LINK_NONCE] = nonce
        return self._hide(code_from(nonce, key), key)

    def generate_email_verification_code(self) -> str:
        """Make a code for the mail to a new address; return the digest."""
        key = secrets.token_urlsafe(16)
        return self._hide(code_from(secrets.token_urlsafe(24), key), key)

    def _hide(self, code: str, key: str) -> str:
        # The plain code lives as long as this request: the mail needs it, nothing else may see it.
        self.request.mailed_code = (code, key)
        return hidden_code(settings.SECRET_KEY, code)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Render a mail with the plain code where there is one, and send it beside the request."""
        if "code" in context:
            code, key = self.request.mailed_code
            link = f"{reverse('account_confirm_login_code')}?{urlencode({LINK_KEY: key})}"
            context = {**context, "code": readable_code(code), "link": settings.SITE_URL + link}
        context = {"site_url": settings.SITE_URL, "email": email, **context}
        post(self.render_mail(template_prefix, email, context))

    def pre_login(self, request: HttpRequest, user: User, **hook: Any) -> HttpResponse | None:
        """Refuse a closed account; count a mailed code as proof of the address, also for imported people."""
        response: HttpResponse | None = super().pre_login(request, user, **hook)
        records = get_authentication_records(request, user)
        if response is None and records and records[-1]["method"] == "code":
            EmailAddress.objects.update_or_create(
                user=user, email=user.email, defaults={"verified": True, "primary": True}
            )
        return response

    def post_login(self, request: HttpRequest, user: User, **hook: Any) -> HttpResponse:
        """Go on, the very first time by way of a passkey; from here on pages are as the person reads."""
        response: HttpResponse = super().post_login(request, user, **hook)
        if request.session.pop(OFFER_PASSKEY, False):
            response = redirect(f"{reverse('accounts:faster')}?{urlencode({'next': response['Location']})}")
        choice = choice_at_sign_in(user, memory_of(request), now=timezone.now())
        remember(response, choice, is_of_person=True)
        return response

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Offer the passkey first, then the app, and a mailed code to those for whom that is enough."""
        offered: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        methods = [method for method in offered if method["id"] != "reauthenticate"]
        if user.is_authenticated and mail_code_suffices(user):
            methods.append({"id": "reauthenticate", "url": reverse("account_reauthenticate")})
        methods.sort(key=lambda method: list(METHODS).index(method["id"]))
        return [{**method, "description": METHODS[method["id"]]} for method in methods]

    def get_login_stages(self) -> list[str]:
        """Return allauth's steps with our own second-factor step."""
        return [STAGES.get(stage, stage) for stage in super().get_login_stages()]


METHODS = {
    "mfa_reauthenticate:webauthn": _("Gebruik je passkey"),
    "mfa_reauthenticate": _("Gebruik de code uit je app of een herstelcode"),
    "reauthenticate": _("Gebruik een code uit je mail"),
}
STAGES = {"allauth.mfa.stages.AuthenticateStage": "lms.accounts.sign_in.stages.SecondFactorStage"}


class MFAAdapter(DefaultMFAAdapter):
    """Passkeys and apps: secrets are encrypted at rest, names and messages are ours."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Dit slot kan niet weg."),
        "cannot_generate_recovery_codes": _("Zet eerst een passkey of een app op je account."),
        "incorrect_code": _("Deze code past niet. Kijk hem na en vul hem nog een keer in."),
        "unverified_email": _("Log eerst een keer in met een code uit je mail."),
    }

    def encrypt(self, text: str) -> str:
        """Return the secret of an app as the database keeps it."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret of an app."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002  (allauth's name)
        """Return a first name for a new passkey."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return (
            str(_("Mijn passkey")) if number == 1 else str(_("Mijn passkey %(number)s") % {"number": number})
        )

    def _get_site_name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)


def _box() -> Fernet:
    return Fernet(
        urlsafe_b64encode(sha256(b"authenticator secrets " + settings.SECRET_KEY.encode()).digest())
    )
