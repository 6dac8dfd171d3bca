"""What every answer under /api/ must have, whatever made it: version, safe headers, problem details."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from lms.exports.rest.api import VERSION
from lms.exports.rest.problems import problem

DETAILS = {
    404: "Dit adres bestaat niet.",
    405: "Alleen GET en HEAD kunnen hier.",
    500: "Probeer het later nog eens.",
}


class ApiMiddleware:
    """Turn pages meant for people into problem details, and add the headers the design rules ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; under /api/ with the API's own manners."""
        if not request.path.startswith("/api/"):
            return self.get_response(request)
        asked_head = request.method == "HEAD"
        if asked_head:
            request.method = "GET"  # HEAD is GET without the body (RFC 9110, 9.3.2); ninja only knows GET
        response = self.get_response(request)
        kind = response.get("Content-Type", "")
        if response.status_code >= 400 and not kind.startswith("application/problem+json"):
            response = self._as_problem(response)
        response["API-Version"] = VERSION
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Frame-Options"] = "DENY"
        if response.get("Allow") == "GET":
            response["Allow"] = "GET, HEAD"
        if asked_head and isinstance(response, HttpResponse):
            response["Content-Length"] = str(len(response.content))
            response.content = b""
        response["Content-Security-Policy"] = "frame-ancestors 'none'"
        return response

    def _as_problem(self, old: HttpResponseBase) -> HttpResponse:
        new = problem(old.status_code, DETAILS.get(old.status_code, "De vraag kon niet worden beantwoord."))
        if old.get("Allow"):
            new["Allow"] = old["Allow"]
        return new
