"""The coordinator issues a certificate, makes it again, or takes it back."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.models import User
from lms.accounts.public import person_of, signed_in
from lms.certification import audit as readiness_audit
from lms.certification.access import for_coordinator
from lms.certification.certificates.earned import editions_of
from lms.certification.certificates.forms import OrderForm, RevokeForm, SubmissionForm, new_submission
from lms.certification.certificates.policies import may_handle
from lms.certification.certificates.selectors import (
    Order,
    certificate_with,
    certificates_of,
    preview_of,
    valid_proof,
    view_of,
)
from lms.certification.certificates.services import (
    CertificateRefused,
    issue,
    order_of,
    reissue,
    revoke,
)
from lms.certification.models import Certificate

REFUSALS = {
    "nothing": gettext_lazy("Er is nog niets om op dit bewijs te zetten."),
    "exists": gettext_lazy("Er is al een bewijs voor deze lichting. Maak dat opnieuw."),
    "replaced": gettext_lazy("Dit bewijs is al vervangen. Kijk bij het nieuwe bewijs."),
    "revoked": gettext_lazy("Dit bewijs is ingetrokken. Maak een nieuw bewijs."),
    "other_person": gettext_lazy("Dit lukte niet. Laad de pagina opnieuw."),
}


@require_safe
@for_coordinator
def certificates_of_person(request: HttpRequest, person: User) -> HttpResponse:
    """Every certificate of somebody I coordinate."""
    readiness_audit.person_viewed(person, person_of(request))
    page = {"person": person, "certificates": certificates_of(person)}
    return render(request, "certification/certificates/person.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def new(request: HttpRequest, person: User) -> HttpResponse:
    """Choose a certificate; see what will be on it; issue it. The choice stands in the address."""
    asked = request.GET or None
    form = OrderForm(asked, editions=editions_of(person))
    if asked is None or not form.is_valid():
        return render(request, "certification/certificates/new.html", {"form": form, "person": person})
    order = form.order()
    known = valid_proof(person, order.cohort) if order.cohort and request.method != "POST" else None
    if known is not None:
        messages.warning(request, REFUSALS["exists"])
        return redirect("certification:certificate", certificate=known.uuid)
    button = SubmissionForm(request.POST if request.method == "POST" else None, initial=new_submission())
    if request.method == "POST" and button.is_valid():
        try:
            made = issue(
                person,
                order,
                button.cleaned_data["submission"],
                actor=person_of(request),
                now=timezone.now(),
            )
        except CertificateRefused as refusal:
            button.add_error(None, words_of(refusal))
        else:
            messages.success(request, _("Het bewijs is gemaakt. De PDF komt zo."))
            return redirect("certification:certificate", certificate=made.uuid)
    return render(request, "certification/certificates/preview.html", _preview(button, person, order))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def again(request: HttpRequest, certificate: uuids.UUID) -> HttpResponse:
    """Make a certificate again, with the name and the numbers of today."""
    row = _handled_or_404(request, certificate)
    form = SubmissionForm(request.POST if request.method == "POST" else None, initial=new_submission())
    if request.method == "POST" and form.is_valid():
        submission = form.cleaned_data["submission"]
        try:
            made = reissue(row, submission, actor=person_of(request), now=timezone.now())
        except CertificateRefused as refusal:
            form.add_error(None, words_of(refusal))
        else:
            messages.success(request, _("Er is een nieuw bewijs. Het oude is vervangen."))
            return redirect("certification:certificate", certificate=made.uuid)
    try:
        page = _preview(form, row.person, order_of(row))
    except CertificateRefused as refusal:
        messages.warning(request, words_of(refusal))
        return redirect("certification:certificate", certificate=row.uuid)
    return render(request, "certification/certificates/preview.html", page | {"first": view_of(row)})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def take_back(request: HttpRequest, certificate: uuids.UUID) -> HttpResponse:
    """Take a certificate back, with a reason that the volunteer reads."""
    row = _handled_or_404(request, certificate)
    form = RevokeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        revoke(row, said["reason_code"], said["reason"], actor=person_of(request), now=timezone.now())
        messages.success(request, _("Het bewijs is ingetrokken."))
        return redirect("certification:certificate", certificate=row.uuid)
    page = {"form": form, "view": view_of(row), "person": row.person}
    return render(request, "certification/certificates/revoke.html", page)


def words_of(refusal: CertificateRefused) -> str:
    """Why nothing was made, in a sentence."""
    if refusal.code == "name":
        return _("De naam heeft tekens die niet op papier kunnen: %s") % refusal.detail
    return str(REFUSALS[refusal.code])


def _preview(form: SubmissionForm, person: User, order: Order) -> dict[str, Any]:
    content = preview_of(person, order, timezone.localdate())
    return {"form": form, "person": person, "content": content}


def _handled_or_404(request: HttpRequest, uuid: uuids.UUID) -> Certificate:
    row = certificate_with(uuid)
    if row is None or not may_handle(person_of(request), row):
        raise Http404
    return row
