"""Signing in, by django-allauth: a passkey, or a code by e-mail. Numbers: ASVS 5.0, 6.5.5 and 6.6.3."""

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "lms.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
# The same answer, with a mail, for unknown addresses would send mail to strangers: stay silent instead.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_FORMS = {
    "login": "lms.accounts.sign_in.forms.LoginForm",
    "confirm_login_code": "lms.accounts.sign_in.forms.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "lms.accounts.sign_in.forms.ConfirmEmailCodeForm",
    "add_email": "lms.accounts.sign_in.forms.AddEmailForm",
}
ACCOUNT_RATE_LIMITS = {
    # Ours: how often one mailed code may be tried, counted outside the session: parallel tries count too.
    "login_code_try": "5/15m/key",
    # Ours too: how often the code on a printed certificate may be tried.
    "certificate_code": "10/5m/ip",
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "request_login_code": "20/m/ip,5/h/key",
    "change_email": "5/m/user",
}
# How often one person may do what costs a server much, within so many seconds: far above what somebody does
# who learns or writes.
COSTLY_LIMITS = {
    "search": (60, 60),
    "print": (20, 60),
    "hand_in_files": (60, 3600),
    "word_import": (10, 60),
}
MFA_ADAPTER = "lms.accounts.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": "lms.accounts.sign_in.forms.AuthenticateForm",
    "reauthenticate": "lms.accounts.sign_in.forms.ReauthenticateForm",
    "activate_totp": "lms.accounts.sign_in.forms.ActivateTOTPForm",
    "login_webauthn": "lms.accounts.sign_in.forms.LoginPasskeyForm",
    "authenticate_webauthn": "lms.accounts.sign_in.forms.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "lms.accounts.sign_in.forms.ReauthenticatePasskeyForm",
    "add_webauthn": "lms.accounts.sign_in.forms.AddPasskeyForm",
    "edit_webauthn": "lms.accounts.sign_in.forms.EditPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Leerplein OCO"
USERSESSIONS_TRACK_ACTIVITY = False
