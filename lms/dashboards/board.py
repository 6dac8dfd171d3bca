"""Koen's board: who is ready and why, in seconds. No score and no ranking: groups, by what is asked."""

from dataclasses import dataclass
from datetime import date

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.public import GROUP_LABELS, BoardRow, board_rows

# What the coordinator must act on, shown when no group was chosen.
TO_DO = ("ready", "waits")


@dataclass(frozen=True)
class Count:
    """A number one can press."""

    number: int
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Board:
    """The counts, and the rows of the chosen group."""

    counts: tuple[Count, ...]
    group: str
    title: str
    rows: tuple[BoardRow, ...]
    total: int


def board_of(coordinator: User, today: date, group: str) -> Board:
    """Return the board of everybody this coordinator may see; an unknown group shows what waits.

    The number of queries does not depend on the number of people.
    """
    rows = board_rows(people_within(coordinator, Role.COORDINATOR).order_by("name", "pk"), today)
    chosen = group if group in GROUP_LABELS else ""
    wanted = (chosen,) if chosen else TO_DO
    shown = tuple(row for row in rows if set(wanted) & set(row.groups))
    counts = [
        Count(sum(1 for row in rows if name in row.groups), label, f"?groep={name}", name == chosen)
        for name, label in GROUP_LABELS.items()
    ]
    title = GROUP_LABELS[chosen] if chosen else ""
    return Board(tuple(counts), chosen, title, shown, len(rows))
