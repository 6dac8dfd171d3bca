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
        response = self.get_response(request)
        if not request.path.startswith("/api/"):
            return response
        kind = response.get("Content-Type", "")
        if response.status_code >= 400 and not kind.startswith("application/problem+json"):
            response = self._as_problem(response)
        response["API-Version"] = VERSION
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Frame-Options"] = "DENY"
        response["Content-Security-Policy"] = "frame-ancestors 'none'"
        return response

    def _as_problem(self, old: HttpResponseBase) -> HttpResponse:
        new = problem(old.status_code, DETAILS.get(old.status_code, "De vraag kon niet worden beantwoord."))
        if old.get("Allow"):
            new["Allow"] = old["Allow"]
        return new
