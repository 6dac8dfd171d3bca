"""The give-up page: what the system stopped trying, and the button that makes it try again."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from lms.accounts.public import Role, role_required
from lms.outbox import selectors, services


@role_required(Role.ADMINISTRATOR)
@require_GET
def given_up(request: HttpRequest) -> HttpResponse:
    """Show what was given up."""
    return render(request, "outbox/given_up.html", {"list": selectors.given_up()})


@role_required(Role.ADMINISTRATOR)
@require_POST
def try_again(request: HttpRequest, kind: str, uuid: uuid.UUID) -> HttpResponse:
    """Put one line back."""
    if kind not in {selectors.MESSAGE, selectors.TASK}:
        raise Http404
    if services.try_again(kind, uuid, actor=request.user, now=timezone.now()):
        messages.success(request, _("We proberen het opnieuw."))
    else:
        messages.info(request, _("Dit staat niet meer in de lijst."))
    return redirect("outbox:given_up")


@role_required(Role.ADMINISTRATOR)
@require_POST
def try_all_again(request: HttpRequest) -> HttpResponse:
    """Put every line back."""
    count = services.try_all_again(actor=request.user, now=timezone.now())
    text = ngettext("We proberen %(count)d regel opnieuw.", "We proberen %(count)d regels opnieuw.", count)
    messages.success(request, text % {"count": count})
    return redirect("outbox:given_up")
