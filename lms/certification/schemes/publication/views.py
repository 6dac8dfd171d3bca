"""Put a draft into force: check what happens, then do it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.accounts.models import User
from lms.accounts.public import person_of
from lms.certification.models import ImpactPreview, SchemeDraft
from lms.certification.schemes.access import for_draft
from lms.certification.schemes.drafts.selectors import draft_page
from lms.certification.schemes.drafts.services import DraftClosed
from lms.certification.schemes.impact.pages import counts_of
from lms.certification.schemes.impact.selectors import newest_preview
from lms.certification.schemes.publication.services import (
    ask_publication,
    is_large,
    publish_draft,
)
from lms.certification.schemes.refusals import MESSAGES, NotPublished
from lms.certification.schemes.selectors import transition_words


class PublishForm(forms.Form):
    """Which preview somebody saw."""

    preview = forms.UUIDField()


@require_http_methods(["GET", "HEAD", "POST"])
@for_draft
def publish(request: HttpRequest, draft: SchemeDraft) -> HttpResponse:
    """The last page before a scheme is in force; a POST puts it into force."""
    preview = newest_preview(draft)
    if preview is None or preview.state != ImpactPreview.State.READY:
        messages.warning(request, str(MESSAGES["no_preview"]))
        return redirect("certification:impact", uuid=draft.uuid)
    form = PublishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _publish(request, draft, preview, form)
    page = {
        "draft": draft,
        "preview": preview,
        "counts": counts_of(preview),
        "differences": draft_page(draft).differences,
        "for_whom": transition_words(draft),
    }
    return render(request, "certification/schemes/publish.html", page)


def _publish(
    request: HttpRequest, draft: SchemeDraft, preview: ImpactPreview, form: PublishForm
) -> HttpResponse:
    actor: User = person_of(request)
    seen, now = form.cleaned_data["preview"], timezone.now()
    try:
        if is_large(preview):
            ask_publication(draft, seen, actor=actor, now=now)
            messages.info(request, _("Wij stellen de regeling nu in. Dat duurt even."))
            return redirect("certification:impact", uuid=draft.uuid)
        version = publish_draft(draft, seen, actor=actor, now=now)
    except DraftClosed as refusal:
        messages.warning(request, str(refusal))
        return redirect("certification:scheme")
    except NotPublished as refusal:
        messages.warning(request, str(refusal))
        return redirect("certification:impact", uuid=draft.uuid)
    messages.success(request, _("De regeling is ingesteld: %s.") % version)
    return redirect("certification:scheme")
