"""The first page of everybody, and the coordinator's board."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lms.accounts.models import User
from lms.accounts.public import Role, holds, person_of, role_required
from lms.dashboards.board import board_of
from lms.dashboards.forms import NameForm
from lms.dashboards.looking import remember_name, words_of
from lms.dashboards.together import actions_for
from lms.dashboards.what_now import what_now

# Where each role begins, first match wins; a volunteer begins at "Wat nu?".
FIRST_PAGES = {
    Role.COORDINATOR: "dashboards:board",
    Role.TRAINER: "cohorts:list",
    Role.FACILITATOR: "intervision:mine",
    Role.CONTACT_PERSON: "dashboards:own_people",
    Role.ADMINISTRATOR: "accounts:people",
}


def start(request: HttpRequest) -> HttpResponse:
    """Welcome a visitor; show a volunteer what is next; bring everybody else to where their work is."""
    if not isinstance(request.user, User):
        return render(request, "dashboards/welcome.html")
    if holds(request.user, Role.VOLUNTEER):
        return render(request, "dashboards/what_now.html", {"page": what_now(request.user, timezone.now())})
    for role, name in FIRST_PAGES.items():
        if holds(request.user, role):
            return redirect(name)
    return redirect("accounts:me")


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.COORDINATOR)
def board(request: HttpRequest) -> HttpResponse:
    """Show who is ready, almost, waiting, expiring, paused or silent."""
    if request.method == "POST":
        return remember_name(request)
    words = words_of(request)
    found = board_of(person_of(request), request.GET, words, timezone.now())
    if found is None:
        return render(request, "dashboards/no_scheme.html")
    page = {
        "board": found,
        "actions": actions_for(found.chosen.group) if found.rows else (),
        "search": NameForm(initial={"words": words}),
        "words": words,
    }
    return render(request, "dashboards/board.html", page)
