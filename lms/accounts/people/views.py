"""Pages about people, for who may see them: the list, the work list, one person and what may change there."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.accounts import audit
from lms.accounts.access import person_of, policy_required, signed_in
from lms.accounts.models import RoleAssignment, User
from lms.accounts.people import selectors, services
from lms.accounts.people.forms import MembershipForm, PeopleFilter, RoleForm, SearchForm
from lms.accounts.people.tables import PeopleTable, lay_out
from lms.accounts.policies import (
    holds,
    is_administrator,
    may_change_roles,
    may_close,
    may_coordinate,
    may_invite,
    may_list_people,
    may_manage_organisations,
    may_see_membership,
    visible_people,
)
from lms.accounts.rights.services import activate, assign_role, deactivate, end_role
from lms.accounts.roles import Role

SEARCH = "people_search"


@policy_required(may_list_people)
def people(request: HttpRequest) -> HttpResponse:
    """List the people the viewer may open; the search words travel by post and stay in the session."""
    if request.method == "POST":
        form = SearchForm(request.POST)
        request.session[SEARCH] = form.cleaned_data["words"] if form.is_valid() else ""
        return redirect("accounts:people")
    words = request.session.get(SEARCH, "")
    found = selectors.named(selectors.people_list(person_of(request)), words)
    return _list(request, found, {"search": SearchForm(initial={"words": words}), "words": words})


@require_safe
@policy_required(may_list_people)
def unlinked(request: HttpRequest) -> HttpResponse:
    """List the volunteers who have no organisation yet: that is allowed, and it is work to do."""
    return _list(request, selectors.to_be_linked(person_of(request)), {"unlinked": True})


def _list(request: HttpRequest, found: QuerySet[User], context: dict[str, Any]) -> HttpResponse:
    chosen = PeopleFilter(request.GET, queryset=found)
    table = PeopleTable(chosen.qs)
    lay_out(table, request)
    context |= {
        "table": table,
        "filter": chosen,
        "number": table.paginator.count,
        "may_invite": may_invite(person_of(request)),
        "may_link": holds(person_of(request), Role.COORDINATOR),
        "may_manage_organisations": may_manage_organisations(person_of(request)),
    }
    return render(request, "accounts/people.html", context)


def visible_person(request: HttpRequest, uuid: UUID) -> User:
    """Return the person, or 404 for a stranger just as for nobody."""
    return get_object_or_404(visible_people(person_of(request)), uuid=uuid)


@require_safe
@policy_required(may_list_people)
def person(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show one person; the person can read in the logbook who looked."""
    shown = visible_person(request, uuid)
    if shown == request.user:
        return redirect("accounts:me")
    audit.person_viewed(shown, person_of(request))
    page = selectors.person_page(
        shown,
        shows_membership=may_see_membership(person_of(request), shown),
        shows_scope=is_administrator(person_of(request)) or may_see_membership(person_of(request), shown),
    )
    context = {
        "page": page,
        "person": shown,
        "may_coordinate": may_coordinate(person_of(request), shown),
        "may_change_roles": may_change_roles(person_of(request), shown),
        "may_close": may_close(person_of(request), shown),
    }
    return render(request, "accounts/person.html", context)


@signed_in
def membership(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let the person's coordinator link an organisation, after asking consent."""
    shown = visible_person(request, uuid)
    if not may_coordinate(person_of(request), shown):
        raise Http404
    label = _("Ja, %(name)s heeft hier toestemming voor gegeven.") % {"name": shown.get_short_name()}
    form = MembershipForm(request.POST or None, consent_label=label)
    if request.method == "POST" and form.is_valid():
        services.set_membership(
            shown,
            form.cleaned_data["organisation"],
            actor=person_of(request),
            now=timezone.now(),
            consent_version=form.cleaned_data["consent_version"],
        )
        messages.success(request, _("Dat is bewaard."))
        return redirect("accounts:person", uuid=uuid)
    context = {"form": form, "person": shown, "organisation": selectors.organisation_name(shown)}
    return render(request, "accounts/membership.html", context)


@signed_in
def add_role(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let an administrator give somebody else a role."""
    shown = visible_person(request, uuid)
    if not may_change_roles(person_of(request), shown):
        raise Http404
    form = RoleForm(request.POST or None, person=shown)
    if request.method == "POST" and form.is_valid():
        role, organisation = Role(form.cleaned_data["role"]), form.cleaned_data["organisation"]
        assign_role(shown, role, actor=person_of(request), now=timezone.now(), organisation=organisation)
        messages.success(request, _("De rol is erbij."))
        return redirect("accounts:person", uuid=uuid)
    return render(request, "accounts/add_role.html", {"form": form, "person": shown})


@require_POST
@signed_in
def stop_role(request: HttpRequest, uuid: UUID, assignment: int) -> HttpResponse:
    """Let an administrator end somebody else's role."""
    shown = visible_person(request, uuid)
    if not may_change_roles(person_of(request), shown):
        raise Http404
    row = get_object_or_404(RoleAssignment, pk=assignment, user=shown)
    if end_role(row, actor=person_of(request), now=timezone.now()):
        messages.success(request, _("De rol is beëindigd."))
    return redirect("accounts:person", uuid=uuid)


@signed_in
def close(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Close an account, after a page that says what that means."""
    shown = visible_person(request, uuid)
    if not may_close(person_of(request), shown):
        raise Http404
    if request.method != "POST":
        return render(request, "accounts/close.html", {"person": shown})
    if deactivate(shown, actor=person_of(request), now=timezone.now()):
        messages.success(request, _("Het account staat uit."))
    # A coordinator no longer sees a closed account; an administrator does.
    return (
        redirect("accounts:person", uuid=uuid)
        if is_administrator(person_of(request))
        else redirect("accounts:people")
    )


@require_POST
@signed_in
def reopen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let an administrator open a closed account again."""
    shown = visible_person(request, uuid)
    if not may_change_roles(person_of(request), shown):
        raise Http404
    if activate(shown, actor=person_of(request), now=timezone.now()):
        messages.success(request, _("Het account staat weer aan."))
    return redirect("accounts:person", uuid=uuid)
