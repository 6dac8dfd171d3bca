"""Pages of meetings: the plan, one meeting, and who was there."""

import uuid as uuids
from typing import Any, cast

from django.contrib import messages
from django.forms import formset_factory
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.accounts.public import person_of, role_required, signed_in
from lms.courses.cohorts import services
from lms.courses.cohorts.forms import (
    WORDS,
    AttendanceForm,
    MeetingForm,
    PlanFormSet,
    PlanRowForm,
)
from lms.courses.cohorts.models import Attendance, Cohort, Meeting
from lms.courses.cohorts.period_forms import PeriodForm
from lms.courses.cohorts.policies import ARRANGERS, cohorts_for, may_change, takes_part
from lms.courses.cohorts.rules import Problem, Refused, has_started, next_numbers
from lms.courses.cohorts.selectors import people_of, people_on_list, presence_at
from lms.courses.cohorts.views import cohort_or_404, posted, require_change

ROWS = 4
MOST_ROWS = 12


def meeting_or_404(request: HttpRequest, uuid: uuids.UUID) -> Meeting:
    """Return the meeting, when this person may arrange its edition."""
    meetings = Meeting.objects.select_related("cohort__trainer")
    return get_object_or_404(meetings, uuid=uuid, cohort__in=cohorts_for(person_of(request)))


@role_required(*ARRANGERS)
def plan(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Plan several meetings on one page, with the subjects of the course's own plan as a start."""
    cohort = cohort_or_404(request, uuid)
    require_change(request, cohort)
    rows = _first_rows(cohort)
    factory = cast(
        type[PlanFormSet],
        formset_factory(
            PlanRowForm, formset=PlanFormSet, extra=len(rows), max_num=MOST_ROWS, absolute_max=MOST_ROWS
        ),
    )
    submission = _submission(request)
    taken = _taken(cohort, submission) if request.method == "POST" else ()
    formset = factory(posted(request), initial=rows, prefix="rij", taken=taken)
    if request.method == "POST" and formset.is_valid():
        drafts = [_draft(row) for row in formset.rows()]
        try:
            services.plan_meetings(cohort, drafts, submission, person_of(request))
        except Refused as refusal:
            formset.non_form_errors().append(WORDS[refusal.problem])
        else:
            messages.success(request, _("De bijeenkomsten staan in het overzicht."))
            return redirect("cohorts:detail", cohort.uuid)
    context = {"cohort": cohort, "formset": formset, "submission": submission}
    return render(request, "cohorts/plan.html", context)


@signed_in
def meeting_detail(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Show a meeting to who goes there and to who arranges it."""
    meeting = get_object_or_404(Meeting.objects.select_related("cohort__trainer"), uuid=uuid)
    actor = person_of(request)
    arranges = cohorts_for(actor).filter(pk=meeting.cohort_id).exists()
    goes = takes_part(actor, meeting)
    if not (goes or arranges):
        raise Http404
    context = {
        "meeting": meeting,
        "arranges": arranges,
        "may_change": arranges and may_change(actor, meeting.cohort),
        "goes": goes,
        "has_started": has_started(meeting.starts_at, timezone.now()),
        "presence": Attendance.objects.filter(meeting=meeting, user=actor).first() if goes else None,
        "people": people_of(meeting).count(),
    }
    return render(request, "cohorts/meeting.html", context)


@role_required(*ARRANGERS)
def edit_meeting(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Change time, place or programme of a meeting."""
    meeting = meeting_or_404(request, uuid)
    require_change(request, meeting.cohort)
    names = ("number", "title", "place", "programme", "bring")
    initial = {name: getattr(meeting, name) for name in names}
    initial |= PeriodForm.initial_of(meeting.starts_at, meeting.ends_at)
    form = MeetingForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_meeting(meeting, _draft(form.cleaned_data), person_of(request), timezone.now())
        except Refused as refusal:
            field = "number" if refusal.problem == Problem.NUMBER_TAKEN else "held_on"
            form.add_error(field, WORDS[refusal.problem])
        else:
            messages.success(request, _("De bijeenkomst is bewaard."))
            return redirect("cohorts:meeting", meeting.uuid)
    return render(request, "cohorts/meeting_form.html", {"form": form, "meeting": meeting})


@role_required(*ARRANGERS)
def drop_meeting(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Ask, and then take a meeting away."""
    meeting = meeting_or_404(request, uuid)
    require_change(request, meeting.cohort)
    if request.method == "POST":
        try:
            services.cancel_meeting(meeting, person_of(request))
        except Refused as refusal:
            messages.error(request, WORDS[refusal.problem])
        else:
            messages.success(request, _("De bijeenkomst is geschrapt."))
        return redirect("cohorts:detail", meeting.cohort.uuid)
    return render(request, "cohorts/meeting_cancel.html", {"meeting": meeting})


@role_required(*ARRANGERS)
def attendance(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Write down who was there: everybody on one page, saved in one go."""
    meeting = meeting_or_404(request, uuid)
    actor, now = person_of(request), timezone.now()
    people = list(people_on_list(meeting, actor))
    noted = presence_at(meeting)
    known = {person: noted[person.pk] for person in people if person.pk in noted}
    form = AttendanceForm(posted(request), people=people, known=known)
    if request.method == "POST" and form.is_valid():
        try:
            services.record_attendance(meeting.uuid, form.presences(), actor, now)
        except Refused as refusal:
            form.add_error(None, WORDS[refusal.problem])
        else:
            messages.success(request, _("De aanwezigheid is bewaard."))
            return redirect("cohorts:detail", meeting.cohort.uuid)
    context = {
        "form": form,
        "meeting": meeting,
        "has_started": has_started(meeting.starts_at, now),
        "others": people_of(meeting).count() - len(people),
    }
    return render(request, "cohorts/attendance.html", context)


def _first_rows(cohort: Cohort) -> list[dict[str, Any]]:
    taken = list(cohort.meetings.values_list("number", flat=True))
    plan = [block.value for block in cohort.course.meetings]
    subjects = {int(value["number"]): _as_title(str(value["core"])) for value in plan}
    planned = [number for number in sorted(subjects) if number not in taken][:MOST_ROWS]
    numbers = planned or next_numbers([*taken, *subjects], ROWS)
    return [{"number": number, "title": subjects.get(number, "")} for number in numbers]


def _as_title(text: str) -> str:
    return (text[:1].upper() + text[1:])[:120]


def _taken(cohort: Cohort, submission: uuids.UUID) -> list[int]:
    """Return the numbers that are in use, without those of this same page sent twice."""
    return [
        meeting.number
        for meeting in cohort.meetings.all()
        if meeting.uuid != services.meeting_uuid(submission, meeting.number)
    ]


def _submission(request: HttpRequest) -> uuids.UUID:
    try:
        return uuids.UUID(request.POST["submission"])
    except (KeyError, ValueError):
        return uuids.uuid4()


def _draft(data: dict[str, Any]) -> services.MeetingDraft:
    return services.MeetingDraft(
        number=data["number"],
        title=data["title"],
        starts_at=data["starts_at"],
        ends_at=data["ends_at"],
        place=data["place"],
        programme=data.get("programme", ""),
        bring=data.get("bring", ""),
    )
