"""Begin a draft, see it, say when it is to hold, put it away."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.accounts.public import person_of
from lms.certification.models import SchemeDraft
from lms.certification.readiness import RuleError, scheme_from_data
from lms.certification.schemes.access import for_draft, for_editor
from lms.certification.schemes.choices import names_of
from lms.certification.schemes.downloads import as_download
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.answers import STALE, conflict_of, on_newest
from lms.certification.schemes.drafts.forms import (
    BeginForm,
    PlanForm,
    RevisionForm,
    StepForm,
    TextForm,
    plan_values,
)
from lms.certification.schemes.drafts.selectors import Beginning, beginning, draft_page, sources
from lms.certification.schemes.drafts.services import (
    Change,
    DraftChanged,
    DraftClosed,
    Plan,
    begin_draft,
    change_scheme,
    discard_draft,
    plan_draft,
    step_back,
)
from lms.certification.schemes.selectors import courses, version_in_force

GONE = gettext_lazy("Dit kan nu niet. Er is geen cursus online, of het voorbeeld is er niet meer.")
STEPS: dict[str, Any] = {
    "up": lambda rule_id: lambda scheme: rules.move(scheme, rule_id, -1),
    "down": lambda rule_id: lambda scheme: rules.move(scheme, rule_id, 1),
    "remove": lambda rule_id: lambda scheme: rules.remove(scheme, rule_id),
    "open": lambda rule_id: lambda scheme: rules.unbundle(scheme, rule_id),
    "drop": lambda domain_id: lambda scheme: rules.remove_domain(scheme, domain_id),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_editor
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft: with what holds now, with an example, or with a file."""
    today = timezone.localdate()
    offered = {"sources": sources(today), "courses": courses()}
    if request.method != "POST":
        initial = {"draft": uuid.uuid4(), "source": request.GET.get("begin", "now")}
        return _begin_page(request, BeginForm(initial=initial, **offered))
    form = BeginForm(request.POST, request.FILES, **offered)
    if not form.is_valid():
        return _begin_page(request, form)
    given = form.cleaned_data
    try:
        if form.uploaded is not None:
            start: Beginning | None = Beginning(form.uploaded, version_in_force(today))
        else:
            start = beginning(given["source"], given.get("course", ""), today)
    except RuleError as error:
        form.add_error("source", _("Dit voorbeeld past niet bij de cursus. %s") % error)
        return _begin_page(request, form)
    if start is None:
        form.add_error("source", GONE)
        return _begin_page(request, form)
    draft = begin_draft(
        start.scheme, given["draft"], based_on=start.version, actor=person_of(request), now=timezone.now()
    )
    return redirect("certification:draft", uuid=draft.uuid)


@require_safe
@for_draft
def draft(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """A draft: its criteria, what differs from before, and what comes next."""
    page = {"draft": draft, "page": draft_page(draft)}
    return render(request, "certification/schemes/draft.html", page)


@require_safe
@for_draft
def order(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """Move criteria up and down, take them away, take groups apart."""
    page = {"draft": draft, "page": draft_page(draft)}
    return render(request, "certification/schemes/order.html", page)


@require_POST
@for_draft
def step(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """One small step with a button."""
    form = StepForm(request.POST)
    if form.is_valid():
        verb, _colon, what = form.cleaned_data["step"].partition(":")
        _do(request, draft, form.cleaned_data["revision"], STEPS[verb](what))
    else:
        messages.warning(request, _("Dit lukte niet. Laad de pagina opnieuw."))
    return redirect("certification:draft_order", uuid=draft.uuid)


@require_POST
@for_draft
def undo(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """Take the last change back."""
    form = RevisionForm(request.POST)
    if form.is_valid():
        try:
            step_back(draft, form.cleaned_data["revision"], actor=person_of(request), now=timezone.now())
            messages.success(request, _("De laatste wijziging is ongedaan gemaakt."))
        except (DraftChanged, DraftClosed) as refusal:
            messages.warning(request, str(refusal))
    return redirect("certification:draft", uuid=draft.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def title(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """The name of the scheme."""
    scheme = scheme_from_data(draft.content)
    form = TextForm(request.POST or None, initial={"revision": draft.revision, "title": scheme.title})
    page: dict[str, Any] = {"draft": draft, "heading": _("De naam van de regeling")}
    if request.method == "POST" and form.is_valid():
        change = rules.renamed(form.cleaned_data["title"])
        try:
            change_scheme(
                draft, form.cleaned_data["revision"], change, actor=person_of(request), now=timezone.now()
            )
            return redirect("certification:draft", uuid=draft.uuid)
        except DraftChanged as conflict:
            form = on_newest(form, draft)
            page["conflict"] = conflict_of(conflict, names_of(conflict.seen, conflict.present))
        except DraftClosed as refusal:
            form.add_error(None, str(refusal))
    return render(request, "certification/schemes/simple.html", page | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def plan(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """When the draft is to hold, for whom, and why."""
    today = timezone.localdate()
    form = PlanForm(request.POST or None, today=today, initial=plan_values(draft, today))
    page: dict[str, Any] = {"draft": draft, "heading": _("Wanneer en voor wie?")}
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        revision = given.pop("revision")
        try:
            plan_draft(draft, revision, Plan(**given), actor=person_of(request), now=timezone.now())
            return redirect("certification:impact", uuid=draft.uuid)
        except DraftChanged as conflict:
            form = on_newest(form, draft, today=today)
            page["conflict"] = conflict_of(conflict, names_of(conflict.seen, conflict.present))
        except DraftClosed as refusal:
            form.add_error(None, str(refusal))
    return render(request, "certification/schemes/simple.html", page | {"form": form})


@require_POST
@for_draft
def discard(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """Put the draft away."""
    try:
        discard_draft(draft, actor=person_of(request), now=timezone.now())
        messages.success(request, _("Het concept is weg. De regeling die geldt, blijft zoals zij was."))
    except DraftClosed as refusal:
        messages.warning(request, str(refusal))
    return redirect("certification:scheme")


@require_safe
@for_draft
def download(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """The draft as a file."""
    return as_download(scheme_from_data(draft.content), "concept")


def _do(request: HttpRequest, draft: SchemeDraft, revision: int, change: Change) -> None:
    try:
        change_scheme(draft, revision, change, actor=person_of(request), now=timezone.now())
    except DraftChanged:
        messages.warning(request, str(STALE))
    except (DraftClosed, RuleError) as refusal:
        messages.warning(request, str(refusal))


def _begin_page(request: HttpRequest, form: BeginForm) -> HttpResponse:
    return render(request, "certification/schemes/begin.html", {"form": form})
