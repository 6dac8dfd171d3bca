"""See that what a board reads holds today."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification.board.selectors import fresh_standings, not_up_to_date
from lms.certification.models.standing import StandingQuerySet
from lms.certification.standings.selectors import Ground, ground_on
from lms.certification.standings.services import CHUNK, rebuild_standings


@dataclass(frozen=True, slots=True)
class Freshness:
    """The lines that hold today, the rules they rest on, and for how many people none holds yet."""

    rows: StandingQuerySet
    ground: Ground
    pending: int


def bring_up_to_date(people: QuerySet[User], now: datetime) -> Freshness | None:
    """Compute the lines that do not hold any more, at most CHUNK of them; None when no scheme is in force.

    What is more than that the worker does (certification.refresh_standings, certification.rules_changed);
    until then those people are counted in `pending` and nowhere else. 3 queries when all is fresh.
    """
    ground = ground_on(localdate(now))
    if ground is None:
        return None
    due = not_up_to_date(people, ground).order_by("pk")
    keys = list(due.values_list("pk", flat=True)[: CHUNK + 1])
    if keys:
        rebuild_standings(now, User.objects.filter(pk__in=keys[:CHUNK]))
    pending = due.count() if len(keys) > CHUNK else 0
    return Freshness(fresh_standings(people, ground), ground, pending)
