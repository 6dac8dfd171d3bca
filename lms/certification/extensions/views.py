"""Extend a criterion for a list of people: fill in, look who it is about, do; and take it back."""

import uuid as uuids
from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, people_within, person_of, role_required
from lms.certification.extensions.forms import CHOSEN, ENDING, ExtendForm
from lms.certification.extensions.selectors import (
    extendable_on,
    extension_line,
    people_of,
    people_whose_ends,
    reach_of,
    touches,
)
from lms.certification.extensions.services import extend_for, withdraw_extension
from lms.certification.ledger.services import LedgerError
from lms.certification.models import Extension
from lms.certification.policies import NotAllowed
from lms.certification.standings.selectors import Ground, ground_on

SEND, CHANGE = "send", "change"
DEFAULT_DAYS = 60


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(Role.COORDINATOR)
def extend(request: HttpRequest) -> HttpResponse:
    """Choose a criterion, people, an end and a ground; look at who it reaches; do it."""
    ground = ground_on(timezone.localdate())
    if ground is None:
        return render(request, "certification/extend.html", {"form": None})
    form = _form(request, ground)
    step = request.POST.get("step")
    if request.method != "POST" or not form.is_valid() or step == CHANGE:
        return render(request, "certification/extend.html", {"form": form})
    people = _people(request, form, ground)
    if step != SEND:
        return _preview(request, form, people, ground)
    try:
        made = extend_for(people, form.wanted(), actor=person_of(request), now=timezone.now())
    except NotAllowed as refusal:
        raise Http404 from refusal
    except LedgerError as error:
        form.add_error(None, str(error))
        return render(request, "certification/extend.html", {"form": form})
    messages.success(request, _("De verlenging geldt nu."))
    return redirect("certification:extension", extension=made.uuid)


@require_safe
@role_required(Role.COORDINATOR)
def extension(request: HttpRequest, extension: uuids.UUID) -> HttpResponse:
    """One extension: its ground, and for whom of my people it stands."""
    made = _extension_or_404(request, extension)
    people = people_of(made, person_of(request))
    page = {"line": extension_line(made, stands=bool(people)), "people": people}
    return render(request, "certification/extension.html", page)


@require_POST
@role_required(Role.COORDINATOR)
def withdraw(request: HttpRequest, extension: uuids.UUID) -> HttpResponse:
    """Take an extension back for my people."""
    made = _extension_or_404(request, extension)
    count = withdraw_extension(made, actor=person_of(request), now=timezone.now())
    words = ngettext("Teruggenomen voor %(count)s persoon.", "Teruggenomen voor %(count)s mensen.", count)
    messages.success(request, words % {"count": count})
    return redirect("certification:extension", extension=made.uuid)


def _form(request: HttpRequest, ground: Ground) -> ExtendForm:
    rules, today = extendable_on(ground), ground.context.as_of
    if request.method == "POST":
        chosen = len(request.POST.get("people", "").split())
        return ExtendForm(request.POST, rules=rules, chosen=chosen, today=today)
    people = _chosen(request, _ids(request.GET.getlist("wie")))
    initial = {
        "submission": uuids.uuid4(),
        "rule": request.GET.get("eis", ""),
        "who": CHOSEN if people else ENDING,
        "days": DEFAULT_DAYS,
        "people": " ".join(str(each.uuid) for each in people),
    }
    return ExtendForm(initial=initial, rules=rules, chosen=len(people), today=today)


def _ids(values: Iterable[str]) -> list[uuids.UUID]:
    found = []
    for value in values:
        try:
            found.append(uuids.UUID(value))
        except ValueError:
            continue
    return found


def _chosen(request: HttpRequest, ids: Sequence[uuids.UUID]) -> QuerySet[User]:
    mine = people_within(person_of(request), Role.COORDINATOR)
    return mine.filter(uuid__in=ids).order_by("name", "pk")


def _people(request: HttpRequest, form: ExtendForm, ground: Ground) -> list[User]:
    data = form.cleaned_data
    if data["who"] == CHOSEN:
        return list(_chosen(request, data["people"]))
    return people_whose_ends(person_of(request), data["rule"], data["days"], ground)


def _word(form: ExtendForm, field: str, value: str) -> Any:
    """The words of a choice, as the form shows them."""
    choices = cast(forms.ChoiceField, form.fields[field]).choices
    return dict(cast(Iterable[tuple[str, Any]], choices))[value]


def _preview(request: HttpRequest, form: ExtendForm, people: Iterable[User], ground: Ground) -> HttpResponse:
    wanted = form.wanted()
    found = reach_of(people, wanted.rule_id, wanted.until, actor=person_of(request), ground=ground)
    reached = [each for each in found if not each.why_not]
    page = {
        "form": form,
        "wanted": wanted,
        "criterion": _word(form, "rule", wanted.rule_id),
        "reason_word": _word(form, "reason_code", wanted.reason_code),
        "reached": reached,
        "others": [each for each in found if each.why_not],
        # Who was shown is who gets it, also when somebody else's end comes near meanwhile.
        "people": " ".join(str(each.person.uuid) for each in reached),
        "chosen": CHOSEN,
    }
    return render(request, "certification/extend_check.html", page)


def _extension_or_404(request: HttpRequest, extension: uuids.UUID) -> Extension:
    made = get_object_or_404(Extension.objects.select_related("made_by"), uuid=extension)
    if not touches(made, person_of(request)):
        raise Http404
    return made
