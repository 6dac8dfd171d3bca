"""Koen's board: who is ready and why, in seconds. No score and no ranking: groups, by what is asked."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.certification.models import Standing, StandingQuerySet
from lms.certification.public import (
    GROUP_LABELS,
    TO_DO,
    BoardRow,
    Freshness,
    board_rows,
    bring_up_to_date,
    counts_of,
    in_groups,
    longest_waiting_first,
)
from lms.dashboards.forms import BoardFilter

PER_PAGE = 100
GROUP, SORT, PAGE = "groep", "sorteer", "page"
BY_WAITING, BY_NAME = "wacht", "naam"
EVERYBODY = "iedereen"
NUMBER_OF = {"": "to_do", EVERYBODY: "everybody"}


@dataclass(frozen=True)
class Count:
    """A number one can press."""

    number: int
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Chosen:
    """The lines that somebody asked for: filtered, of one group (or what is to do), in order.

    `group` is empty for what is to do. `query` is the address part that asks for the same lines again.
    """

    lines: StandingQuerySet
    rows: StandingQuerySet
    filter: BoardFilter
    freshness: Freshness
    group: str
    sort: str
    query: str
    today: date


@dataclass(frozen=True)
class Board:
    """The counts, and the lines of the chosen group on one page."""

    chosen: Chosen
    counts: tuple[Count, ...]
    title: str
    page: Page[Standing]
    rows: tuple[BoardRow, ...]
    total: int
    has_domains: bool


class _KnownPaginator(Paginator[Standing]):
    """Pages of lines, of which the number is known already: the counts of the groups said it."""

    def __init__(self, lines: StandingQuerySet, number: int) -> None:
        super().__init__(lines, PER_PAGE)
        self.number = number

    @cached_property
    def count(self) -> int:
        """How many lines there are."""
        return self.number


def chosen_lines(coordinator: User, data: QueryDict, words: str, now: datetime) -> Chosen | None:
    """Return the lines that the address and the name looked for ask of the own people.

    An unknown group is what is to do, EVERYBODY is no group. None when no scheme is in force.
    """
    freshness = bring_up_to_date(people_within(coordinator, Role.COORDINATOR), now)
    if freshness is None:
        return None
    today = freshness.ground.context.as_of
    narrowed = BoardFilter(data, freshness=freshness, actor=coordinator)
    rows: StandingQuerySet = narrowed.qs.filter(person__name__icontains=words) if words else narrowed.qs
    group = data.get(GROUP, "") if data.get(GROUP) in (*GROUP_LABELS, EVERYBODY) else ""
    sort = data.get(SORT, "")
    if sort not in (BY_WAITING, BY_NAME):
        sort = BY_WAITING if group in ("", *TO_DO) else BY_NAME
    asked = rows if group == EVERYBODY else in_groups(rows, (group,) if group else TO_DO, today)
    lines = asked.select_related("person")
    ordered = longest_waiting_first(lines) if sort == BY_WAITING else lines.order_by("person__name", "pk")
    return Chosen(ordered, rows, narrowed, freshness, group, sort, _query(data), today)


def board_of(coordinator: User, data: QueryDict, words: str, now: datetime) -> Board | None:
    """Return the board of everybody this coordinator may see; None when no scheme is in force.

    The number of queries does not depend on the number of people.
    """
    chosen = chosen_lines(coordinator, data, words, now)
    if chosen is None:
        return None
    numbers = counts_of(chosen.rows, chosen.today)
    counts = tuple(
        Count(numbers[name], label, _link(data, name), name == chosen.group)
        for name, label in GROUP_LABELS.items()
    )
    number = numbers[NUMBER_OF.get(chosen.group, chosen.group)]
    page = _KnownPaginator(chosen.lines, number).get_page(data.get(PAGE))
    return Board(
        chosen=chosen,
        counts=counts,
        title=GROUP_LABELS.get(chosen.group, str(_("Iedereen")) if chosen.group else ""),
        page=page,
        rows=tuple(board_rows(page.object_list, chosen.today)),
        total=numbers["everybody"],
        has_domains="leefgebied" in chosen.filter.filters,
    )


def _link(data: QueryDict, group: str) -> str:
    wanted = data.copy()
    wanted[GROUP] = group
    for name in (SORT, PAGE):
        wanted.pop(name, None)
    return f"?{wanted.urlencode()}"


def _query(data: QueryDict) -> str:
    wanted = data.copy()
    wanted.pop(PAGE, None)
    return wanted.urlencode()
