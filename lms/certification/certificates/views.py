"""My certificates, one certificate, and its PDF."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.accounts.public import Role, may_coordinate, person_of, role_required, signed_in
from lms.certification.certificates import audit
from lms.certification.certificates.forms import WordsForm
from lms.certification.certificates.policies import may_handle, may_see
from lms.certification.certificates.rendering import ask_again
from lms.certification.certificates.selectors import (
    certificate_with,
    certificates_of,
    own_words_of,
    pdf_with,
    view_of,
)
from lms.certification.certificates.services import write_own_words
from lms.certification.credentials.selectors import signer_when_offered
from lms.certification.models import Certificate


@require_safe
@role_required(Role.VOLUNTEER)
def mine(request: HttpRequest) -> HttpResponse:
    """Every certificate I have, and my own words for the next one."""
    person = person_of(request)
    page = {"certificates": certificates_of(person), "words": own_words_of(person)}
    return render(request, "certification/certificates/mine.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.VOLUNTEER)
def own_words(request: HttpRequest) -> HttpResponse:
    """Write what I learned, for the next certificate. Nobody reads it before that."""
    person = person_of(request)
    data = request.POST if request.method == "POST" else None
    form = WordsForm(data, initial={"text": own_words_of(person)})
    if request.method == "POST" and form.is_valid():
        write_own_words(person, form.cleaned_data["text"], now=timezone.now())
        messages.success(request, _("Bewaard. Het komt op je volgende bewijs."))
        return redirect("certification:certificates")
    return render(request, "certification/certificates/words.html", {"form": form})


@require_safe
@signed_in
def certificate(request: HttpRequest, certificate: uuids.UUID) -> HttpResponse:
    """What is on a certificate, whether it holds, and its PDF."""
    row = certificate_or_404(request, certificate)
    reader = person_of(request)
    page = {
        "view": view_of(row),
        "person": row.person,
        "is_own": reader.pk == row.person_id,
        "may_handle": may_handle(reader, row),
        "may_coordinate": may_coordinate(reader, row.person),
        "offers_digital": signer_when_offered() is not None,
    }
    return render(request, "certification/certificates/certificate.html", page)


@require_safe
@signed_in
def download(request: HttpRequest, certificate: uuids.UUID) -> HttpResponse:
    """Give the PDF; 404 while it is not there."""
    row = certificate_or_404(request, certificate)
    content = pdf_with(row)
    if content is None:
        raise Http404
    reader = person_of(request)
    if reader.pk != row.person_id:
        audit.certificate_downloaded(row, reader)
    return pdf_answer(content, f"bewijs-{row.number}.pdf")


@require_POST
@signed_in
def draw_again(request: HttpRequest, certificate: uuids.UUID) -> HttpResponse:
    """Ask once more for a PDF that could not be made."""
    row = certificate_or_404(request, certificate)
    if hasattr(row, "rendering"):
        ask_again(row.rendering, now=timezone.now())
    return redirect("certification:certificate", certificate=row.uuid)


def certificate_or_404(request: HttpRequest, uuid: uuids.UUID) -> Certificate:
    """The certificate of the address; 404 for who may not see it."""
    row = certificate_with(uuid)
    if row is None or not may_see(person_of(request), row):
        raise Http404
    return row


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """A PDF as a file to keep; never shown inside the site."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
