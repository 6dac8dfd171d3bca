"""Where somebody stood on a day, as known then and as known now; for oneself and for who one coordinates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required
from lms.certification import audit
from lms.certification.access import for_coordinator
from lms.certification.history.forms import DayForm
from lms.certification.history.selectors import past_of


@require_safe
@role_required(Role.VOLUNTEER)
def as_of(request: HttpRequest) -> HttpResponse:
    """Where did I stand on that day?"""
    return _page(request, person_of(request), reverse("certification:mine"))


@require_safe
@for_coordinator
def as_of_person(request: HttpRequest, person: User) -> HttpResponse:
    """Where did somebody I coordinate stand on that day?"""
    return _page(request, person, reverse("certification:person", kwargs={"uuid": person.uuid}))


def _page(request: HttpRequest, person: User, back: str) -> HttpResponse:
    now, reader = timezone.now(), person_of(request)
    form = DayForm(request.GET if "dag" in request.GET else None, today=timezone.localdate(now))
    page = {"form": form, "person": person, "is_own": person == reader, "back": back}
    if form.is_bound and form.is_valid():
        day = form.cleaned_data["dag"]
        audit.past_viewed(person, reader, day)
        page |= {"day": day, "past": past_of(person, day), "reader": reader, "asked_at": now}
    return render(request, "certification/as_of.html", page)
