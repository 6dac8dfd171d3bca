"""Say that something was handed in, and answer what waits."""

import uuid as uuids
from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, people_within, person_of, role_required
from lms.certification.access import for_coordinator
from lms.certification.decisions.selectors import requests_for
from lms.certification.handing_in.forms import AssessForm, HandInForm, HandInForOtherForm
from lms.certification.handing_in.rules import takes
from lms.certification.handing_in.selectors import (
    handed_in,
    is_answered,
    offered,
    roles_to_see,
    waiting_for,
    was_handed_in,
)
from lms.certification.handing_in.services import assess, hand_in, take_back
from lms.certification.ledger.services import LedgerError
from lms.certification.policies import NotAllowed
from lms.certification.standings.selectors import ground_on

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.VOLUNTEER)
def own(request: HttpRequest) -> HttpResponse:
    """Say that I handed something in."""
    return _hand_in(request, person_of(request), lambda: redirect("certification:mine"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def for_person(request: HttpRequest, person: User) -> HttpResponse:
    """Write down that somebody I coordinate handed something in by phone or on paper."""
    return _hand_in(request, person, lambda: redirect("certification:person", uuid=person.uuid))


@require_POST
@role_required(Role.VOLUNTEER)
def own_take_back(request: HttpRequest, ref: uuids.UUID) -> HttpResponse:
    """Take back what I handed in, while nobody answered."""
    person = person_of(request)
    if not was_handed_in(person, str(ref)):
        raise Http404
    try:
        take_back(person, str(ref), actor=person, now=timezone.now())
    except NotAllowed as refusal:
        raise Http404 from refusal
    except LedgerError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("Teruggenomen."))
    return redirect("certification:mine")


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def answer(request: HttpRequest, person: User, ref: uuids.UUID) -> HttpResponse:
    """Answer what somebody handed in: seen, or what is still needed."""
    today = timezone.localdate()
    ground = ground_on(today)
    row = handed_in(person, str(ref))
    if row is None or ground is None:
        raise Http404
    if is_answered(row) and request.method != "POST":
        messages.warning(request, _("Hier is al naar gekeken."))
        return redirect("certification:person", uuid=person.uuid)
    item = next((each for each in waiting_for([person.pk], ground) if each.ref == row.ref), None)
    if item is not None and item.is_talk:
        return redirect("certification:talk_finish", uuid=person.uuid, talk=ref)
    data = request.POST if request.method == "POST" else None
    form = AssessForm(data, initial={"submission": uuids.uuid4()}, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            assess(person, str(ref), form.given(), actor=person_of(request), now=timezone.now())
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Bewaard. De vrijwilliger kan het lezen."))
            return redirect("certification:person", uuid=person.uuid)
    page = {"form": form, "person": person, "item": item}
    return render(request, "certification/assess.html", page)


@require_safe
@role_required(Role.COORDINATOR)
def waiting(request: HttpRequest) -> HttpResponse:
    """Everything that waits for me about my people, the oldest first."""
    coordinator, today = person_of(request), timezone.localdate()
    ground, people = ground_on(today), people_within(coordinator, Role.COORDINATOR)
    items = waiting_for(people, ground) if ground is not None else []
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    roles = roles_to_see(people, today, PER_PAGE)
    shown = {"page": page, "wanted": requests_for(coordinator), "roles": roles}
    return render(request, "certification/waiting.html", shown)


def _hand_in(request: HttpRequest, person: User, done: Callable[[], HttpResponse]) -> HttpResponse:
    now = timezone.now()
    form = _hand_in_form(request, person, timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        try:
            hand_in(person, form.said(), actor=person_of(request), now=now)
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Bewaard. Nu kijkt de coördinator ernaar."))
            return done()
    page = {"form": form, "person": person, "is_own": person == request.user}
    return render(request, "certification/hand_in.html", page)


def _hand_in_form(request: HttpRequest, person: User, today: date) -> HandInForm:
    kind, ground = HandInForm if person == request.user else HandInForOtherForm, ground_on(today)
    if request.method == "POST":
        # Whatever can be handed in: what is there already must not look like a slip of the pen.
        known = takes(ground.scheme_for(person.joined_on)) if ground is not None else {}
        return kind(request.POST, rules=known.values(), today=today)
    initial = {"submission": uuids.uuid4(), "happened_on": today, "rule": request.GET.get("eis", "")}
    rules = offered(person, ground) if ground is not None else []
    return kind(initial=initial, rules=rules, today=today)
