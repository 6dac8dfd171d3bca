"""What if? For oneself, and for somebody one coordinates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required
from lms.certification import audit
from lms.certification.access import for_coordinator
from lms.certification.prospects.forms import ProspectForm
from lms.certification.prospects.selectors import answer_to, prospect_for
from lms.certification.standings.selectors import ground_on

ASKED = "vraag"


@require_safe
@role_required(Role.VOLUNTEER)
def prospect(request: HttpRequest) -> HttpResponse:
    """What if this happens to me?"""
    return _page(request, person_of(request), reverse("certification:mine"))


@require_safe
@for_coordinator
def prospect_of(request: HttpRequest, person: User) -> HttpResponse:
    """What if this happens to somebody I coordinate?"""
    audit.person_viewed(person, person_of(request))
    return _page(request, person, reverse("certification:person", kwargs={"uuid": person.uuid}))


def _page(request: HttpRequest, person: User, back: str) -> HttpResponse:
    now = timezone.now()
    ground = ground_on(timezone.localdate(now))
    page = {"person": person, "is_own": person == request.user, "back": back}
    if ground is None:
        return render(request, "certification/prospect.html", page)
    known = prospect_for(person, ground, now)
    form = ProspectForm(request.GET if ASKED in request.GET else None, prospect=known)
    if form.is_bound and form.is_valid():
        happenings = form.happenings()
        page |= {"happenings": happenings, "answer": answer_to(known, happenings)}
    return render(request, "certification/prospect.html", page | {"form": form, "prospect": known})
