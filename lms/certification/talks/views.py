"""Talks: the trainer writes down provisionally, the coordinator makes final."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required, signed_in
from lms.certification.access import for_coordinator
from lms.certification.handing_in.services import take_back
from lms.certification.ledger.services import LedgerError
from lms.certification.models import TalkRecord
from lms.certification.policies import NotAllowed
from lms.certification.readiness import ConversationHeld
from lms.certification.standings.selectors import Ground, ground_on
from lms.certification.talks.forms import FinishForm, TalkForm
from lms.certification.talks.policies import may_record, may_record_final
from lms.certification.talks.rules import conversations, points_of
from lms.certification.talks.selectors import talk_of, trainer_rows
from lms.certification.talks.services import finish_talk, record_talk


@require_safe
@role_required(Role.TRAINER)
def own_people(request: HttpRequest) -> HttpResponse:
    """The people of my editions, and whose closing talk is still to do."""
    ground = ground_on(timezone.localdate())
    rows = trainer_rows(person_of(request), ground) if ground is not None else []
    return render(request, "certification/talks.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def talk(request: HttpRequest, uuid: uuids.UUID, rule: str) -> HttpResponse:
    """Write down a talk with somebody, as coordinator or as trainer; the same list for both."""
    person, asked = _person_and_talk(request, uuid, rule)
    actor, now = person_of(request), timezone.now()
    is_coordinator = may_record_final(actor, person)
    initial = {"submission": uuids.uuid4(), "held_on": timezone.localdate(now)}
    data = request.POST if request.method == "POST" else None
    form = TalkForm(data, initial=initial, points=points_of(asked), today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        try:
            made = record_talk(person, form.talk(asked.id), actor=actor, now=now)
        except NotAllowed as refusal:
            raise Http404 from refusal
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            done = _("Bewaard.") if made.is_final else _("Bewaard. De coördinator maakt het definitief.")
            messages.success(request, done)
            return _back(person, is_coordinator=is_coordinator)
    sheet = talk_of(person, asked)
    own = [] if is_coordinator else [each for each in sheet.talks if each.is_provisional and each.by == actor]
    page = {
        "form": form,
        "person": person,
        "sheet": sheet,
        "own_talks": own,
        "is_coordinator": is_coordinator,
    }
    return render(request, "certification/talk.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def finish(request: HttpRequest, person: User, talk: uuids.UUID) -> HttpResponse:
    """Make a talk of the trainer final, or say what to come back to."""
    record = get_object_or_404(
        TalkRecord.objects.select_related("person", "made_by"), uuid=talk, person=person
    )
    scheme = _ground_or_404().scheme_for(person.joined_on)
    asked = next((rule for rule in conversations(scheme).values() if rule.what == record.what), None)
    if asked is None:
        raise Http404
    sheet = talk_of(person, asked)
    line = next(each for each in sheet.talks if each.uuid == str(record.uuid))
    if not line.is_provisional and request.method != "POST":
        messages.warning(request, _("Hier is al naar gekeken."))
        return redirect("certification:person", uuid=person.uuid)
    data = request.POST if request.method == "POST" else None
    points = points_of(asked) if asked.points else {}
    form = FinishForm(data, initial={"submission": uuids.uuid4()}, points=points)
    if request.method == "POST" and form.is_valid():
        try:
            finish_talk(record, form.given(), actor=person_of(request), now=timezone.now())
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Bewaard. De vrijwilliger kan het lezen."))
            return redirect("certification:person", uuid=person.uuid)
    page = {"form": form, "person": person, "sheet": sheet, "line": line}
    return render(request, "certification/talk_finish.html", page)


@require_POST
@role_required(Role.TRAINER)
def own_take_back(request: HttpRequest, talk: uuids.UUID) -> HttpResponse:
    """Take back what I wrote down about a talk, while the coordinator has not looked."""
    actor = person_of(request)
    record = get_object_or_404(TalkRecord.objects.select_related("person"), uuid=talk, made_by=actor)
    try:
        take_back(record.person, str(record.uuid), actor=actor, now=timezone.now())
    except NotAllowed as refusal:  # a coordinator put the line right meanwhile
        raise Http404 from refusal
    except LedgerError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("Teruggenomen."))
    return redirect("certification:talks")


def _person_and_talk(request: HttpRequest, uuid: uuids.UUID, rule: str) -> tuple[User, ConversationHeld]:
    """The person and the talk of an address; 404 for who may not write about it."""
    person = get_object_or_404(User, uuid=uuid)
    scheme = _ground_or_404().scheme_for(person.joined_on)
    asked = conversations(scheme).get(rule)
    if asked is None or not may_record(person_of(request), person, asked):
        raise Http404
    return person, asked


def _back(person: User, *, is_coordinator: bool) -> HttpResponse:
    if is_coordinator:
        return redirect("certification:person", uuid=person.uuid)
    return redirect("certification:talks")


def _ground_or_404() -> Ground:
    ground = ground_on(timezone.localdate())
    if ground is None:
        raise Http404
    return ground
