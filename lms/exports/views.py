"""Pages about sharing: the volunteer chooses, a coordinator writes it down, the administrator keeps keys."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lms.accounts.models import User
from lms.accounts.public import Role, may_coordinate, person_of, role_required
from lms.certification.public import ReasonCategory, reason_label, scope_titles
from lms.exports.forms import ServiceAccountForm
from lms.exports.models import ServiceAccount, ServiceToken
from lms.exports.selectors import current_consent, pulls_of, service_accounts
from lms.exports.services import (
    create_service_account,
    create_token,
    give_consent,
    revoke_token,
    training_status,
    withdraw_consent,
)


@role_required(Role.VOLUNTEER)
@require_http_methods(["GET", "POST"])
def sharing(request: HttpRequest) -> HttpResponse:
    """Show the volunteer exactly what is shared and with whom, and let them choose."""
    person = person_of(request)
    if request.method == "POST":
        _change_consent(request, person)
        return redirect("exports:sharing")
    return render(request, "exports/sharing.html", _sharing(person))


@role_required(Role.COORDINATOR)
@require_http_methods(["GET", "POST"])
def sharing_for(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let a coordinator of this person write down what was agreed by phone or on paper."""
    person = User.objects.filter(uuid=uuid).first()
    if person is None or not may_coordinate(request.user, person):
        raise Http404
    if request.method == "POST":
        _change_consent(request, person)
        return redirect("exports:sharing_for", uuid=uuid)
    return render(request, "exports/sharing_for.html", _sharing(person))


def _sharing(person: User) -> dict[str, Any]:
    now = timezone.now()
    status = training_status(person, now)
    scheme, _slash, number = status.scheme_version.rpartition("/")
    rules = _("%(scheme)s, versie %(number)s") % {"scheme": scheme.replace("_", " "), "number": number}
    return {
        "person": person,
        "consent": current_consent(person),
        "status": status,
        "scope": scope_titles(person, status.scope, timezone.localdate(now)),
        "reason": reason_label(ReasonCategory(status.reason_category)),
        "rules": rules if scheme else _("Er zijn nog geen regels."),
        "pulls": pulls_of(person),
    }


def _change_consent(request: HttpRequest, person: User) -> None:
    if request.POST.get("choice") == "yes":
        give_consent(person, actor=person_of(request), now=timezone.now())
        messages.success(request, _("Bewaard. De status wordt nu gedeeld."))
    elif request.POST.get("choice") == "no":
        withdraw_consent(person, actor=person_of(request), now=timezone.now())
        messages.success(request, _("Bewaard. De status wordt niet meer gedeeld."))
    else:
        messages.error(request, _("Kies eerst ja of nee."))


@role_required(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """Show the connected systems with their keys, and make a new one."""
    form = ServiceAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        create_service_account(form.cleaned_data["name"], actor=person_of(request), now=timezone.now())
        messages.success(request, _("De koppeling is gemaakt. Maak nu een sleutel."))
        return redirect("exports:accounts")
    return render(request, "exports/accounts.html", {"form": form, "accounts": service_accounts()})


@role_required(Role.ADMINISTRATOR)
@require_POST
def new_token(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Make a key and show it, once."""
    account = get_object_or_404(ServiceAccount, uuid=uuid)
    token = create_token(account, actor=person_of(request), now=timezone.now())
    return render(request, "exports/token.html", {"account": account, "token": token})


@role_required(Role.ADMINISTRATOR)
@require_POST
def end_token(request: HttpRequest, uuid: UUID, prefix: str) -> HttpResponse:
    """End a key."""
    token = get_object_or_404(ServiceToken, account__uuid=uuid, prefix=prefix)
    revoke_token(token, actor=person_of(request), now=timezone.now())
    messages.success(request, _("De sleutel werkt niet meer."))
    return redirect("exports:accounts")
