"""Addresses of signing in, only the ones we use: there are none for sign-up and passwords."""

from allauth.account import views as account_views
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as webauthn_views
from django.urls import URLPattern, URLResolver, include, path

from lms.accounts.sign_in import views
from lms.accounts.sign_in.access import proof_required

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", account_views.login, name="account_login"),
    path("login/code/", views.request_login_code, name="account_request_login_code"),
    path("login/code/confirm/", views.ConfirmLoginCodeView.as_view(), name="account_confirm_login_code"),
    path("logout/", views.LogoutView.as_view(), name="account_logout"),
    path("inactive/", account_views.account_inactive, name="account_inactive"),
    path("bevestig/", views.reauthenticate, name="account_reauthenticate"),
    path("email/", proof_required(views.EmailView.as_view()), name="account_email"),
    path("email/code/", account_views.email_verification_sent, name="account_email_verification_sent"),
    path("apparaten/", views.SessionListView.as_view(), name="usersessions_list"),
    # Before allauth's own lines for the same addresses: these two need fresh proof, also the first time.
    path("slot/totp/activate/", proof_required(totp_views.activate_totp), name="mfa_activate_totp"),
    path("slot/webauthn/add/", proof_required(webauthn_views.add_webauthn), name="mfa_add_webauthn"),
    path("slot/", include("allauth.mfa.urls")),
]
