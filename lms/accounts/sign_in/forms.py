"""allauth's forms with our labels, and codes that are compared with their digest."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lms.accounts import audit
from lms.accounts.sign_in.rules import is_same_code

EMAIL_INPUT = {"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
CODE_INPUT = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
EMAIL_ERRORS = {
    "required": _("Vul je e-mailadres in."),
    "invalid": _("Dit is nog geen heel e-mailadres. Er hoort een @ in, en een punt."),
}


def email_field() -> forms.EmailField:
    """Return the field for a person's own address."""
    widget = forms.EmailInput(attrs=EMAIL_INPUT)
    return forms.EmailField(label=_("E-mailadres"), widget=widget, error_messages=EMAIL_ERRORS)


def code_field(label: Any, hint: Any = "", **attributes: str) -> forms.CharField:
    """Return a field for a code: one input, filled by phone or paste, spaces allowed."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=40,
        widget=forms.TextInput(attrs={**CODE_INPUT, **attributes}),
        error_messages={"required": _("Vul de code in.")},
    )


@contextmanager
def refused_when_unreadable() -> Iterator[None]:
    """Turn whatever a parser raises on foreign input into the usual refusal."""
    try:
        yield
    except forms.ValidationError:
        raise
    except Exception as error:  # KeyError, struct.error, a decoder's own: the input is the cause of all
        raise get_adapter().validation_error("incorrect_code") from error


class HiddenCodeMixin:
    """Compare what was typed with the digest that the session keeps."""

    expected_code: str
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """Refuse another code, in words that say what to do."""
        code = str(self.cleaned_data["code"])
        if not is_same_code(settings.SECRET_KEY, code, self.expected_code or ""):
            raise get_adapter().validation_error("incorrect_code")
        return code


class LoginForm(account_forms.LoginForm):
    """Ask the address, and mail a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Start a code for the address, known or not; log it for a person we know."""
        if self.user is not None:
            audit.code_requested(self.user)
        response: HttpResponse = super().login(request, redirect_url)
        return response


class ConfirmLoginCodeForm(HiddenCodeMixin, account_forms.ConfirmLoginCodeForm):
    """Ask the code from the mail."""

    code = code_field(_("Code uit je mail"), _("De code heeft 8 cijfers. Spaties mogen."))


class ConfirmEmailCodeForm(HiddenCodeMixin, account_forms.ConfirmEmailVerificationCodeForm):
    """Ask the code that was mailed to a new address."""

    code = code_field(_("Code uit je mail"), _("De code heeft 8 cijfers. Spaties mogen."))

    def clean_code(self) -> str:
        """Refuse another code, and an address that somebody else took meanwhile."""
        code = HiddenCodeMixin.clean_code(self)
        account_forms.email_already_exists(user=self.user, email=self.email, always_raise=True)
        return code


class ProofForm(HiddenCodeMixin, forms.Form):
    """Ask the code that proves that it is still the same person."""

    code = code_field(_("Code uit je mail"), _("De code heeft 8 cijfers. Spaties mogen."))

    def __init__(self, *args: Any, expected_code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected_code = expected_code


class AddEmailForm(account_forms.AddEmailForm):
    """Ask a new address."""

    email = email_field()


class AuthenticateForm(mfa_forms.AuthenticateForm):
    """Ask the code of the app, or a recovery code."""

    code = code_field(_("Code uit je app"), _("Heb je de app niet bij je? Vul dan een herstelcode in."))


class ReauthenticateForm(mfa_forms.ReauthenticateForm):
    """Ask the code of the app once more."""

    code = code_field(_("Code uit je app"), _("Heb je de app niet bij je? Vul dan een herstelcode in."))


class ActivateTOTPForm(totp_forms.ActivateTOTPForm):
    """Ask the first code of a new app."""

    code = code_field(_("Code uit je app"), _("De app laat 6 cijfers zien."))


class ForeignCredentialMixin:
    """Refuse a credential the library falls over: it comes from the browser and may be anything."""

    def clean_credential(self) -> Any:
        """Return what the passkey proved."""
        with refused_when_unreadable():
            return super().clean_credential()  # type: ignore[misc]  # allauth's form stands behind


class LoginPasskeyForm(ForeignCredentialMixin, webauthn_forms.LoginWebAuthnForm):
    """Take a passkey instead of an address and a code."""


class AuthenticatePasskeyForm(ForeignCredentialMixin, webauthn_forms.AuthenticateWebAuthnForm):
    """Take a passkey after a mailed code."""


class ReauthenticatePasskeyForm(ForeignCredentialMixin, webauthn_forms.ReauthenticateWebAuthnForm):
    """Take a passkey once more before a change."""


class AddPasskeyForm(webauthn_forms.AddWebAuthnForm):
    """Ask a name for a new passkey; it always works without a code (that is what makes it a passkey)."""

    name = forms.CharField(label=_("Naam van deze passkey"), max_length=60, required=False)
    # allauth's script reads this box; hidden and checked, because another kind of key is of no use here.
    passwordless = forms.BooleanField(
        required=False, widget=forms.CheckboxInput(attrs={"hidden": True, "checked": True})
    )

    def clean(self) -> dict[str, Any]:
        """Return the new passkey, checked."""
        with refused_when_unreadable():
            cleaned: dict[str, Any] = super().clean()
            return cleaned


class EditPasskeyForm(webauthn_forms.EditWebAuthnForm):
    """Ask another name for a passkey."""

    name = forms.CharField(label=_("Naam van deze passkey"), max_length=60)
