"""Other roles: fill in, check the answers, send; and the coordinator's "seen and discussed"."""

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required
from lms.certification.access import for_coordinator
from lms.certification.ledger.services import LedgerError
from lms.certification.person.selectors import newest_declaration
from lms.certification.roles.forms import OtherRolesForm, answers_of, initial_of
from lms.certification.roles.services import declare_roles, mark_roles_seen

SEND, CHANGE = "send", "change"


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.VOLUNTEER)
def own_roles(request: HttpRequest) -> HttpResponse:
    """My other roles."""
    return _roles(request, person_of(request), lambda: redirect("certification:mine"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def roles_of(request: HttpRequest, person: User) -> HttpResponse:
    """The other roles of somebody I coordinate, filled in together."""
    return _roles(request, person, lambda: redirect("certification:person", uuid=person.uuid))


class SeenForm(forms.Form):
    """Which declaration was seen."""

    declaration = forms.UUIDField()


@require_POST
@for_coordinator
def seen(request: HttpRequest, person: User) -> HttpResponse:
    """I saw this declaration and talked about it."""
    form = SeenForm(request.POST)
    if form.is_valid():
        try:
            mark_roles_seen(
                person, form.cleaned_data["declaration"], actor=person_of(request), now=timezone.now()
            )
            messages.success(request, _("Genoteerd: gezien en besproken."))
        except LedgerError as error:
            messages.warning(request, str(error))
    else:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    return redirect("certification:person", uuid=person.uuid)


def _roles(request: HttpRequest, person: User, done: Callable[[], HttpResponse]) -> HttpResponse:
    if request.method != "POST":
        initial = {"submission": uuid.uuid4(), **initial_of(newest_declaration(person))}
        return _ask(request, person, OtherRolesForm(initial=initial))
    form = OtherRolesForm(request.POST)
    if not form.is_valid() or request.POST.get("step") == CHANGE:
        return _ask(request, person, form)
    if request.POST.get("step") != SEND:
        page = {"form": form, "person": person, "answers": answers_of(form.said())}
        return render(request, "certification/roles_check.html", page)
    try:
        submission = form.cleaned_data["submission"]
        declare_roles(person, form.said(), submission, actor=person_of(request), now=timezone.now())
    except LedgerError as error:
        form.add_error(None, str(error))
        return _ask(request, person, form)
    messages.success(request, _("Je antwoorden zijn bewaard."))
    return done()


def _ask(request: HttpRequest, person: User, form: OtherRolesForm) -> HttpResponse:
    page = {"form": form, "person": person, "is_own": person == request.user}
    return render(request, "certification/roles.html", page)
