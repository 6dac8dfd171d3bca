"""Begin and end looking as a volunteer. Only who may read along can; everybody else sees 404."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lms.accounts.public import person_of, role_required
from lms.courses.pages.models import CoursePage
from lms.courses.progress.places import address_of
from lms.courses.progress.policies import READERS
from lms.courses.viewing.services import start_viewing, stop_viewing


@require_POST
@role_required(*READERS)
def start(request: HttpRequest, course: str) -> HttpResponse:
    """Show the course as a volunteer sees it, from the page where one was."""
    page = get_object_or_404(CoursePage.objects.live(), slug=course)
    start_viewing(request.session, page, person_of(request))
    return redirect(_back(request, address_of(page.url_path)))


@require_POST
@role_required(*READERS)
def stop(request: HttpRequest) -> HttpResponse:
    """Show everything as before, on the page where one was."""
    stop_viewing(request.session, person_of(request))
    messages.success(request, _("Je kijkt weer als jezelf. Er is niets bewaard."))
    return redirect(_back(request, "progress:courses"))


def _back(request: HttpRequest, otherwise: str) -> str:
    """Return the page of ours that the form names, or another."""
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if is_ours else otherwise
