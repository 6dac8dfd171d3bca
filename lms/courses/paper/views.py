"""Entering what one person did on paper: choose the module, then everything of it in one screen."""

import uuid as uuids
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, holds, person_of, role_required
from lms.courses.cohorts.policies import ARRANGERS
from lms.courses.paper.forms import SheetForm, values_in
from lms.courses.paper.screen import screen_of
from lms.courses.paper.selectors import PaperModule, courses_of, paper_module, person_on_paper
from lms.courses.paper.services import Entered, NotAllowedError, enter
from lms.courses.progress.desk import NotEnrolledError


@require_safe
@role_required(*ARRANGERS)
def choose(request: HttpRequest, person: UUID) -> HttpResponse:
    """Show the modules of the courses that somebody takes."""
    found = _person(request, person)
    page = {
        "person": found,
        "courses": courses_of(found),
        "is_coordinator": holds(person_of(request), Role.COORDINATOR),
    }
    return render(request, "paper/choose.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*ARRANGERS)
def module(request: HttpRequest, person: UUID, module: UUID) -> HttpResponse:
    """Show every exercise of a module, and write down what was filled in."""
    page = paper_module(_person(request, person), module)
    if page is None:
        raise Http404
    now = timezone.now()
    today = timezone.localdate(now)
    if request.method != "POST":
        first = {"submission": uuids.uuid4(), "done_on": today}
        return _screen(request, page, SheetForm(initial=first, today=today))
    form = SheetForm(request.POST, today=today)
    if not form.is_valid():
        return _screen(request, page, form)
    try:
        entered = enter(page, form.sheet(), actor=person_of(request), now=now)
    except (NotAllowedError, NotEnrolledError) as error:  # a lesson or a right went in between
        raise Http404 from error
    if entered.troubles:
        return _screen(request, page, form, entered)
    _say(request, entered)
    return redirect("paper:module", page.person.uuid, module)


def _person(request: HttpRequest, uuid: UUID) -> User:
    person = person_on_paper(person_of(request), uuid)
    if person is None:
        raise Http404
    return person


def _say(request: HttpRequest, entered: Entered) -> None:
    if entered.number:
        words = ngettext("Bewaard: %(count)d regel.", "Bewaard: %(count)d regels.", entered.number)
        messages.success(request, words % {"count": entered.number})
    else:
        messages.info(request, _("Er was niets nieuws om te bewaren."))


def _screen(
    request: HttpRequest, page: PaperModule, form: SheetForm, entered: Entered | None = None
) -> HttpResponse:
    screen = screen_of(page, values_in(form.data), entered)
    context = {"page": page, "form": form, "screen": screen, "entered": entered}
    return render(request, "paper/module.html", context)
