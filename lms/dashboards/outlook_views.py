"""Who is matchable in three months, and who will not be any more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lms.accounts.public import Role, person_of, role_required
from lms.certification.public import forecast_of
from lms.dashboards.board import EVERYBODY, GROUP, chosen_lines
from lms.dashboards.forms import NameForm
from lms.dashboards.looking import remember_name, words_of


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.COORDINATOR)
def outlook(request: HttpRequest) -> HttpResponse:
    """Show the coming months for the own people, and for whom nothing is planned."""
    if request.method == "POST":
        return remember_name(request)
    now, words, wanted = timezone.now(), words_of(request), request.GET.copy()
    wanted[GROUP] = EVERYBODY
    chosen = chosen_lines(person_of(request), wanted, words, now)
    if chosen is None:
        return render(request, "dashboards/no_scheme.html")
    page = {
        "chosen": chosen,
        "forecast": forecast_of(chosen.rows, chosen.freshness.ground, now),
        "search": NameForm(initial={"words": words}),
        "words": words,
    }
    return render(request, "dashboards/outlook.html", page)
