"""The two faces of one truth: my own readiness, and that of somebody I coordinate."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.accounts.models import User
from lms.accounts.public import Role, person_of, role_required
from lms.certification import audit
from lms.certification.access import for_coordinator
from lms.certification.models import Decision
from lms.certification.person.beside import beside
from lms.certification.person.decided import DecisionLine, own_decisions
from lms.certification.person.selectors import (
    history_of,
    is_seen,
    newest_declaration,
    readiness_on,
)
from lms.certification.roles.forms import answers_of
from lms.certification.standings.selectors import ground_on
from lms.municipality.public import current_settings


@require_safe
@role_required(Role.VOLUNTEER)
def mine(request: HttpRequest) -> HttpResponse:
    """Everything about my own readiness: the same as the coordinator sees."""
    person = person_of(request)
    page = page_about(request, person)
    page["has_own_pause"] = _has_own_pause(person, page["decisions"])
    return render(request, "certification/mine.html", page)


@require_safe
@for_coordinator
def person(request: HttpRequest, person: User) -> HttpResponse:
    """The readiness of somebody I coordinate, what I can do, and how it came to be."""
    audit.person_viewed(person, person_of(request))
    return render(request, "certification/person.html", page_about(request, person))


def page_about(request: HttpRequest, person: User) -> dict[str, Any]:
    """What both pages show; the number of queries does not depend on how much there is."""
    ground = ground_on(timezone.localdate())
    coordinator = current_settings(request).coordinator_name
    declaration = newest_declaration(person)
    scheme = ground.scheme_for(person.joined_on) if ground else None
    return {
        "person": person,
        "readiness": readiness_on(person, ground, coordinator, with_examples=True) if ground else None,
        "declaration": declaration,
        "answers": answers_of(declaration) if declaration else None,
        "must_see": declaration is not None and not is_seen(declaration),
        "decisions": own_decisions(person, scheme),
        "history": history_of(person, scheme),
        "submission": uuid.uuid4(),
        "beside": beside(person, ground, person_of(request)) if ground else None,
    }


def _has_own_pause(person: User, decisions: list[DecisionLine]) -> bool:
    pauses = [line for line in decisions if line.kind == Decision.Kind.PAUSE and line.undone_at is None]
    return bool(pauses) and pauses[0].made_by == person
