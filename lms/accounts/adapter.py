"""allauth, our way: nobody signs up alone."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """An account begins with an invitation by the coordinator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: there is no open sign-up."""
        return False
