"""What if we asked 3 instead of 2: who would stop, who would come, without making a draft."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lms.accounts.public import person_of
from lms.certification.models import SchemeVersion
from lms.certification.readiness import RuleError, Scheme, scheme_from_data
from lms.certification.readiness.rule_sentences import in_words
from lms.certification.schemes.access import for_editor
from lms.certification.schemes.choices import names_of
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.services import begin_draft
from lms.certification.schemes.impact.pages import counts_of_lines, found_lines, words_of
from lms.certification.schemes.impact.selectors import Publication, impact_of
from lms.certification.schemes.impact.services import MOST_AT_ONCE
from lms.certification.schemes.selectors import uuid_or_none, version_in_force
from lms.certification.schemes.trials.forms import TrialForm
from lms.certification.standings.selectors import volunteers

MOST_LINES = 200


@require_safe
@for_editor
def trial(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Try other numbers for one criterion of today's scheme. Nothing is kept, and nothing changes."""
    version, at = _found(rule_id)
    scheme = scheme_from_data(version.content)
    form = TrialForm(request.GET or None, rule=at.rule, is_part=at.depth > 0)
    page: dict[str, Any] = {"rule": at.rule, "form": form, "version": version}
    page["words"] = in_words(at.rule, names_of(scheme))
    if form.is_bound and form.is_valid():
        page |= _outcome(scheme, rules.put(scheme, form.result))
        values = [(name, request.GET.get(name, "")) for name in form.fields]
        page |= {"draft_uuid": uuid.uuid4(), "values": values}
    return render(request, "certification/schemes/trial.html", page)


@require_POST
@for_editor
def draft(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Begin a draft with the numbers that were tried."""
    version, at = _found(rule_id)
    form = TrialForm(request.POST, rule=at.rule, is_part=at.depth > 0)
    wanted = uuid_or_none(request.POST.get("draft", ""))
    if not form.is_valid() or wanted is None:
        values = {name: request.POST[name] for name in form.fields if name in request.POST}
        address = reverse("certification:scheme_trial", kwargs={"rule_id": rule_id})
        return redirect(f"{address}?{urlencode(values)}")
    scheme = rules.put(scheme_from_data(version.content), form.result)
    made = begin_draft(scheme, wanted, based_on=version, actor=person_of(request), now=timezone.now())
    return redirect("certification:draft", uuid=made.uuid)


def _outcome(old: Scheme, new: Scheme) -> dict[str, Any]:
    if volunteers().count() > MOST_AT_ONCE:
        return {"is_too_many": True}
    pieces = impact_of(Publication(new, timezone.localdate()))
    changes = [each for piece in pieces for each in piece.changes]
    lines = found_lines(changes, words_of(new, old))
    return {"lines": lines[:MOST_LINES], "counts": counts_of_lines(changes), "is_tried": True}


def _found(rule_id: str) -> tuple[SchemeVersion, rules.Placed]:
    version = version_in_force(timezone.localdate())
    if version is None:
        raise Http404
    try:
        return version, rules.find(scheme_from_data(version.content), rule_id)
    except RuleError as error:
        raise Http404 from error
