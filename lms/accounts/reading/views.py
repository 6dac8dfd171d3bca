"""The page with reading aids: for everybody, also before signing in."""

from dataclasses import asdict
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lms.accounts.access import person_of
from lms.accounts.reading.cookies import memory_of, remember
from lms.accounts.reading.forms import ReadingForm
from lms.accounts.reading.rules import NOTHING_CHOSEN, ReadingChoice
from lms.accounts.reading.services import keep_choice

BACK = "terug"  # the page somebody came from: a path of ours, never with a query


@require_http_methods(["GET", "HEAD", "POST"])
def reading_aids(request: HttpRequest) -> HttpResponse:
    """Show how this browser reads, and change it."""
    sent = request.POST if request.method == "POST" else None
    form = ReadingForm(sent, initial=asdict(memory_of(request).choice))
    if form.is_valid():
        messages.success(request, _("Je leeshulp is bewaard."))
        return _kept(request, form.choice())
    back = request.POST.get(BACK) or request.GET.get(BACK) or request.headers.get("Referer", "")
    return render(request, "accounts/reading_aids.html", {"form": form, "back": _own_path(request, back)})


@require_POST
def reading_reset(request: HttpRequest) -> HttpResponse:
    """Forget every choice: pages are as the device wants them."""
    messages.success(request, _("Alles is teruggezet."))
    return _kept(request, NOTHING_CHOSEN)


def _kept(request: HttpRequest, choice: ReadingChoice) -> HttpResponse:
    is_signed_in = request.user.is_authenticated
    if is_signed_in:
        keep_choice(person_of(request), choice, now=timezone.now())
    back = _own_path(request, request.POST.get(BACK, ""))
    here = reverse("accounts:reading_aids")
    response = redirect(f"{here}?{urlencode({BACK: back})}" if back else here)
    remember(response, choice, is_of_person=is_signed_in)
    return response


def _own_path(request: HttpRequest, address: str) -> str:
    """Return the path of an address of ours, or "" for this page, for elsewhere and for nonsense."""
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return ""
    path = urlsplit(address).path
    # A path can look like another host by itself: "//elsewhere", or with a backslash.
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and not path.startswith(reverse("accounts:reading_aids")) else ""
