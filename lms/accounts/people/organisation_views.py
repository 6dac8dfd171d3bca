"""Pages about partner organisations."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.accounts.access import person_of, policy_required
from lms.accounts.models import Organisation
from lms.accounts.people.forms import OrganisationForm
from lms.accounts.people.selectors import organisation_list
from lms.accounts.people.services import save_organisation
from lms.accounts.people.tables import OrganisationTable, lay_out
from lms.accounts.policies import may_manage_organisations


@require_safe
@policy_required(may_manage_organisations)
def organisations(request: HttpRequest) -> HttpResponse:
    """List the partners."""
    table = OrganisationTable(organisation_list())
    lay_out(table, request)
    return render(request, "accounts/organisations.html", {"table": table})


@policy_required(may_manage_organisations)
def new_organisation(request: HttpRequest) -> HttpResponse:
    """Add a partner."""
    return _edit(request, Organisation())


@policy_required(may_manage_organisations)
def organisation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change a partner."""
    return _edit(request, get_object_or_404(Organisation, uuid=uuid))


def _edit(request: HttpRequest, changed: Organisation) -> HttpResponse:
    is_new = changed.pk is None
    form = OrganisationForm(request.POST or None, instance=changed)
    if request.method == "POST" and form.is_valid():
        save_organisation(form.save(commit=False), actor=person_of(request))
        messages.success(request, _("De organisatie is bewaard."))
        return redirect("accounts:organisations")
    return render(request, "accounts/organisation.html", {"form": form, "is_new": is_new})
