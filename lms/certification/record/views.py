"""The coordinator writes down what was seen, heard or signed on paper, and puts mistakes right."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.accounts.models import User
from lms.accounts.public import person_of
from lms.certification import audit
from lms.certification.access import for_coordinator
from lms.certification.handing_in.selectors import lines_along
from lms.certification.ledger.rules import follows
from lms.certification.ledger.services import LedgerError
from lms.certification.models import Evidence
from lms.certification.person.selectors import line_of
from lms.certification.record.forms import PutRightForm, SheetForm
from lms.certification.record.selectors import sheet_choices
from lms.certification.record.services import put_right, record_sheet
from lms.certification.standings.selectors import ground_on
from lms.courses.public import AttendanceRefused


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def sheet(request: HttpRequest, person: User) -> HttpResponse:
    """One screen with everything that can be written down about a person."""
    now = timezone.now()
    today = timezone.localdate(now)
    ground = ground_on(today)
    if ground is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    choices = sheet_choices(person, ground, now)
    form = SheetForm(data, initial={"submission": uuid.uuid4()}, choices=choices, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            record_sheet(person, form.sheet(), actor=person_of(request), now=now)
        except LedgerError as error:
            form.add_error(None, str(error))
        except AttendanceRefused:
            form.add_error(None, _("Over deze bijeenkomst kun jij niets opschrijven."))
        else:
            messages.success(request, _("Vastgelegd."))
            return redirect("certification:person", uuid=person.uuid)
    if request.method != "POST":
        audit.person_viewed(person, person_of(request))
    return render(request, "certification/record.html", {"form": form, "person": person})


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinator
def put_line_right(request: HttpRequest, person: User, evidence: uuid.UUID) -> HttpResponse:
    """Correct one line, or take it back; lines that follow something else are put right there."""
    row = get_object_or_404(Evidence.objects.select_related("person"), uuid=evidence, person=person)
    if row.retracts or follows(row.origin):
        raise Http404
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    form = PutRightForm(data, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        try:
            put_right(row, form.right_day(), actor=person_of(request), now=now)
        except LedgerError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Verbeterd. De oude regel blijft te zien."))
            return redirect("certification:person", uuid=person.uuid)
    ground = ground_on(timezone.localdate(now))
    line = line_of(row, ground.scheme_for(person.joined_on) if ground else None)
    page = {"form": form, "person": person, "line": line, "is_answer": bool(lines_along(row))}
    return render(request, "certification/put_right.html", page)
