"""The trainer reads what the own learners handed in, and replies."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lms.accounts.public import Role, person_of, role_required
from lms.courses.hand_ins import audit
from lms.courses.hand_ins.forms import ListForm, ReplyForm
from lms.courses.hand_ins.models import HandIn
from lms.courses.hand_ins.policies import work_for
from lms.courses.hand_ins.services import AlreadyReadError, ReplyChangedError, reply
from lms.courses.hand_ins.waiting import cohorts_with_work, work_page, work_rows


@require_safe
@role_required(Role.TRAINER)
def work_list(request: HttpRequest) -> HttpResponse:
    """Show the work of my learners: what waits for my reply, the oldest first."""
    trainer = person_of(request)
    cohorts = cohorts_with_work(trainer)
    form = ListForm(request.GET, cohorts=cohorts)
    which, cohort = form.wanted()
    page, rows = work_rows(trainer, which, cohort, request.GET.get("page"))
    return render(request, "hand_ins/list.html", {"form": form, "page": page, "rows": rows, "which": which})


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.TRAINER)
def read_work(request: HttpRequest, work: UUID) -> HttpResponse:
    """Show one work, and take my reply."""
    trainer = person_of(request)
    found = get_object_or_404(work_for(trainer).select_related("enrollment__user", "replied_by"), uuid=work)
    if request.method == "POST":
        form = ReplyForm(request.POST)
        if form.is_valid() and _replied(request, found, form):
            return redirect("hand_ins:list")
    else:
        form = ReplyForm(initial=_known(found))
        audit.read(found.enrollment.user, found, trainer)
    page = work_page(found)
    return render(request, "hand_ins/read.html", {"page": page, "form": form})


def _known(work: HandIn) -> dict[str, Any]:
    return {"seen": work.replied_at.isoformat() if work.replied_at else "", "text": work.reply}


def _replied(request: HttpRequest, work: HandIn, form: ReplyForm) -> bool:
    data, name = form.cleaned_data, work.enrollment.user.get_short_name()
    try:
        reply(work.uuid, data["text"], seen=data["seen"], actor=person_of(request), now=timezone.now())
    except AlreadyReadError:
        form.add_error(None, _("%(name)s las je antwoord al. Het blijft zoals het was.") % {"name": name})
    except ReplyChangedError:
        form.add_error(None, _("Er staat net een ander antwoord. Lees dat eerst. Jouw tekst staat er nog."))
    else:
        messages.success(request, _("Je antwoord is verstuurd. %(name)s ziet het meteen.") % {"name": name})
        return True
    return False
