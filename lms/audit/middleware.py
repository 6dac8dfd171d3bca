"""Say for every request where it came from, so that each log entry has its origin."""

from collections.abc import Callable
from ipaddress import ip_address

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lms.audit.context import origin

UNKNOWN = "onbekend"


class OriginMiddleware:
    """Everything recorded while a request runs gets the origin `web <address>`; log lines get the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request inside its origin."""
        address = client_address(request)
        structlog.contextvars.bind_contextvars(ip=address)
        with origin(f"web {address}"):
            return self.get_response(request)


def client_address(request: HttpRequest) -> str:
    """Return the address of the visitor: the peer, or what the outermost trusted proxy saw.

    With TRUSTED_PROXY_COUNT proxies of ours in front, only that many entries at the right end of
    X-Forwarded-For are ours; whatever stands further left was sent by the visitor and is not believed.
    """
    count = settings.TRUSTED_PROXY_COUNT
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    believed = hops[-count] if 0 < count <= len(hops) else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(believed))
    except ValueError:
        return UNKNOWN
