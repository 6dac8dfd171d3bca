"""When signing in takes a second step."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from lms.accounts.sign_in.selectors import mail_code_suffices


class SecondFactorStage(AuthenticateStage):
    """Ask staff for the passkey or the app after a mailed code; never lock a volunteer out by a passkey."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return super()._should_handle(request) and not mail_code_suffices(self.login.user)
