"""Pages of intervision groups and methods."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.accounts.public import Role, holds, people_within, person_of, role_required, signed_in
from lms.intervision import services
from lms.intervision.forms import GroupForm, MembersForm
from lms.intervision.models import IntervisionGroup, Method
from lms.intervision.policies import LEADERS, coordinated_groups, led_groups, may_read_methods
from lms.intervision.rules import Size, size_of
from lms.intervision.selectors import candidates, group_page, group_rows, groups_of, sessions_of


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def group_or_404(request: HttpRequest, uuid: uuids.UUID) -> IntervisionGroup:
    """Return the group, when this person leads or arranges it."""
    return get_object_or_404(led_groups(person_of(request)).select_related("facilitator"), uuid=uuid)


def arranged_or_404(request: HttpRequest, uuid: uuids.UUID) -> IntervisionGroup:
    """Return the group, when this person arranges it as a coordinator."""
    return get_object_or_404(coordinated_groups(person_of(request)).select_related("facilitator"), uuid=uuid)


@role_required(Role.VOLUNTEER, Role.FACILITATOR)
def mine(request: HttpRequest) -> HttpResponse:
    """Show a member the own groups and sessions; who only leads goes on to those groups."""
    actor = person_of(request)
    if not holds(actor, Role.VOLUNTEER):
        return redirect("intervision:groups")
    past = [row for row in sessions_of(actor) if row.was_present is not None]
    context = {
        "groups": groups_of(actor, timezone.now()),
        "past": past[::-1],
        "leads": holds(actor, *LEADERS),
    }
    return render(request, "intervision/mine.html", context)


@signed_in
def methods(request: HttpRequest) -> HttpResponse:
    """List the methods."""
    _must_read_methods(request)
    return render(request, "intervision/methods.html", {"methods": Method.objects.all()})


@signed_in
def method_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how a method goes, step by step; it prints on paper."""
    _must_read_methods(request)
    method = get_object_or_404(Method, slug=slug)
    return render(request, "intervision/method.html", {"object": method})


@role_required(*LEADERS)
def groups(request: HttpRequest) -> HttpResponse:
    """List the groups one leads or arranges."""
    actor = person_of(request)
    rows = [
        {"group": group, "size": size_of(group.people)}  # type: ignore[attr-defined]  # annotated
        for group in group_rows(actor, timezone.now())
    ]
    context = {"rows": rows, "may_start": holds(actor, Role.COORDINATOR), "Size": Size}
    return render(request, "intervision/groups.html", context)


@role_required(Role.COORDINATOR)
def new_group(request: HttpRequest) -> HttpResponse:
    """Make a group."""
    form = GroupForm(posted(request), initial={"submission": uuids.uuid4()})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        submission = data["submission"] or uuids.uuid4()
        group = services.start_group(data["name"], data["facilitator"], submission, person_of(request))
        messages.success(request, _("De groep is gemaakt. Kies nu de leden."))
        return redirect("intervision:group", group.uuid)
    return render(request, "intervision/group_form.html", {"form": form})


@role_required(*LEADERS)
def group_detail(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Show a group to who leads or arranges it."""
    group = group_or_404(request, uuid)
    now = timezone.now()
    page = group_page(group, person_of(request), now)
    return render(request, "intervision/group.html", {"page": page, "group": group, "now": now, "Size": Size})


@role_required(Role.COORDINATOR)
def edit_group(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Give a group another name or facilitator."""
    group = arranged_or_404(request, uuid)
    form = GroupForm(posted(request), initial={"name": group.name, "facilitator": group.facilitator})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        services.change_group(group, data["name"], data["facilitator"], person_of(request))
        messages.success(request, _("De groep is bewaard."))
        return redirect("intervision:group", group.uuid)
    return render(request, "intervision/group_form.html", {"form": form, "group": group})


@role_required(Role.COORDINATOR)
def choose_members(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Choose who belongs to the group, and from when."""
    group = arranged_or_404(request, uuid)
    actor = person_of(request)
    scope = people_within(actor, Role.COORDINATOR)
    form = MembersForm(
        posted(request),
        initial={"since": timezone.localdate()},
        choices=candidates(group, actor) if request.method == "GET" else scope,
    )
    if request.method == "POST" and form.is_valid():
        new = services.add_members(group, form.cleaned_data["people"], form.cleaned_data["since"], actor)
        messages.success(request, _added(len(new)))
        return redirect("intervision:group", group.uuid)
    return render(request, "intervision/members.html", {"form": form, "group": group})


@role_required(Role.COORDINATOR)
def end_place(request: HttpRequest, uuid: uuids.UUID, person: uuids.UUID) -> HttpResponse:
    """Ask, and then end a person's place in the group from today."""
    group = arranged_or_404(request, uuid)
    actor = person_of(request)
    ever = people_within(actor, Role.COORDINATOR).filter(intervision_places__group=group).distinct()
    member = get_object_or_404(ever, uuid=person)
    if request.method == "POST":
        services.end_membership(group, member, timezone.localdate(), actor)
        messages.success(request, _("%(name)s hoort niet meer bij de groep.") % {"name": member.name})
        return redirect("intervision:group", group.uuid)
    get_object_or_404(group.members, user=member, until=None)
    return render(request, "intervision/member_remove.html", {"group": group, "person": member})


def _must_read_methods(request: HttpRequest) -> None:
    if not may_read_methods(person_of(request), timezone.localdate()):
        raise Http404


def _added(count: int) -> str:
    if not count:
        return _("Deze mensen horen al bij de groep.")
    words = ngettext(
        "%(count)s persoon hoort nu bij de groep.", "%(count)s mensen horen nu bij de groep.", count
    )
    return words % {"count": count}
