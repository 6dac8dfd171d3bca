"""Confirm, make an exception, pause, resume, stop."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required
from lms.certification.access import for_coordinator
from lms.certification.decisions.forms import (
    AnswerForm,
    OverrideForm,
    PauseForm,
    SubmissionForm,
    WithdrawForm,
)
from lms.certification.decisions.refusals import DecisionRefused
from lms.certification.decisions.requests import answer_override, ask_override
from lms.certification.decisions.selectors import domain_titles
from lms.certification.decisions.services import Ruling, decide, undo
from lms.certification.models import Decision, OverrideRequest
from lms.certification.policies import NotAllowed
from lms.certification.standings.selectors import ground_on
from lms.municipality.public import current_settings


@dataclass(frozen=True, slots=True)
class Kind:
    """A decision that has a page of its own."""

    form: type[forms.Form]
    title: str | Promise
    about: str | Promise
    button: str | Promise
    done: str | Promise


KINDS = {
    "override": Kind(
        OverrideForm,
        _("Een uitzondering maken"),
        _("Deze persoon kan dan meedoen terwijl er nog iets openstaat. Dat blijft te zien."),
        _("Maak de uitzondering"),
        _("De uitzondering geldt nu."),
    ),
    "pause": Kind(
        PauseForm,
        _("Even pauze"),
        _("Deze persoon krijgt dan geen vragen. Alles wat gedaan is, blijft staan."),
        _("Zet op pauze"),
        _("De pauze is begonnen."),
    ),
    "resume": Kind(
        SubmissionForm,
        _("Weer beginnen"),
        _("De pauze stopt dan meteen."),
        _("Stop de pauze"),
        _("De pauze is voorbij."),
    ),
    "withdraw": Kind(
        WithdrawForm,
        _("Stoppen met de inzet"),
        _("Later weer beginnen mag. Dan bevestig jij opnieuw."),
        _("Stop de inzet"),
        _("De inzet is gestopt."),
    ),
}
ASK_OVERRIDE = Kind(
    OverrideForm,
    _("Een uitzondering vragen"),
    _("Een tweede coördinator moet het ermee eens zijn. Tot die tijd verandert er niets."),
    _("Vraag de uitzondering"),
    _("Gevraagd. Nu wacht dit op een tweede coördinator."),
)
OWN_PAUSE = Kind(
    PauseForm,
    _("Even pauze"),
    _("Je krijgt dan geen vragen. Je hoeft niet te zeggen waarom. Alles wat je deed, blijft staan."),
    _("Begin mijn pauze"),
    _("Je hebt nu even pauze."),
)


@require_POST
@for_coordinator
def confirm(request: HttpRequest, person: User) -> HttpResponse:
    """Confirm that somebody is matchable, with one button."""
    form = SubmissionForm(request.POST)
    if form.is_valid():
        done = _("Bevestigd. %(name)s is nu inzetbaar.") % {"name": person.get_short_name()}
        _decide_and_tell(request, person, Ruling(kind="confirm", **form.cleaned_data), done)
    else:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    return redirect("certification:person", uuid=person.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def decision(request: HttpRequest, person: User, kind: str) -> HttpResponse:
    """A page to make an exception, pause, resume or stop for somebody."""
    if kind not in KINDS:
        raise Http404
    back = reverse("certification:person", kwargs={"uuid": person.uuid})
    needs_two = kind == Decision.Kind.OVERRIDE and current_settings(request).asks_second_person
    return _page(request, person, kind, ASK_OVERRIDE if needs_two else KINDS[kind], back)


@require_POST
@for_coordinator
def take_back(request: HttpRequest, person: User, decision: uuid.UUID) -> HttpResponse:
    """Take the newest decision back; what stood before it stands again."""
    row = get_object_or_404(Decision.objects.select_related("person"), uuid=decision, person=person)
    form = SubmissionForm(request.POST)
    if form.is_valid():
        try:
            undo(row, form.cleaned_data["submission"], actor=person_of(request), now=timezone.now())
        except DecisionRefused as refusal:
            messages.warning(request, str(refusal))
        except NotAllowed as refusal:
            raise Http404 from refusal
        else:
            messages.success(request, _("Teruggenomen. Wat er daarvoor stond, geldt weer."))
    else:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    return redirect("certification:person", uuid=person.uuid)


@require_POST
@for_coordinator
def answer(request: HttpRequest, person: User, wanted: uuid.UUID) -> HttpResponse:
    """Agree, or not, with an exception that another coordinator asked."""
    row = get_object_or_404(OverrideRequest.objects.select_related("person"), uuid=wanted, person=person)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
        return redirect("certification:person", uuid=person.uuid)
    try:
        made = answer_override(row, agrees=form.agrees(), actor=person_of(request), now=timezone.now())
    except DecisionRefused as refusal:
        messages.warning(request, str(refusal))
    except NotAllowed as refusal:
        raise Http404 from refusal
    else:
        done = _("De uitzondering geldt nu.") if made else _("Genoteerd. De uitzondering gaat niet door.")
        messages.success(request, done)
    return redirect("certification:person", uuid=person.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.VOLUNTEER)
def own_pause(request: HttpRequest) -> HttpResponse:
    """Take a pause: no reason needed."""
    return _page(request, person_of(request), "pause", OWN_PAUSE, reverse("certification:mine"))


@require_POST
@role_required(Role.VOLUNTEER)
def own_resume(request: HttpRequest) -> HttpResponse:
    """End my own pause."""
    form = SubmissionForm(request.POST)
    if form.is_valid():
        ruling = Ruling(kind=Decision.Kind.RESUME, **form.cleaned_data)
        _decide_and_tell(request, person_of(request), ruling, _("Welkom terug. Je pauze is voorbij."))
    else:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    return redirect("certification:mine")


def _page(request: HttpRequest, person: User, name: str, kind: Kind, back: str) -> HttpResponse:
    form = _form(kind, request, person)
    if request.method == "POST" and form.is_valid():
        try:
            ruling = Ruling(kind=name, **form.cleaned_data)
            (_ask if kind is ASK_OVERRIDE else _decide)(request, person, ruling)
        except DecisionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, str(kind.done))
            return redirect(back)
    page = {"form": form, "person": person, "kind": kind, "back": back, "is_own": person == request.user}
    return render(request, "certification/decision.html", page)


def _form(kind: Kind, request: HttpRequest, person: User) -> forms.Form:
    options: dict[str, Any] = {"initial": {"submission": uuid.uuid4()}}
    today = timezone.localdate()
    if kind.form in (OverrideForm, PauseForm):
        options["today"] = today
    if kind.form is OverrideForm:
        ground = ground_on(today)
        options["domains"] = domain_titles(ground.scheme_for(person.joined_on) if ground else None)
    return kind.form(request.POST if request.method == "POST" else None, **options)


def _decide_and_tell(request: HttpRequest, person: User, ruling: Ruling, done: str | Promise) -> None:
    try:
        _decide(request, person, ruling)
    except DecisionRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, str(done))


def _decide(request: HttpRequest, person: User, ruling: Ruling) -> None:
    try:
        decide(person, ruling, actor=person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        raise Http404 from refusal


def _ask(request: HttpRequest, person: User, ruling: Ruling) -> None:
    try:
        ask_override(person, ruling, actor=person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        raise Http404 from refusal
