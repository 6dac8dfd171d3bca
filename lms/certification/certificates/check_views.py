"""The public page where anybody checks a certificate; without the code on the paper it names nobody."""

import uuid as uuids

from allauth.core import ratelimit
from allauth.core.ratelimit import respond_429
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.certification.certificates import audit
from lms.certification.certificates.codes import is_code
from lms.certification.certificates.forms import CodeForm
from lms.certification.certificates.selectors import certificate_with, view_of
from lms.certification.certificates.signing_key import code_secrets

HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Say whether a certificate holds; with the right code also what is on it.

    An unknown address and a wrong code say nothing more than that.
    """
    if request.method == "POST" and not ratelimit.consume(request, action="certificate_code"):
        refused: HttpResponse = respond_429(request)
        return refused
    row = certificate_with(uuid)
    if row is None:
        return _public(render(request, "certification/certificates/unknown.html", status=404))
    form = CodeForm(request.POST if request.method == "POST" else None)
    page = {"view": view_of(row), "form": form, "is_open": False}
    if request.method == "POST" and form.is_valid():
        page["is_open"] = is_code(form.cleaned_data["code"], code_secrets(), uuid.bytes)
        audit.certificate_checked(row, was_right=bool(page["is_open"]))
        if not page["is_open"]:
            form.add_error("code", _("Deze code hoort niet bij dit bewijs. Kijk de code op het papier na."))
    return _public(render(request, "certification/certificates/check.html", page))


def _public(answer: HttpResponse) -> HttpResponse:
    """For anybody, but for no cache and no search engine."""
    for name, value in HEADERS.items():
        answer[name] = value
    return answer
