"""The first page of everybody, and the coordinator's board."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role, holds, person_of, role_required
from lms.dashboards.board import board_of
from lms.dashboards.what_now import what_now

PER_PAGE = 100
# Where each role begins, first match wins; a volunteer begins at "Wat nu?".
FIRST_PAGES = {
    Role.COORDINATOR: "dashboards:board",
    Role.TRAINER: "cohorts:list",
    Role.FACILITATOR: "intervision:mine",
    Role.CONTACT_PERSON: "accounts:people",
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


@role_required(Role.COORDINATOR)
def board(request: HttpRequest) -> HttpResponse:
    """Show who is ready, almost, waiting, expiring, paused or silent."""
    today = timezone.localdate()
    page = board_of(person_of(request), today, request.GET.get("groep", ""))
    rows = Paginator(page.rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "dashboards/board.html", {"board": page, "rows": rows, "today": today})
