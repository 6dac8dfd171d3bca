"""Give a document to who is signed in: always as a download, and powerless when a browser shows it anyway."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from lms.accounts.public import signed_in
from lms.courses.files.serving import POWERLESS


@require_safe
@signed_in
def document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Serve as Wagtail does, with a policy that lets nothing inside the file run (ASVS 5.0, 3.2.1)."""
    response: HttpResponseBase = serve(request, document_id, filename)
    response["Content-Security-Policy"] = POWERLESS
    return response
