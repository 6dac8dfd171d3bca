"""The matrix of people × criteria, and the same as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.public import Role, person_of, role_required
from lms.certification.public import LEGEND
from lms.dashboards.forms import NameForm
from lms.dashboards.looking import remember_name, words_of
from lms.dashboards.matrix import FILE_TYPES, matrix_file, matrix_for


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.COORDINATOR)
def matrix(request: HttpRequest) -> HttpResponse:
    """Show where everybody stands with every criterion."""
    if request.method == "POST":
        return remember_name(request)
    words = words_of(request)
    found = matrix_for(person_of(request), request.GET, words, timezone.now())
    if found is None:
        return render(request, "dashboards/no_scheme.html")
    page = {
        "matrix": found,
        "legend": LEGEND,
        "search": NameForm(initial={"words": words}),
        "words": words,
    }
    return render(request, "dashboards/matrix.html", page)


@require_safe
@role_required(Role.COORDINATOR)
def matrix_download(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the matrix as CSV or XLSX, with the same filters."""
    if kind not in FILE_TYPES:
        raise Http404
    actor, now = person_of(request), timezone.now()
    body = matrix_file(actor, request.GET, words_of(request), kind=kind, now=now)
    if body is None:
        raise Http404
    name = f"eisen-{timezone.localdate(now).isoformat()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=FILE_TYPES[kind], headers=headers)
