"""People × criteria of the scheme in force, on the screen and as a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification.public import Column, MatrixRow, columns_of, matrix_of
from lms.dashboards import audit
from lms.dashboards.board import EVERYBODY, GROUP, PAGE, PER_PAGE, Chosen, chosen_lines
from lms.dashboards.spreadsheet import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx

PIECE = 500
FILE_TYPES = {"csv": CSV_TYPE, "xlsx": XLSX_TYPE}


@dataclass(frozen=True)
class Matrix:
    """One page of the matrix."""

    chosen: Chosen
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    page: Page[object]


def matrix_for(coordinator: User, data: QueryDict, words: str, now: datetime) -> Matrix | None:
    """Return one page of the matrix of the own people; None when no scheme is in force."""
    chosen = _chosen(coordinator, data, words, now)
    if chosen is None:
        return None
    columns = _columns(chosen)
    page = Paginator(chosen.lines, PER_PAGE).get_page(data.get(PAGE))
    return Matrix(chosen, columns, tuple(matrix_of(page.object_list, columns)), page)


def matrix_file(coordinator: User, data: QueryDict, words: str, *, kind: str, now: datetime) -> bytes | None:
    """Return the whole matrix as a file of a kind in FILE_TYPES, and log that; None without a scheme.

    Names, the status and the criteria, and nothing else: no address, no organisation.
    """
    chosen = _chosen(coordinator, data, words, now)
    if chosen is None:
        return None
    columns = _columns(chosen)
    head = [_("Naam"), _("Stand"), *(column.label for column in columns)]
    rows = [[row.name, row.state.words, *(cell.words for cell in row.cells)] for row in _all(chosen, columns)]
    audit.matrix_exported(coordinator, kind=kind, rows=len(rows))
    return as_csv(head, rows) if kind == "csv" else as_xlsx(_("Wie heeft wat?"), head, rows)


def _chosen(coordinator: User, data: QueryDict, words: str, now: datetime) -> Chosen | None:
    """Everybody by name, unless a group is asked."""
    wanted = data.copy()
    wanted.setdefault(GROUP, EVERYBODY)
    return chosen_lines(coordinator, wanted, words, now)


def _columns(chosen: Chosen) -> tuple[Column, ...]:
    return columns_of(chosen.freshness.ground.scheme_for(chosen.today))


def _all(chosen: Chosen, columns: tuple[Column, ...]) -> Iterator[MatrixRow]:
    yield from matrix_of(chosen.lines.iterator(chunk_size=PIECE), columns)
