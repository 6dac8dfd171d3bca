"""Who would change when this draft is put into force: ask, wait, read."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.accounts.public import person_of
from lms.certification.models import ImpactPreview, SchemeDraft
from lms.certification.schemes.access import for_draft
from lms.certification.schemes.drafts.services import DraftClosed
from lms.certification.schemes.impact.pages import counts_of, saved_lines, words_of_draft
from lms.certification.schemes.impact.selectors import newest_preview, rows_of
from lms.certification.schemes.impact.services import NotPlanned, ask_preview
from lms.certification.schemes.refusals import MESSAGES
from lms.certification.schemes.selectors import transition_words

PER_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def impact(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """The preview of the present revision; a POST makes one."""
    if request.method == "POST":
        return _ask(request, draft)
    preview = newest_preview(draft)
    page: dict[str, Any] = {"draft": draft, "preview": preview, "for_whom": transition_words(draft)}
    if preview is not None and preview.state == ImpactPreview.State.READY:
        rows = Paginator(rows_of(preview), PER_PAGE).get_page(request.GET.get("page"))
        page |= {
            "rows": rows,
            "lines": saved_lines(rows, words_of_draft(draft)),
            "counts": counts_of(preview),
        }
        page["refusal"] = MESSAGES.get(preview.refusal, "")
    return render(request, "certification/schemes/impact.html", page)


def _ask(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    try:
        ask_preview(draft, actor=person_of(request), now=timezone.now())
    except NotPlanned:
        messages.warning(request, _("Kies eerst vanaf welke dag de regeling geldt."))
        return redirect("certification:draft_plan", uuid=draft.uuid)
    except DraftClosed as refusal:
        messages.warning(request, str(refusal))
        return redirect("certification:scheme")
    return redirect("certification:impact", uuid=draft.uuid)
