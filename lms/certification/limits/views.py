"""The limits card: why one makes it, an empty one to print, and that it was made."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.public import Role, person_of, role_required, signed_in
from lms.certification.ledger.services import LedgerError
from lms.certification.limits.forms import CardMadeForm
from lms.certification.limits.selectors import newest_card
from lms.certification.limits.services import say_card_made


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.VOLUNTEER)
def limits_card(request: HttpRequest) -> HttpResponse:
    """Say that I made my limits card; what is on it stays mine."""
    person = person_of(request)
    if request.method == "POST":
        form = CardMadeForm(request.POST)
        if form.is_valid() and _say(request, form.cleaned_data["submission"]):
            return redirect("certification:mine")
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    page = {"card": newest_card(person), "submission": uuid.uuid4()}
    return render(request, "certification/limits_card.html", page)


def _say(request: HttpRequest, submission: uuid.UUID) -> bool:
    try:
        say_card_made(person_of(request), submission, now=timezone.now())
    except LedgerError:
        return False
    messages.success(request, _("Bewaard. Je hebt je grenzenkaart gemaakt."))
    return True


@require_safe
@signed_in
def empty_card(request: HttpRequest) -> HttpResponse:
    """An empty card to print; it holds nothing about anybody."""
    return render(request, "certification/empty_card.html")
