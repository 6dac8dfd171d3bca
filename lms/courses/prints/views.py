"""A lesson, a module or a course on paper: as a page to print, and as a PDF that the worker makes."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from lms.accounts.public import is_too_often, person_of, signed_in, too_often
from lms.courses.prints.models import PrintedPart
from lms.courses.prints.policies import may_print
from lms.courses.prints.rendering import printable
from lms.courses.prints.selectors import Booklet, booklet_of, page_to_print
from lms.courses.prints.services import ask
from lms.courses.progress.slots import slots_for
from lms.municipality.public import current_settings

LOOK_AGAIN = 8  # seconds
PATIENCE = timedelta(minutes=10)


@require_safe
@signed_in
def page(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show everything as it comes on paper."""
    found = _page_or_404(request, uid)
    if is_too_often(request, "print"):
        return too_often(request)
    booklet = _booklet_or_404(found)
    shown = {"booklet": booklet, "slots": slots_for(request), "level": booklet.level}
    return render(request, "print/page.html", shown | {"look": current_settings(request)})


@require_POST
@signed_in
def ask_for_pdf(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask for the PDF of the text as it is now, and go to where it will be."""
    found = _page_or_404(request, uid)
    if is_too_often(request, "print"):
        return too_often(request)
    booklet = _booklet_or_404(found)
    row = ask(printable(booklet), now=timezone.now())
    return redirect("prints:made", uid, row.uuid)


@require_safe
@signed_in
def made(request: HttpRequest, uid: UUID, printed: UUID) -> HttpResponse:
    """Tell whether the PDF is there; the page looks again by itself, but not for ever."""
    found = _page_or_404(request, uid)
    row = get_object_or_404(PrintedPart.objects.defer("pdf"), uuid=printed, page_uid=uid)
    waits = row.state == PrintedPart.State.WAITING
    refreshes = waits and timezone.now() - row.asked_at < PATIENCE
    shown = {"row": row, "uid": uid, "title": found.title, "refreshes": refreshes}
    response = render(request, "print/waiting.html", shown)
    if refreshes:
        response["Refresh"] = str(LOOK_AGAIN)
    return response


@require_safe
@signed_in
def file(request: HttpRequest, uid: UUID, printed: UUID) -> HttpResponse:
    """Give the PDF; 404 while it is not there."""
    found = _page_or_404(request, uid)
    ready = PrintedPart.objects.filter(state=PrintedPart.State.READY)
    row = get_object_or_404(ready, uuid=printed, page_uid=uid)
    name = slugify(found.title) or "les"
    response = HttpResponse(bytes(row.pdf or b""), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


def _page_or_404(request: HttpRequest, uid: UUID) -> Page:
    found = page_to_print(uid)
    if found is None or not may_print(person_of(request), found.path):
        raise Http404
    return found


def _booklet_or_404(found: Page) -> Booklet:
    booklet = booklet_of(found)
    if booklet is None:
        raise Http404
    return booklet
