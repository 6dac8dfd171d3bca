"""Two pages: who looked at my data, and — for administrators — everything."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lms.accounts.public import Role, role_required, signed_in
from lms.audit import audit, selectors
from lms.audit.forms import FilterForm

LINES_PER_PAGE = 25
LINES_PER_PAGE_OF_ALL = 50


@signed_in
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Show a person everything that was logged about them, newest first."""
    entries = Paginator(selectors.entries_about(request.user), LINES_PER_PAGE)
    page = entries.get_page(request.GET.get("page"))
    lines = selectors.lines_for(request.user, page.object_list)
    return render(request, "audit/mine.html", {"page": page, "lines": lines})


@role_required(Role.ADMINISTRATOR)
@require_GET
def everything(request: HttpRequest) -> HttpResponse:
    """Show an administrator the whole log, filtered on action and dates. Reading it is logged too."""
    form = FilterForm(request.GET)
    form.is_valid()
    wanted = form.wanted()
    audit.log_read(request.user, action=wanted.action)
    page = Paginator(selectors.entries_matching(wanted), LINES_PER_PAGE_OF_ALL).get_page(
        request.GET.get("page")
    )
    lines = selectors.lines_for_administrator(page.object_list)
    return render(request, "audit/everything.html", {"form": form, "page": page, "lines": lines})
