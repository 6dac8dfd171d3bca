"""Pages of intervision sessions: plan, see, and write down who was there."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.accounts.public import person_of, role_required, signed_in
from lms.courses.public import PeriodForm
from lms.intervision import services
from lms.intervision.forms import WORDS, RecordForm, SessionForm
from lms.intervision.models import IntervisionSession
from lms.intervision.policies import LEADERS, led_groups, own_groups, recordable_people
from lms.intervision.rules import Problem, Refused, length_in_minutes
from lms.intervision.selectors import decides
from lms.intervision.views import group_or_404, posted


def session_or_404(request: HttpRequest, uuid: uuids.UUID) -> IntervisionSession:
    """Return the session, when this person leads or arranges its group."""
    sessions = IntervisionSession.objects.select_related("group__facilitator", "method")
    return get_object_or_404(sessions, uuid=uuid, group__in=led_groups(person_of(request)))


@role_required(*LEADERS)
def new_session(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Plan a session of a group."""
    group = group_or_404(request, uuid)
    initial = {"submission": uuids.uuid4(), "mode": IntervisionSession.Mode.IN_PERSON}
    form = SessionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        submission = form.cleaned_data["submission"] or uuids.uuid4()
        session = services.plan_session(group, _draft(form.cleaned_data), submission, person_of(request))
        messages.success(request, _("De intervisie is gepland."))
        return redirect("intervision:session", session.uuid)
    return render(request, "intervision/session_form.html", {"form": form, "group": group})


@signed_in
def session_detail(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Show a session to members of the group and to who leads it."""
    sessions = IntervisionSession.objects.select_related("group__facilitator", "method")
    session = get_object_or_404(sessions, uuid=uuid)
    actor, now = person_of(request), timezone.now()
    leads = led_groups(actor).filter(pk=session.group_id).exists()
    belongs = own_groups(actor, timezone.localdate(now)).filter(pk=session.group_id).exists()
    if not (leads or belongs):
        raise Http404
    context = {
        "session": session,
        "leads": leads,
        "belongs": belongs,
        "facilitator_decides": decides(session.group.facilitator),
        "has_started": session.starts_at <= now,
        "presence": session.presence.filter(user=actor).first() if belongs else None,
    }
    return render(request, "intervision/session.html", context)


@role_required(*LEADERS)
def edit_session(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Change when, where or how a session is."""
    session = session_or_404(request, uuid)
    initial = {name: getattr(session, name) for name in ("mode", "place", "method")}
    initial |= PeriodForm.initial_of(session.starts_at, session.ends_at)
    form = SessionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_session(session, _draft(form.cleaned_data), person_of(request), timezone.now())
        except Refused as refusal:
            field = "held_on" if refusal.problem == Problem.NOT_STARTED else "ends"
            form.add_error(field, WORDS[refusal.problem])
        else:
            messages.success(request, _("De intervisie is bewaard."))
            return redirect("intervision:session", session.uuid)
    context = {"form": form, "group": session.group, "session": session}
    return render(request, "intervision/session_form.html", context)


@role_required(*LEADERS)
def drop_session(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Ask, and then take a session away."""
    session = session_or_404(request, uuid)
    if request.method == "POST":
        try:
            services.cancel_session(session, person_of(request))
        except Refused as refusal:
            messages.error(request, WORDS[refusal.problem])
        else:
            messages.success(request, _("De intervisie is geschrapt."))
        return redirect("intervision:group", session.group.uuid)
    return render(request, "intervision/session_cancel.html", {"session": session})


@role_required(*LEADERS)
def record(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Write down the minutes and who was there, in one go. Nothing that was said."""
    session = session_or_404(request, uuid)
    actor, now = person_of(request), timezone.now()
    people = list(recordable_people(actor, session, timezone.localdate(session.starts_at)))
    known = dict(session.presence.values_list("user_id", "was_present"))
    initial = {"net_minutes": session.net_minutes or _proposal(session)}
    form = RecordForm(posted(request), initial=initial, people=people, known=known)
    if request.method == "POST" and form.is_valid():
        minutes, presences = form.cleaned_data["net_minutes"], form.presences()
        try:
            services.record_session(session.uuid, minutes, presences, actor, now)
        except Refused as refusal:
            field = "net_minutes" if refusal.problem == Problem.MORE_MINUTES_THAN_TIME else None
            form.add_error(field, WORDS[refusal.problem])
        else:
            messages.success(request, _("Het verslag is bewaard."))
            return redirect("intervision:group", session.group.uuid)
    context = {"form": form, "session": session, "has_started": session.starts_at <= now}
    return render(request, "intervision/record.html", context)


def _proposal(session: IntervisionSession) -> int:
    """Return the likely minutes: the time there was, without the pauses of the method."""
    pauses = session.method.pause_minutes if session.method else 0
    return max(length_in_minutes(session.starts_at, session.ends_at) - pauses, 1)


def _draft(data: dict[str, Any]) -> services.SessionDraft:
    return services.SessionDraft(
        starts_at=data["starts_at"],
        ends_at=data["ends_at"],
        place=data["place"],
        mode=data["mode"],
        method=data["method"],
    )
