"""Pages about one criterion of a draft: choose a kind, fill in, try on a person, save; groups and domains."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.public import person_of
from lms.certification.models import SchemeDraft
from lms.certification.readiness import Rule, RuleError, Scheme, scheme_from_data, walk
from lms.certification.readiness.scheme import Group
from lms.certification.schemes.access import for_draft
from lms.certification.schemes.choices import SchemeChoices, scheme_choices
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.answers import conflict_of, on_newest
from lms.certification.schemes.drafts.examples import Example, ExampleForm, example_for
from lms.certification.schemes.drafts.group_forms import DomainForm, GroupForm, group_values
from lms.certification.schemes.drafts.kind_forms import KINDS, form_values, kind_of
from lms.certification.schemes.drafts.rule_forms import RuleForm
from lms.certification.schemes.drafts.services import (
    Change,
    DraftChanged,
    DraftClosed,
    change_scheme,
    scheme_at,
)

EXAMPLE = "example"
LONGEST_NUMBER = 10


@require_safe
@for_draft
def kinds(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """Choose which kind of criterion to add."""
    return render(request, "certification/schemes/kinds.html", {"draft": draft, "kinds": KINDS})


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def add_rule(request: HttpRequest, draft: SchemeDraft, kind: str) -> HttpResponse:
    """Add a criterion of a kind."""
    if kind not in KINDS:
        raise Http404
    scheme, form_class = scheme_from_data(draft.content), KINDS[kind].form
    options: dict[str, Any] = {"scheme": scheme, "choices": scheme_choices(scheme)}
    initial = {"revision": draft.revision, "where": request.GET.get("plek", rules.SHARED), "effect": "block"}
    form = form_class(request.POST or None, initial=initial, **options)
    page = {"draft": draft, "heading": KINDS[kind].label, "about": KINDS[kind].about}
    return _rule_page(request, draft, form, page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def rule(request: HttpRequest, draft: SchemeDraft, rule_id: str) -> HttpResponse:
    """Change a criterion or a group."""
    scheme = scheme_from_data(draft.content)
    try:
        at = rules.find(scheme, rule_id)
    except RuleError as error:
        # Another may have taken it away while this page was open: what was typed is not lost.
        seen = _seen(draft, request)
        if seen is None or rule_id not in {each.id for each in walk(seen.criteria)}:
            raise Http404 from error
        scheme, at = seen, rules.find(seen, rule_id)
    options: dict[str, Any] = {"scheme": scheme, "choices": scheme_choices(scheme), "at": at}
    form_class, values = _form_of(at)
    initial = {**values, "revision": draft.revision}
    form = form_class(request.POST or None, initial=initial, **options)
    return _rule_page(request, draft, form, {"draft": draft, "heading": at.rule.title, "is_known": True})


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def add_group(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """Put criteria in a new group."""
    scheme = scheme_from_data(draft.content)
    options: dict[str, Any] = {"scheme": scheme, "choices": scheme_choices(scheme)}
    initial = {"revision": draft.revision, "effect": "block"}
    form = GroupForm(request.POST or None, initial=initial, **options)
    return _rule_page(request, draft, form, {"draft": draft, "heading": _("Een groep maken")})


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def domain(request: HttpRequest, draft: SchemeDraft, domain_id: str = "") -> HttpResponse:
    """Add a life domain, or give one another name."""
    scheme = scheme_from_data(draft.content)
    titles = {each.id: each.title for each in scheme.domains}
    if domain_id and domain_id not in titles:
        raise Http404
    initial = {"revision": draft.revision, "title": titles.get(domain_id, "")}
    form = DomainForm(request.POST or None, initial=initial)
    heading = titles.get(domain_id) or _("Een leefgebied erbij")
    page: dict[str, Any] = {"draft": draft, "heading": heading, "form": form}
    if request.method == "POST" and form.is_valid():
        if _save(request, draft, form, _domain_change(domain_id, form.cleaned_data["title"]), page):
            return redirect("certification:draft", uuid=draft.uuid)
        form = page["form"]
    return render(request, "certification/schemes/simple.html", page)


def _rule_page(
    request: HttpRequest, draft: SchemeDraft, form: RuleForm, page: dict[str, Any]
) -> HttpResponse:
    page["form"] = form
    person_form = ExampleForm(request.POST or None, editor=person_of(request))
    wants_example = EXAMPLE in request.POST
    is_right = form.is_bound and form.is_valid()
    if is_right and not wants_example and _save(request, draft, form, _change_of(form), page):
        messages.success(request, _("Bewaard in het concept. Er verandert nog niets voor mensen."))
        return redirect("certification:draft", uuid=draft.uuid)
    shown = form.result if form.is_bound else (form.at.rule if form.at else None)
    page["person_form"] = person_form
    page["example"] = _example(form, person_form, shown, request) if shown else None
    page["wants_example"] = wants_example
    return render(request, "certification/schemes/rule.html", page)


def _example(form: RuleForm, person_form: ExampleForm, rule: Rule, request: HttpRequest) -> Example | None:
    return example_for(person_form, rule, form.choices.names(), person_of(request))


def _change_of(form: RuleForm) -> Change:
    """The change of the scheme that a valid form asks for."""
    made, at, where = form.result, form.at, form.cleaned_data.get("where", "")
    if made is None:
        raise RuleError(rules.GONE)
    rule: Rule = made
    if isinstance(form, GroupForm) and at is None:
        group_form, members = form, form.cleaned_data["members"]
        return lambda scheme: rules.bundle(scheme, members, group_form.group)
    if at is None:
        return lambda scheme: rules.add(scheme, rule, where)
    return lambda scheme: rules.place(rules.put(scheme, rules.with_inside(scheme, rule)), rule.id, where)


def _save(request: HttpRequest, draft: SchemeDraft, form: Any, change: Change, page: dict[str, Any]) -> bool:
    """Save, or put in `page` what the reader must know; say whether it was saved."""
    revision = form.cleaned_data["revision"]
    try:
        change_scheme(draft, revision, change, actor=person_of(request), now=timezone.now())
    except DraftChanged as conflict:
        options, names = _again(form, conflict.present)
        page["conflict"] = conflict_of(conflict, names)
        page["form"] = on_newest(form, draft, **options)
        if isinstance(form, RuleForm) and form.at and options["at"] is None:
            page["action"] = _where_to_add(draft, form)
        return False
    except (DraftClosed, RuleError) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _again(form: Any, present: Scheme) -> tuple[dict[str, Any], Any]:
    """What the form needs to be shown once more beside the newest draft, and the names of codes."""
    if not isinstance(form, RuleForm):
        return {}, scheme_choices(present).names()
    choices: SchemeChoices = scheme_choices(form.scheme, present)
    there = [each for each in rules.placed(present) if form.at and each.rule.id == form.at.rule.id]
    at = there[0] if there else None
    initial = dict(form.initial)
    return {"scheme": present, "choices": choices, "at": at, "initial": initial}, choices.names()


def _where_to_add(draft: SchemeDraft, form: RuleForm) -> str:
    """The page that adds what somebody else took away, with what was typed."""
    if isinstance(form, GroupForm):
        return reverse("certification:draft_group", kwargs={"uuid": draft.uuid})
    kind = next(name for name, each in KINDS.items() if each.form is type(form))
    return reverse("certification:draft_add", kwargs={"uuid": draft.uuid, "kind": kind})


def _form_of(at: rules.Placed) -> tuple[type[RuleForm], dict[str, Any]]:
    if isinstance(at.rule, Group):
        return GroupForm, group_values(at.rule, at.where)
    return kind_of(at.rule).form, form_values(at.rule, at.where)


def _seen(draft: SchemeDraft, request: HttpRequest) -> Scheme | None:
    revision = request.POST.get("revision", "")
    return (
        scheme_at(draft, int(revision))
        if revision.isascii() and revision.isdigit() and len(revision) < 10
        else None
    )


def _domain_change(domain_id: str, title: str) -> Change:
    if domain_id:
        return lambda scheme: rules.rename_domain(scheme, domain_id, title)
    return lambda scheme: rules.add_domain(scheme, title)
