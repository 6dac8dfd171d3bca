"""Certificates for a whole edition: choose people, one file to print, and undo when it was a mistake."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.accounts.public import Role, person_of, role_required
from lms.certification.certificates.editions import issue_for_edition, revoke_print
from lms.certification.certificates.forms import ChooseForm, new_submission
from lms.certification.certificates.rendering import ask_again
from lms.certification.certificates.selectors import certificates_in, edition_rows
from lms.certification.certificates.views import pdf_answer
from lms.certification.models import Rendering
from lms.certification.policies import NotAllowed
from lms.courses.models import Cohort
from lms.courses.public import cohorts_for

ARRANGERS = (Role.TRAINER, Role.COORDINATOR)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*ARRANGERS)
def choose(request: HttpRequest, cohort: uuids.UUID) -> HttpResponse:
    """Everybody who was at a meeting; who gets a certificate is chosen here."""
    actor = person_of(request)
    edition = get_object_or_404(cohorts_for(actor).select_related("course"), uuid=cohort)
    rows = edition_rows(edition, actor)
    form = ChooseForm(request.POST if request.method == "POST" else None, initial=new_submission(), rows=rows)
    if request.method == "POST" and form.is_valid():
        row = issue_for_edition(
            edition, form.people(), form.cleaned_data["submission"], actor=actor, now=timezone.now()
        )
        if row is not None:
            messages.success(request, _("De bewijzen zijn gemaakt. Het bestand komt zo."))
            return redirect("certification:certificates_print", key=row.uuid)
        form.add_error(None, _("Er is niets om op een bewijs te zetten."))
    page = {"form": form, "cohort": edition, "rows": rows}
    return render(request, "certification/certificates/edition.html", page)


@require_safe
@role_required(*ARRANGERS)
def printing(request: HttpRequest, key: uuids.UUID) -> HttpResponse:
    """How far the file to print is, and the certificates in it."""
    row = _print_or_404(request, key)
    page = {"print": row, "cohort": row.cohort, "certificates": certificates_in(row)}
    return render(request, "certification/certificates/print.html", page)


@require_safe
@role_required(*ARRANGERS)
def print_pdf(request: HttpRequest, key: uuids.UUID) -> HttpResponse:
    """Give the file to print; 404 while it is not there."""
    row = _print_or_404(request, key)
    content = Rendering.objects.values_list("pdf", flat=True).get(pk=row.pk)
    if content is None:
        raise Http404
    return pdf_answer(bytes(content), "bewijzen-om-te-printen.pdf")


@require_POST
@role_required(*ARRANGERS)
def print_again(request: HttpRequest, key: uuids.UUID) -> HttpResponse:
    """Ask once more for a file that could not be made."""
    row = _print_or_404(request, key)
    ask_again(row, now=timezone.now())
    return redirect("certification:certificates_print", key=row.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*ARRANGERS)
def undo(request: HttpRequest, key: uuids.UUID) -> HttpResponse:
    """Take back every certificate that was made in this one go."""
    row = _print_or_404(request, key)
    if request.method == "POST":
        try:
            count = revoke_print(row, actor=person_of(request), now=timezone.now())
        except NotAllowed:
            messages.warning(request, _("Dit kan niet samen. Niet iedereen hoort nog bij jou."))
            return redirect("certification:certificates_print", key=row.uuid)
        words = ngettext("%(count)s bewijs is ingetrokken.", "%(count)s bewijzen zijn ingetrokken.", count)
        messages.success(request, words % {"count": count})
        return redirect("certification:certificates_print", key=row.uuid)
    page = {"print": row, "cohort": row.cohort}
    return render(request, "certification/certificates/undo.html", page)


def _print_or_404(request: HttpRequest, key: uuids.UUID) -> Rendering:
    """A file that this person asked for: it holds names of people who may be out of a colleague's scope."""
    rows = Rendering.objects.select_related("cohort").defer("pdf").filter(certificate=None)
    row = get_object_or_404(rows, uuid=key, asked_by=person_of(request))
    if not isinstance(row.cohort, Cohort) or not cohorts_for(person_of(request)).filter(pk=row.cohort.pk):
        raise Http404
    return row
