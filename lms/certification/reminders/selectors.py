"""Whom to remind of what, and what a coordinator is told once a week."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.knowledge.selectors import facts_from
from lms.certification.models import Reminder, Standing
from lms.certification.readiness import RESTING, standing
from lms.certification.reminders.rules import DIGEST, Notice, notices
from lms.certification.rules import WAITS_LONG
from lms.certification.standings.selectors import Ground, decisions_of


@dataclass(frozen=True, slots=True)
class Digest:
    """How many people something ends for soon, and how many wait long for this coordinator."""

    expiring: int
    waiting: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.expiring and not self.waiting


def candidates() -> QuerySet[User]:
    """Volunteers about whom a reminder may be due, on saved projections that hold today."""
    awake = User.objects.with_role(Role.VOLUNTEER).exclude(standing__state__in=RESTING)
    ended = Q(standing__has_lapsed=True) | Q(pk__in=Reminder.objects.exclude(step=DIGEST).values("person"))
    return awake.filter(Q(standing__is_expiring=True) | ended)


def notices_of(people: Iterable[User], ground: Ground) -> dict[int, tuple[Notice, ...]]:
    """What each person is to be reminded of, by primary key; 2 queries for any number of people."""
    started = {person.pk: person.joined_on for person in people}
    facts, decisions = facts_from(started), decisions_of(started)
    today, found = ground.context.as_of, {}
    for key, day in started.items():
        scheme = ground.scheme_for(day)
        answer = standing(scheme, facts.get(key, []), decisions.get(key, []), ground.context)
        found[key] = notices(scheme, answer, today)
    return found


def sent_of(people: Iterable[int]) -> dict[int, set[Notice]]:
    """Every reminder that each person got, by primary key; 1 query."""
    found: dict[int, set[Notice]] = defaultdict(set)
    rows = Reminder.objects.filter(person__in=list(people)).exclude(step=DIGEST)
    for person, rule_id, ends_on, step in rows.values_list("person", "rule_id", "ends_on", "step"):
        found[person].add(Notice(rule_id, ends_on, step))
    return found


def newest_reminder_on(person: User) -> date | None:
    """The day of the newest reminder of a person; 1 query."""
    rows = Reminder.objects.filter(person=person).exclude(step=DIGEST)
    newest = rows.aggregate(newest=Max("sent_at"))["newest"]
    return localdate(newest) if newest else None


def digest_of(coordinator: User, today: date) -> Digest:
    """What a coordinator is told about the own people: numbers only; at most 2 queries."""
    rows = Standing.objects.filter(person__in=people_within(coordinator, Role.COORDINATOR).values("pk"))
    awake = rows.exclude(state__in=RESTING)
    long_ago = Q(waiting_since__lt=today - WAITS_LONG)
    counts = awake.aggregate(
        expiring=Count("pk", filter=Q(is_expiring=True)), waiting=Count("pk", filter=long_ago)
    )
    return Digest(counts["expiring"], counts["waiting"])
