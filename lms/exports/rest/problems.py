"""Errors as problem details (RFC 9457): status, title, detail; bad input is 400 with every mistake named."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

PROBLEM = "application/problem+json"
TITLES = {
    400: "De vraag klopt niet",
    401: "Geen geldige sleutel",
    403: "Dit mag niet",
    404: "Niet gevonden",
    405: "Deze methode kan hier niet",
    429: "Te veel vragen",
    500: "Er ging iets mis",
}


def problem(status: int, detail: str, errors: list[dict[str, Any]] | None = None) -> HttpResponse:
    """Return a problem+json answer."""
    body: dict[str, Any] = {"status": status, "title": TITLES.get(status, "Fout"), "detail": detail}
    if errors:
        body["errors"] = errors
    response = HttpResponse(json.dumps(body), status=status, content_type=PROBLEM)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    mistakes = [
        {"plaats": ".".join(map(str, item["loc"][1:])), "code": item["type"]} for item in error.errors
    ]
    return problem(400, "Een of meer velden kloppen niet.", mistakes)


def _unauthorized(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, "Stuur een geldige sleutel mee in de kop Authorization.")


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, error.message)


def install(api: NinjaAPI) -> None:
    """Let the API answer every refusal this way."""
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(AuthenticationError, _unauthorized)
    api.add_exception_handler(HttpError, _http)
