"""Pages to invite people: one person, or a list that is shown back first, row by row."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lms.accounts.access import person_of, policy_required
from lms.accounts.invitations import services
from lms.accounts.invitations.forms import InvitationForm, InvitationListForm
from lms.accounts.invitations.rules import MAX_EMAIL, Row
from lms.accounts.invitations.selectors import WORDS, checked_rows
from lms.accounts.policies import may_invite, visible_people

# The list waits in the session between the two pages: addresses belong in no hidden field and no URL.
LIST = "invitation_list"


@policy_required(may_invite)
def invite(request: HttpRequest) -> HttpResponse:
    """Invite one person."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.invite_people(form.cleaned_data["rows"], actor=person_of(request), now=timezone.now())
        messages.success(request, _("De uitnodiging is onderweg."))
        return redirect("accounts:people")
    return render(request, "accounts/invite.html", {"form": form})


@policy_required(may_invite)
def invite_list(request: HttpRequest) -> HttpResponse:
    """Take a list, pasted or as a file."""
    form = InvitationListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        rows = form.cleaned_data["rows"]
        # What is far too long is cut: it is refused anyway, and the page must stay readable.
        request.session[LIST] = [(row.line, row.name[:200], row.email[: MAX_EMAIL + 1]) for row in rows]
        return redirect("accounts:invite_check")
    return render(request, "accounts/invite_list.html", {"form": form})


@policy_required(may_invite)
def invite_check(request: HttpRequest) -> HttpResponse:
    """Show what would happen with each row, and do it at the press of the button; twice is as once."""
    rows = checked_rows([Row(*cells) for cells in request.session.get(LIST, [])])
    if not rows:
        return redirect("accounts:invite_list")
    if request.method == "POST":
        del request.session[LIST]
        invited = services.invite_people(rows, actor=person_of(request), now=timezone.now())
        number = len(invited)
        done = ngettext("Je hebt %(n)d persoon uitgenodigd.", "Je hebt %(n)d mensen uitgenodigd.", number)
        messages.success(request, done % {"n": number})
        return redirect("accounts:people")
    return render(request, "accounts/invite_check.html", _shown(rows))


def _shown(rows: list[Row]) -> dict[str, Any]:
    right = [row for row in rows if row.problem is None]
    wrong = [(row, WORDS[row.problem]) for row in rows if row.problem is not None]
    return {"right": right, "wrong": wrong, "number": len(right)}


@require_POST
@policy_required(may_invite)
def invite_again(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mail an invitation once more."""
    person = get_object_or_404(visible_people(person_of(request)), uuid=uuid)
    if person == request.user:
        raise Http404
    if services.invite_again(person, actor=person_of(request), now=timezone.now()):
        messages.success(request, _("De uitnodiging is opnieuw onderweg."))
    return redirect("accounts:person", uuid=uuid)
