"""Pages of editions: the list, one edition, and the people in it."""

import uuid as uuids

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.accounts.models import User
from lms.accounts.public import Role, holds, person_of, role_required
from lms.courses.cohorts import services
from lms.courses.cohorts.forms import WORDS, CohortForm, MembersForm
from lms.courses.cohorts.models import Cohort
from lms.courses.cohorts.policies import ARRANGERS, cohorts_for, may_change, people_for
from lms.courses.cohorts.rules import Refused
from lms.courses.cohorts.selectors import candidates, cohort_page, cohort_rows

PER_PAGE = 30


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def cohort_or_404(request: HttpRequest, uuid: uuids.UUID) -> Cohort:
    """Return the edition, when this person may arrange it."""
    return get_object_or_404(cohorts_for(person_of(request)).select_related("course", "trainer"), uuid=uuid)


def require_change(request: HttpRequest, cohort: Cohort) -> None:
    """Answer 403 to who may see this edition, but not change it for people of others."""
    if not may_change(person_of(request), cohort):
        raise PermissionDenied


@role_required(*ARRANGERS)
def cohort_list(request: HttpRequest) -> HttpResponse:
    """Show the editions one may arrange."""
    rows = cohort_rows(person_of(request), timezone.now())
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    is_trainer = holds(person_of(request), Role.TRAINER)
    return render(request, "cohorts/list.html", {"page": page, "is_trainer": is_trainer})


@role_required(*ARRANGERS)
def new_cohort(request: HttpRequest) -> HttpResponse:
    """Make an edition."""
    initial = {"submission": uuids.uuid4(), "series": "basistraining", "trainer": _self_if_trainer(request)}
    form = CohortForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        submission = form.cleaned_data["submission"] or uuids.uuid4()
        cohort = services.start_cohort(
            _draft(form), form.cleaned_data["course"], submission, person_of(request)
        )
        messages.success(request, _("De lichting is gemaakt. Plan nu de bijeenkomsten."))
        return redirect("cohorts:detail", cohort.uuid)
    return render(request, "cohorts/form.html", {"form": form})


@role_required(*ARRANGERS)
def cohort_detail(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Show one edition: its meetings and its people."""
    cohort = cohort_or_404(request, uuid)
    page = cohort_page(cohort, person_of(request), timezone.now())
    context = {"page": page, "cohort": cohort, "may_change": may_change(person_of(request), cohort)}
    return render(request, "cohorts/detail.html", context)


@role_required(*ARRANGERS)
def edit_cohort(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Change an edition."""
    cohort = cohort_or_404(request, uuid)
    require_change(request, cohort)
    initial = {name: getattr(cohort, name) for name in ("title", "trainer", "starts_on", "series")}
    form = CohortForm(posted(request), initial=initial, cohort=cohort)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_cohort(cohort, _draft(form), person_of(request))
        except Refused as refusal:
            form.add_error("series", WORDS[refusal.problem])
        else:
            messages.success(request, _("De lichting is bewaard."))
            return redirect("cohorts:detail", cohort.uuid)
    return render(request, "cohorts/form.html", {"form": form, "cohort": cohort})


@role_required(*ARRANGERS)
def choose_members(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Choose who takes part."""
    cohort = cohort_or_404(request, uuid)
    actor = person_of(request)
    choices = candidates(cohort, actor) if request.method == "GET" else people_for(actor)
    form = MembersForm(posted(request), choices=choices)
    if request.method == "POST" and form.is_valid():
        added = services.add_members(cohort, form.cleaned_data["people"], actor, timezone.now())
        messages.success(request, _added(len(added)))
        return redirect("cohorts:detail", cohort.uuid)
    return render(request, "cohorts/members.html", {"form": form, "cohort": cohort})


@role_required(*ARRANGERS)
def end_place(request: HttpRequest, uuid: uuids.UUID, person: uuids.UUID) -> HttpResponse:
    """Ask, and then end a person's place."""
    cohort = cohort_or_404(request, uuid)
    places = cohort.members.filter(left_on=None).values("user")
    mine = people_for(person_of(request))
    if request.method == "POST":
        member = get_object_or_404(mine.filter(cohort_places__cohort=cohort), uuid=person)
        services.remove_member(cohort, member, person_of(request), timezone.now())
        messages.success(request, _("%(name)s doet niet meer mee.") % {"name": member.name})
        return redirect("cohorts:detail", cohort.uuid)
    member = get_object_or_404(mine.filter(pk__in=places), uuid=person)
    return render(request, "cohorts/member_remove.html", {"cohort": cohort, "person": member})


def _draft(form: CohortForm) -> services.CohortDraft:
    data = form.cleaned_data
    return services.CohortDraft(data["title"], data["trainer"], data["starts_on"], data["series"])


def _added(count: int) -> str:
    if not count:
        return _("Deze mensen doen al mee.")
    words = ngettext("%(count)s persoon doet nu mee.", "%(count)s mensen doen nu mee.", count)
    return words % {"count": count}


def _self_if_trainer(request: HttpRequest) -> User | None:
    actor = person_of(request)
    return actor if holds(actor, Role.TRAINER) else None
