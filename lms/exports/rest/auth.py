"""Who may ask: the bearer token of a service account that has only this right."""

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import HttpBearer

from lms.audit.public import client_address
from lms.exports.models import ServiceAccount, ServiceToken
from lms.exports.services import digest_of

TRIES = 30
WINDOW = 60  # seconds


class ServiceTokenAuth(HttpBearer):
    """Accept a live token; slow down whoever guesses."""

    def authenticate(self, request: HttpRequest, token: str) -> ServiceAccount | None:
        """Return the account of a token that is not revoked, not expired and not disabled."""
        now = timezone.now()
        row = (
            ServiceToken.objects.select_related("account")
            .filter(digest=digest_of(token), revoked_at=None, account__disabled_at=None)
            .first()
        )
        if row is not None and (row.expires_at is None or row.expires_at > now):
            return row.account
        self._count_failure(client_address(request))
        return None

    def _count_failure(self, address: str) -> None:
        key = f"exports-auth-{address}"
        cache.add(key, 0, WINDOW)
        try:
            failures = cache.incr(key)
        except ValueError:  # it ended between the two calls
            failures = 1
        if failures > TRIES:
            raise HttpError(429, "Te veel verkeerde sleutels. Wacht een minuut.")
