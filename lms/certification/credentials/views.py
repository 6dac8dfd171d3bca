"""Digital proofs: the file for its holder, and what everybody needs to check one."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.accounts.public import may_coordinate, person_of, signed_in
from lms.certification import audit
from lms.certification.credentials.selectors import (
    LIST_KEPT,
    MIME,
    Signer,
    as_json,
    credential_file,
    did_document,
    known_signer,
    signer_when_offered,
    status_list,
)
from lms.certification.models import Certificate

# A check in a browser, on the page of somebody else, must be able to read these; nothing in them is personal.
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*", "Cache-Control": f"public, max-age={LIST_KEPT}"}


@require_safe
@signed_in
def download(request: HttpRequest, certificate: uuid.UUID) -> HttpResponse:
    """Give the digital proof of a certificate that holds, to its holder or to a coordinator of theirs."""
    reader = person_of(request)
    row = _holding(certificate)
    if row is None or not (reader == row.person or may_coordinate(reader, row.person)):
        raise Http404
    signer = signer_when_offered()
    if signer is None:
        raise Http404
    if reader != row.person:
        audit.person_viewed(row.person, reader)
    file = credential_file(row, signer)
    headers = {
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(file.content, content_type=file.mime, headers=headers)


def _holding(certificate: uuid.UUID) -> Certificate | None:
    rows = Certificate.objects.filter(uuid=certificate, revocation=None, replaced_by=None)
    row: Certificate | None = rows.select_related("person").first()
    return row


@require_safe
def did_json(request: HttpRequest) -> HttpResponse:
    """Say which keys sign digital proofs here (did:web, §2.5.2); 404 where none were ever given."""
    document = did_document(_signer_or_404())
    return HttpResponse(as_json(document), content_type="application/did+json", headers=OPEN_TO_ALL)


@require_safe
def status(request: HttpRequest, page: int) -> HttpResponse:
    """Say which digital proofs do not hold any more: bits without names (Bitstring Status List 1.0)."""
    content = status_list(page, _signer_or_404(), timezone.now())
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=MIME, headers=OPEN_TO_ALL)


def _signer_or_404() -> Signer:
    signer = known_signer()
    if signer is None:
        raise Http404
    return signer
