"""A scheme as a file: the canonical text, which the editor reads back."""

from django.http import HttpResponse

from lms.certification.readiness import Scheme, scheme_to_json


def as_download(scheme: Scheme, suffix: str) -> HttpResponse:
    """The scheme as a JSON file to save."""
    response = HttpResponse(scheme_to_json(scheme), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{scheme.slug}-{suffix}.json"'
    return response
