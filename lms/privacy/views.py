"""My data: what we hold, a copy of it; and for administrators: erase somebody who left."""

import uuid

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lms.accounts.public import Role, role_required, signed_in
from lms.privacy import audit, selectors, services


@signed_in
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Show a person what we hold about them, what for and how long."""
    return render(request, "privacy/mine.html", {"kinds": selectors.kinds_held(request.user)})


@signed_in
@require_GET
def download(request: HttpRequest) -> HttpResponse:
    """Give a person a copy of everything we hold about them, as a file that is stored nowhere else."""
    now = timezone.now()
    name = f"mijn-gegevens-{timezone.localdate(now):%Y-%m-%d}.json"
    response = JsonResponse(
        selectors.export_of(request.user, now),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
    audit.data_downloaded(request.user)
    return response


@role_required(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, uuid: uuid.UUID) -> HttpResponse:
    """Show what erasing a person does, and do it after a confirmation; only for an account that is off."""
    person = get_object_or_404(get_user_model(), uuid=uuid)
    if request.method == "POST" and not person.is_active:
        services.erase_person(person, actor=request.user, now=timezone.now())
        messages.success(request, _("De gegevens zijn gewist."))
        return redirect("privacy:erase", uuid=uuid)
    audit.erasure_prepared(person, request.user)
    held = [kind for kind in selectors.kinds_held(person) if kind.number]
    context = {"person": person, "kinds": held, "is_erased": services.is_erased(person)}
    return render(request, "privacy/erase.html", context)
