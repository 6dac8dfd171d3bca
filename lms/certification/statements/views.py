"""Read a statement and sign it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.accounts.public import Role, person_of, role_required
from lms.certification.ledger.services import LedgerError
from lms.certification.statements.forms import SignForm
from lms.certification.statements.selectors import (
    may_sign_again,
    signature_of,
    statement_on,
    text_of,
)
from lms.certification.statements.services import sign_statement
from lms.municipality.public import current_settings, slot_values


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.VOLUNTEER)
def statement(request: HttpRequest, code: str) -> HttpResponse:
    """The whole text with one check box; after signing, when it was signed."""
    person, now = person_of(request), timezone.now()
    version = statement_on(code, timezone.localdate(now))
    if version is None:
        raise Http404
    initial = {"submission": uuid.uuid4(), "number": version.number}
    form = SignForm(request.POST or None, initial=initial, asked=version.number)
    if request.method == "POST" and form.is_valid():
        try:
            sign_statement(person, version, form.cleaned_data["submission"], now=now)
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Je hebt dit getekend. Dank je wel."))
            return redirect("certification:mine")
    signature, is_ending = (
        signature_of(person, version),
        may_sign_again(person, code, timezone.localdate(now)),
    )
    page = {
        "form": form,
        "text": text_of(version, slot_values(current_settings(request))),
        "signature": signature,
        "is_ending": signature is not None and is_ending,
        "is_asked": signature is None or is_ending,
    }
    return render(request, "certification/statement.html", page)
