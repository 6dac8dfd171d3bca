"""Choose people on the board, look at what would happen, do it, take it back."""

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required
from lms.certification.public import batch_lines, undo_batch
from lms.dashboards.board import chosen_lines
from lms.dashboards.looking import words_of
from lms.dashboards.together import CONFIRM, EXTEND, MOST, WORDS, check, do, people_with

MOST_IN_ADDRESS = 100  # a longer address is refused by the servers on the way
WHO, ALL, WHAT, PEOPLE, SUBMISSION = "wie", "alles", "wat", "people", "submission"


@require_POST
@role_required(Role.COORDINATOR)
def together(request: HttpRequest) -> HttpResponse:
    """Show for whom something would be done, and for whom not and why. Nothing is done yet."""
    name = _name_or_404(request)
    people, is_cut = _chosen(request)
    if not people:
        messages.warning(request, _("Kies eerst voor wie."))
        return redirect(_board(request))
    if name == EXTEND:
        if is_cut or len(people) > MOST_IN_ADDRESS:
            words = _("Hier staan de eerste %(count)d mensen. Doe daarna de anderen.")
            messages.warning(request, words % {"count": MOST_IN_ADDRESS})
        ids = urlencode([("wie", each.uuid.hex) for each in people[:MOST_IN_ADDRESS]])
        return redirect(f"{reverse('certification:extend')}?{ids}")
    actor = person_of(request)
    page = {
        "check": check(name, people, actor=actor, today=timezone.localdate()),
        "submission": uuid.uuid4(),
        "back": _board(request),
        "most": MOST if is_cut else 0,
        "query": request.GET.urlencode(),
    }
    return render(request, "dashboards/together_check.html", page)


@require_POST
@role_required(Role.COORDINATOR)
def do_together(request: HttpRequest) -> HttpResponse:
    """Do it for the people who were shown."""
    name = _name_or_404(request)
    if name == EXTEND:
        raise Http404
    try:
        submission = uuid.UUID(request.POST.get(SUBMISSION, ""))
    except ValueError:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
        return redirect(_board(request))
    actor, now = person_of(request), timezone.now()
    people = people_with(request.POST.get(PEOPLE, "").split(), actor)
    outcomes = do(name, people, submission=submission, actor=actor, now=now)
    number = sum(1 for each in outcomes if each.is_done)
    if name == CONFIRM and number:
        return redirect("dashboards:together_done", batch=submission)
    if number:
        words = ngettext(
            "De herinnering gaat naar %(count)d persoon.",
            "De herinnering gaat naar %(count)d mensen.",
            number,
        )
        messages.success(request, words % {"count": number})
    else:
        messages.warning(request, _("Er is niets veranderd. Misschien was dit al gedaan."))
    return redirect(_board(request))


@require_safe
@role_required(Role.COORDINATOR)
def together_done(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """Show who was confirmed in one go, with the way back."""
    lines = batch_lines(batch, person_of(request))
    if not lines:
        raise Http404
    standing = [line for line in lines if not line.is_undone]
    page = {"lines": lines, "number": len(standing), "batch": batch}
    return render(request, "dashboards/together_done.html", page)


@require_POST
@role_required(Role.COORDINATOR)
def together_back(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """Take back what was done in one go, as far as it can be."""
    if not batch_lines(batch, person_of(request)):
        raise Http404
    found = undo_batch(batch, actor=person_of(request), now=timezone.now())
    number = len(found.done)
    words = ngettext("Teruggenomen voor %(count)d persoon.", "Teruggenomen voor %(count)d mensen.", number)
    messages.success(request, words % {"count": number})
    for each in found.refused:
        messages.warning(request, f"{each.person.name}: {each.message}")
    return redirect("dashboards:together_done", batch=batch)


def _name_or_404(request: HttpRequest) -> str:
    name = request.POST.get(WHAT, "")
    if name not in WORDS:
        raise Http404
    return name


def _chosen(request: HttpRequest) -> tuple[list[User], bool]:
    """The people who were ticked, or everybody of the list; and whether that were too many at once."""
    actor = person_of(request)
    if ALL not in request.POST:
        return people_with(request.POST.getlist(WHO), actor), False
    chosen = chosen_lines(actor, request.GET, words_of(request), timezone.now())
    if chosen is None:
        return [], False
    found = [line.person for line in chosen.lines[: MOST + 1]]
    return found[:MOST], len(found) > MOST


def _board(request: HttpRequest) -> str:
    query = request.GET.urlencode()
    return reverse("dashboards:board") + (f"?{query}" if query else "")
