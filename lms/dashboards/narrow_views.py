"""The narrower views: of a contact person and of a trainer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.accounts.public import Role, person_of, role_required
from lms.certification.public import LEGEND
from lms.dashboards.own_people import own_people_of
from lms.dashboards.training import training_of


@require_safe
@role_required(Role.CONTACT_PERSON)
def own_people(request: HttpRequest) -> HttpResponse:
    """Show the people of my organisation, what they share, and what I can do."""
    page = own_people_of(person_of(request), request.GET.get("page"), timezone.now())
    return render(request, "dashboards/own_people.html", {"people": page})


@require_safe
@role_required(Role.TRAINER)
def training(request: HttpRequest) -> HttpResponse:
    """Show where the people of my editions are in the training."""
    found = training_of(person_of(request), request.GET, timezone.now())
    if found is None:
        return render(request, "dashboards/no_scheme.html")
    return render(request, "dashboards/training.html", {"training": found, "legend": LEGEND})
