"""From the tables to facts, rules and standings, for one person or for many in the same number of queries."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification import models
from lms.certification.readiness import (
    Context,
    Decision,
    DecisionKind,
    Fact,
    FactKind,
    Scheme,
    Standing,
    scheme_from_data,
    standing,
)
from lms.certification.standings import rules
from lms.certification.standings.rules import NOT_STARTED, ExternalStatus

FACT_FIELDS = ("kind", "key", "happened_on", "ref", "number", "group_size", "state", "pk")
DECISION_FIELDS = ("kind", "made_at", "pk", "until", "reason_code")


@dataclass(frozen=True, slots=True)
class Ground:
    """What every standing of one day rests on; two grounds with the same `basis` give the same answers."""

    version: models.SchemeVersion
    scheme: Scheme
    context: Context
    basis: str


def scheme_version_on(day: date) -> models.SchemeVersion | None:
    """The version of the scheme that holds on a day, or None before the first."""
    versions = models.SchemeVersion.objects.filter(effective_on__lte=day)
    return versions.order_by("effective_on", "published_at", "pk").last()


def statement_versions_on(day: date) -> dict[str, tuple[int, date]]:
    """Per statement: the number of the version that is asked on a day, and since when."""
    rows = models.StatementVersion.objects.filter(effective_on__lte=day)
    found = rows.order_by("effective_on", "number").values_list("code", "number", "effective_on")
    return {code: (number, since) for code, number, since in found}


def context_on(day: date) -> Context:
    """The circumstances of a question about `day`."""
    versions = statement_versions_on(day)
    return Context(
        as_of=day,
        statement_versions={code: number for code, (number, _) in versions.items()},
        statement_since={code: since for code, (_, since) in versions.items()},
    )


def ground_on(day: date) -> Ground | None:
    """The rules and circumstances of a day, or None when no scheme is in force; 2 queries."""
    version = scheme_version_on(day)
    if version is None:
        return None
    context = context_on(day)
    asked = sorted(
        (code, number, context.statement_since[code]) for code, number in context.statement_versions.items()
    )
    basis = hashlib.sha256(repr((version.pk, asked)).encode()).hexdigest()
    return Ground(version, scheme_from_data(version.content), context, basis)


def facts_of(people: Iterable[int]) -> Mapping[int, list[Fact]]:
    """The facts that stand, per primary key of a person; 1 query for any number of people.

    Facts of one day are ordered as they were written down.
    """
    found: dict[int, list[Fact]] = defaultdict(list)
    rows = models.Evidence.objects.effective().filter(person__in=list(people))
    for person, kind, key, day, ref, number, group_size, state, order in rows.values_list(
        "person_id", *FACT_FIELDS
    ):
        found[person].append(Fact(FactKind(kind), key, day, ref, number, group_size, state, order))
    return found


def decisions_of(people: Iterable[int]) -> Mapping[int, list[Decision]]:
    """The decisions per primary key of a person; 1 query for any number of people."""
    found: dict[int, list[Decision]] = defaultdict(list)
    rows = models.Decision.objects.filter(person__in=list(people))
    for person, kind, made_at, order, until, code in rows.values_list("person_id", *DECISION_FIELDS):
        found[person].append(Decision(DecisionKind(kind), localdate(made_at), order, until, code))
    return found


def standing_of(person: User, ground: Ground) -> Standing:
    """The standing of one person, always computed; 2 queries."""
    facts, decisions = facts_of([person.pk]), decisions_of([person.pk])
    return standing(ground.scheme, facts.get(person.pk, []), decisions.get(person.pk, []), ground.context)


def projected(people: Iterable[int], ground: Ground) -> dict[int, models.Standing]:
    """The projection of each person, computed now and not saved; 2 queries for any number of people."""
    keys = list(people)
    facts, decisions = facts_of(keys), decisions_of(keys)
    return {key: _row(key, facts.get(key, []), decisions.get(key, []), ground) for key in keys}


def _row(person: int, facts: list[Fact], decisions: list[Decision], ground: Ground) -> models.Standing:
    found = standing(ground.scheme, facts, decisions, ground.context)
    return models.Standing(
        person_id=person,
        state=found.state.value,
        computed_state=found.computed_state.value,
        since=found.since,
        state_since=found.state_since,
        until=found.until,
        reason_category=found.reason_category.value,
        criteria=rules.criteria_data(ground.scheme, found.verdicts),
        waits_for_coordinator=rules.is_waiting(found.verdicts),
        expires_on=rules.first_end(found.verdicts),
        last_evidence_on=rules.latest_fact(facts, ground.context.as_of),
        next_change_on=found.next_change_on,
        scheme_version=ground.version,
        basis=ground.basis,
    )


def is_fresh(row: models.Standing, ground: Ground) -> bool:
    """Say whether a saved row still holds on the day of the ground."""
    today = ground.context.as_of
    is_same = row.basis == ground.basis and localdate(row.computed_at) <= today
    return is_same and (row.next_change_on is None or row.next_change_on > today)


def standings_of(people: Iterable[int], ground: Ground) -> dict[int, models.Standing]:
    """The projection of each person: the saved row when fresh, otherwise computed now; at most 3 queries."""
    keys = list(people)
    saved = models.Standing.objects.filter(person__in=keys)
    found = {row.person_id: row for row in saved if is_fresh(row, ground)}
    for row in found.values():
        row.scheme_version = ground.version  # fresh means: computed with this version
    missing = [key for key in keys if key not in found]
    return found | (projected(missing, ground) if missing else {})


def due_people(ground: Ground) -> QuerySet[User]:
    """Volunteers whose saved row is missing or no longer holds on the day of the ground."""
    stale = Q(standing=None) | ~Q(standing__basis=ground.basis)
    stale |= Q(standing__next_change_on__lte=ground.context.as_of)
    return User.objects.with_role(Role.VOLUNTEER).filter(stale)


def external_of(row: models.Standing) -> ExternalStatus:
    """What the outside may know, from a projection."""
    version = row.scheme_version
    return ExternalStatus(
        matchable=rules.is_matchable(row.state),
        since=row.since,
        until=row.until,
        scope=(),
        scheme_version=f"{version.slug}/{version.number}",
        reason_category=row.reason_category,
    )


def external_statuses(people: Iterable[User], today: date) -> dict[int, ExternalStatus]:
    """What the outside may know of each person, by primary key; at most 5 queries for any number."""
    keys = [person.pk for person in people]
    ground = ground_on(today)
    if ground is None:
        return dict.fromkeys(keys, NOT_STARTED)
    return {key: external_of(row) for key, row in standings_of(keys, ground).items()}


def external_status(person: User, today: date) -> ExternalStatus:
    """What the outside may know of one person."""
    return external_statuses([person], today)[person.pk]
