"""Standings: of one person or of many, in the same number of queries. The door of what they rest on, too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification import models
from lms.certification.grounds.selectors import Ground, ground_on
from lms.certification.knowledge.selectors import (
    Started,
    decisions_of,
    end_of_day,
    facts_from,
    facts_of,
    in_pieces,
    started_of,
)
from lms.certification.readiness import Decision, Fact, Scheme, Standing, standing
from lms.certification.readiness.periods import first_after
from lms.certification.standings import rules
from lms.certification.standings.rules import NOT_STARTED, ExternalStatus

__all__ = [
    "Account",
    "Ground",
    "account_on",
    "decisions_of",
    "due_people",
    "end_of_day",
    "external_of",
    "external_status",
    "external_statuses",
    "facts_of",
    "ground_on",
    "is_fresh",
    "projected",
    "scope_titles",
    "standing_of",
    "standing_then",
    "standings_of",
    "stream_standings",
]


def standing_of(person: User, ground: Ground) -> Standing:
    """The standing of one person, always computed; 2 queries."""
    started_on = _known_start(person, ground)
    facts = facts_from({person.pk: started_on}, ground.known_at).get(person.pk, [])
    decisions = decisions_of([person.pk], ground.known_at).get(person.pk, [])
    return standing(ground.scheme_for(started_on), facts, decisions, ground.context)


def _known_start(person: User, ground: Ground) -> date | None:
    """The start of a person as the ground knows it: a first sign-in that came later was not known then."""
    started_on = person.joined_on
    if ground.known_at is not None and started_on is not None and started_on > localdate(ground.known_at):
        return None
    return started_on


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person stood on a day, and under which rules."""

    version: models.SchemeVersion
    scheme: Scheme
    standing: Standing


def account_on(person: User, ground: Ground | None) -> Account | None:
    """Where a person stands, with the rules that say so; None without rules. 2 queries."""
    if ground is None:
        return None
    started_on = _known_start(person, ground)
    return Account(ground.version_for(started_on), ground.scheme_for(started_on), standing_of(person, ground))


def standing_then(person: User, day: date) -> tuple[Account | None, Account | None]:
    """Where a person stood on a day: as known at the end of that day, and as known now; 8 queries.

    None where no scheme was in force (docs/decisions/0009 §10).
    """
    then = ground_on(day, known_at=end_of_day(day))
    return account_on(person, then), account_on(person, ground_on(day))


def stream_standings(ground: Ground, people: QuerySet[User] | None = None) -> Iterator[tuple[int, Standing]]:
    """Every volunteer (or each of `people`) with the standing, computed from the ledger, by primary key.

    Reads in pieces, so memory stays the same however many there are; 3 queries for each piece.
    """
    for started in in_pieces(volunteers() if people is None else people):
        facts, decisions = facts_from(started, ground.known_at), decisions_of(started, ground.known_at)
        for key, day in started.items():
            yield key, ground.judge_for(day).standing(facts.get(key, ()), decisions.get(key, ()))


def volunteers() -> QuerySet[User]:
    """Everybody that a scheme says something about."""
    return User.objects.with_role(Role.VOLUNTEER)


def projected(people: Iterable[int], ground: Ground) -> dict[int, models.Standing]:
    """The projection of each person, computed now and not saved; 3 queries for any number of people."""
    return projected_from(started_of(people), ground)


def projected_from(started: Started, ground: Ground) -> dict[int, models.Standing]:
    """As `projected`, for people of whom the start is known already; 2 queries."""
    facts, decisions = facts_from(started, ground.known_at), decisions_of(started, ground.known_at)
    return {
        key: _row(key, day, (facts.get(key, []), decisions.get(key, [])), ground)
        for key, day in started.items()
    }


def _row(
    person: int, started_on: date | None, known: tuple[list[Fact], list[Decision]], ground: Ground
) -> models.Standing:
    judge, (facts, decisions) = ground.judge_for(started_on), known
    scheme, found = judge.scheme, judge.standing(facts, decisions)
    summary = rules.summary(scheme, found)
    today = ground.context.as_of
    return models.Standing(
        person_id=person,
        state=found.state.value,
        computed_state=found.computed_state.value,
        since=found.since,
        state_since=found.state_since,
        until=found.until,
        reason_category=found.reason_category.value,
        criteria=rules.criteria_data(scheme.rules, found.verdicts),
        domains=rules.domains_data(scheme, found),
        scope=list(found.scope),
        open_rules=summary.open_rules,
        open_blocking=summary.in_the_way,
        is_expiring=summary.is_expiring,
        has_lapsed=summary.has_lapsed,
        waits_for_coordinator=summary.is_waiting,
        waits_kind=summary.waits_kind,
        waiting_since=summary.waiting_since,
        expires_on=summary.expires_on,
        last_evidence_on=rules.latest_fact(facts, today),
        started_on=started_on,
        next_change_on=first_after(
            today, (day for day in (found.next_change_on, ground.next_edge_on) if day)
        ),
        scheme_version=ground.version_for(started_on),
        basis=ground.basis,
    )


def is_fresh(row: models.Standing, started_on: date | None, ground: Ground) -> bool:
    """Say whether a saved row still holds on the day of the ground, for who started on a day."""
    today = ground.context.as_of
    is_same = (row.basis, row.started_on) == (ground.basis, started_on) and localdate(
        row.computed_at
    ) <= today
    return is_same and (row.next_change_on is None or row.next_change_on > today)


def standings_of(people: Iterable[int], ground: Ground) -> dict[int, models.Standing]:
    """The projection of each person: the saved row when fresh, otherwise computed now; at most 4 queries."""
    keys = list(people)
    saved = models.Standing.objects.filter(person__in=keys).annotate(began_on=F("person__joined_on"))
    found = {row.person_id: row for row in saved if is_fresh(row, row.began_on, ground)}
    for row in found.values():
        row.scheme_version = ground.rows[row.scheme_version_id]  # fresh means: computed with one of these
    missing = [key for key in keys if key not in found]
    return found | (projected(missing, ground) if missing else {})


def due_people(ground: Ground) -> QuerySet[User]:
    """Volunteers whose saved row is missing or no longer holds on the day of the ground."""
    stale = Q(standing=None) | ~Q(standing__basis=ground.basis)
    stale |= Q(standing__next_change_on__lte=ground.context.as_of)
    return volunteers().filter(stale | _began_otherwise())


def _began_otherwise() -> Q:
    known = F("standing__started_on")
    moved = Q(joined_on__lt=known) | Q(joined_on__gt=known)
    appeared = Q(joined_on__isnull=False, standing__started_on=None)
    return moved | appeared | Q(joined_on=None, standing__started_on__isnull=False)


def external_of(row: models.Standing) -> ExternalStatus:
    """What the outside may know, from a projection."""
    version, is_matchable = row.scheme_version, rules.is_matchable(row.state)
    return ExternalStatus(
        matchable=is_matchable,
        since=row.since,
        until=row.until,
        scope=tuple(row.scope) if is_matchable else (),
        scheme_version=f"{version.slug}/{version.number}",
        reason_category=row.reason_category,
    )


def external_statuses(people: Iterable[User], today: date) -> dict[int, ExternalStatus]:
    """What the outside may know of each person, by primary key; at most 6 queries for any number."""
    keys = [person.pk for person in people]
    ground = ground_on(today)
    if ground is None:
        return dict.fromkeys(keys, NOT_STARTED)
    return {key: external_of(row) for key, row in standings_of(keys, ground).items()}


def external_status(person: User, today: date) -> ExternalStatus:
    """What the outside may know of one person."""
    return external_statuses([person], today)[person.pk]


def scope_titles(person: User, scope: Iterable[str], today: date) -> tuple[str, ...]:
    """The names of these life domains under the rules for a person; 2 queries when there are any."""
    chosen = set(scope)
    ground = ground_on(today) if chosen else None
    if ground is None:
        return ()
    domains = ground.scheme_for(person.joined_on).domains
    return tuple(domain.title for domain in domains if domain.id in chosen)
