"""The pages that speak when something is not there, not allowed, or went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from lms.accounts.public import reading_attributes


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400 in plain Dutch."""
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403 in plain Dutch."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404 in plain Dutch."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 without touching the database or the context processors: they may be what broke."""
    context = {"reading_attributes": reading_attributes(request)}  # of the cookie alone
    return HttpResponse(loader.get_template("500.html").render(context), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a missing or old form token: say what to do, keep the status 403."""
    message = _(
        "Dit formulier is te lang open geweest. Ga terug, laad de pagina opnieuw en probeer het nog eens."
    )
    return render(request, "403.html", {"message": message}, status=403)
