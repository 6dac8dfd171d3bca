"""The coordinator's board in SQL: who is where, how many, and the lines of one page."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, DateField, F, Q, QuerySet, When
from django.db.models.functions import Coalesce

from lms.accounts.models import User
from lms.certification.board import rules
from lms.certification.board.matrix import Column, Line, MatrixRow, matrix_rows
from lms.certification.board.rules import Cell, Facts
from lms.certification.models import Standing
from lms.certification.models import standing as is_so
from lms.certification.models.standing import StandingQuerySet
from lms.certification.readiness import Effect, State
from lms.certification.standings.selectors import Ground, due_people

TO_DO = (rules.READY, rules.WAITS)
"""What the coordinator must act on, shown when no group was chosen."""
_CONDITIONS: Mapping[str, Callable[[date], Q]] = {
    rules.READY: lambda today: is_so.is_in(State.READY),
    rules.WAITS: lambda today: is_so.waits(),
    rules.MATCHABLE: lambda today: is_so.is_in(State.MATCHABLE),
    rules.ALMOST: lambda today: is_so.is_almost(),
    rules.EXPIRING: is_so.is_expiring,
    rules.PAUSED: lambda today: is_so.is_in(State.PAUSED),
    rules.STUCK: is_so.is_silent,
    rules.IN_PROGRESS: lambda today: is_so.is_in(State.IN_PROGRESS),
    rules.STOPPED: lambda today: is_so.is_in(State.STOPPED),
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One person on the board. `group` is where the person is counted first, `groups` are all of them.

    `is_slow` says that the person waits long for the coordinator. `domains` names the life domains whose own
    criteria hold.
    """

    person: uuid.UUID
    name: str
    group: str
    groups: tuple[str, ...]
    action: str
    training: Cell
    boundaries: Cell
    agreements: Cell
    intervision: Cell
    since: str
    is_slow: bool
    state: str
    domains: str


def fresh_standings(people: QuerySet[User], ground: Ground) -> StandingQuerySet:
    """The saved lines of these people that hold on the day of the ground: never an old one as a new one."""
    rows: StandingQuerySet = Standing.objects.filter(person__in=people.order_by().values("pk"))
    later = Q(next_change_on=None) | Q(next_change_on__gt=ground.context.as_of)
    began = Q(started_on=F("person__joined_on")) | Q(started_on=None, person__joined_on=None)
    return rows.filter(later & began, basis=ground.basis)


def not_up_to_date(people: QuerySet[User], ground: Ground) -> QuerySet[User]:
    """Those of these people whose line is missing or does not hold any more."""
    return due_people(ground).filter(pk__in=people.order_by().values("pk"))


def counts_of(rows: StandingQuerySet, today: date) -> dict[str, int]:
    """How many people are in each group, under its name; 1 query."""
    asked = {name: Count("pk", filter=condition(today)) for name, condition in _CONDITIONS.items()}
    asked["to_do"] = Count("pk", filter=_any_of(TO_DO, today))
    asked["everybody"] = Count("pk")
    return rows.aggregate(**asked)


def in_groups(rows: StandingQuerySet, names: Iterable[str], today: date) -> StandingQuerySet:
    """The lines that belong to at least one of these groups."""
    return rows.filter(_any_of(names, today))


def longest_waiting_first(rows: StandingQuerySet) -> StandingQuerySet:
    """By how long people wait for us; who waits for nothing comes last, by the last happening."""
    is_ready = When(is_so.is_in(State.READY), then=F("state_since"))
    waited = Coalesce("waiting_since", Case(is_ready, output_field=DateField()), "last_evidence_on")
    return rows.order_by(F("waiting_since").asc(nulls_last=True), waited.asc(nulls_last=True), "person__name")


def for_domain(domain_id: str, ground: Ground) -> Q:
    """Matchable for a life domain of the newest scheme, or everything that blocks of its own done."""
    scheme = ground.scheme_for(ground.context.as_of)
    own = [rule for domain in scheme.domains if domain.id == domain_id for rule in domain.rules]
    done = Q(scheme_version=ground.version_for(ground.context.as_of))
    for rule in own:
        if rule.effect is Effect.BLOCK:
            done &= ~is_so.lacks(rule.id)
    everywhere = Q(scope=[]) | Q(scope__icontains=f'"{domain_id}"')
    return is_so.is_in(State.MATCHABLE) & everywhere | ~is_so.is_in(State.MATCHABLE) & done


def board_rows(standings: Iterable[Standing], today: date) -> list[BoardRow]:
    """A line for each standing, in the order given; the people must be there already (select_related)."""
    return [_row(standing, today) for standing in standings]


def matrix_of(standings: Iterable[Standing], columns: Iterable[Column]) -> list[MatrixRow]:
    """A row for each standing, criteria of life domains included (select_related as above)."""
    lines = (
        Line(
            each.person.uuid,
            each.person.name,
            each.state,
            [*each.criteria, *(own for domain in each.domains for own in domain["criteria"])],
        )
        for each in standings
    )
    return matrix_rows(lines, columns)


def _any_of(names: Iterable[str], today: date) -> Q:
    found = Q(pk__in=())
    for name in names:
        found |= _CONDITIONS[name](today)
    return found


def _row(standing: Standing, today: date) -> BoardRow:
    facts = _facts(standing)
    found = rules.groups_of(facts, today)
    return BoardRow(
        person=standing.person.uuid,
        name=standing.person.name,
        group=found[0],
        groups=found,
        action=rules.next_action(facts, today),
        since=rules.since_words(rules.since_day(facts, found[0]), today),
        is_slow=rules.is_slow(facts, found[0], today),
        state=standing.state,
        domains=", ".join(each["title"] for each in standing.domains if each["holds"]),
        **rules.cells_of(facts),
    )


def _facts(standing: Standing) -> Facts:
    return Facts(
        state=standing.state,
        criteria=tuple(standing.criteria),
        open_blocking=standing.open_blocking,
        has_lapsed=standing.has_lapsed,
        waits_kind=standing.waits_kind,
        waiting_since=standing.waiting_since,
        state_since=standing.state_since,
        until=standing.until,
        expires_on=standing.expires_on,
        last_evidence_on=standing.last_evidence_on,
        joined_on=standing.started_on,
    )
