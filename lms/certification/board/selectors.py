"""The lines of the coordinator's board, in the same number of queries for any number of people."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.accounts.models import User
from lms.certification import models
from lms.certification.board import rules
from lms.certification.board.rules import Cell, Facts
from lms.certification.standings.selectors import ground_on, standings_of


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One person on the board. `group` is where the person is counted first, `groups` are all of them."""

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
    state: str


def board_rows(people: Iterable[User], today: date) -> list[BoardRow]:
    """A line for each person, in the order given; at most 7 queries, that of `people` included.

    Without a scheme in force there is nothing to say, and the list is empty.
    """
    ground = ground_on(today)
    if ground is None:
        return []
    chosen = list(people)
    standings = standings_of([person.pk for person in chosen], ground)
    return [_row(person, standings[person.pk], today) for person in chosen]


def _row(person: User, standing: models.Standing, today: date) -> BoardRow:
    facts = _facts(person, standing)
    found = rules.groups_of(facts, today)
    cells = rules.cells_of(facts)
    return BoardRow(
        person=person.uuid,
        name=person.name,
        group=found[0],
        groups=found,
        action=rules.next_action(facts, today),
        since=rules.since_words(rules.since_day(facts, found[0]), today),
        state=standing.state,
        **cells,
    )


def _facts(person: User, standing: models.Standing) -> Facts:
    return Facts(
        state=standing.state,
        reason_category=standing.reason_category,
        criteria=tuple(standing.criteria),
        state_since=standing.state_since,
        until=standing.until,
        expires_on=standing.expires_on,
        last_evidence_on=standing.last_evidence_on,
        joined_on=person.joined_on,
    )
