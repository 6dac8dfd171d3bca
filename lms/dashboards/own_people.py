"""A contact person's view: names, and one word of who chose to share it. No results, no comparison."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.accounts.models import Membership, User
from lms.accounts.public import members_of_contact
from lms.certification.public import external_statuses
from lms.dashboards.board import PER_PAGE


@dataclass(frozen=True)
class OwnPerson:
    """One person of the own organisation: a name and a word."""

    person: uuid.UUID
    name: str
    kind: str
    word: str


@dataclass(frozen=True)
class OwnPeople:
    """One page of the people of the own organisation."""

    rows: tuple[OwnPerson, ...]
    page: Page[Membership]


def own_people_of(contact: User, page: str | None, now: datetime) -> OwnPeople:
    """Return the people of a contact person, by name; the status only of who shares it."""
    found = Paginator(members_of_contact(contact), PER_PAGE).get_page(page)
    members = list(found.object_list)
    sharing = [each.user for each in members if each.shares_status_since is not None]
    statuses = external_statuses(sharing, timezone.localdate(now)) if sharing else {}
    words = {
        key: ("ok", _("Inzetbaar")) if status.matchable else ("plain", _("Nu niet inzetbaar"))
        for key, status in statuses.items()
    }
    rows = (
        OwnPerson(each.user.uuid, each.user.name, *words.get(each.user_id, _not_shared())) for each in members
    )
    return OwnPeople(tuple(rows), found)


def _not_shared() -> tuple[str, str]:
    return "plain", _("Niet gedeeld")
