"""A trainer's view: the people of the own editions, and where they are in the training. No decisions."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from lms.accounts.models import User
from lms.certification.models import Standing
from lms.certification.public import Column, MatrixRow, bring_up_to_date, columns_of, matrix_of
from lms.courses.public import cohorts_for, people_of_trainer
from lms.dashboards.board import PAGE, PER_PAGE
from lms.dashboards.forms import CohortFilter


@dataclass(frozen=True)
class Training:
    """Lessons, meetings and talks of the people a trainer trains; nothing else that is asked of them."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    page: Page[Standing]
    filter: CohortFilter
    pending: int


def training_of(trainer: User, data: QueryDict, now: datetime) -> Training | None:
    """Return one page of the people of a trainer; None when no scheme is in force."""
    freshness = bring_up_to_date(people_of_trainer(trainer), now)
    if freshness is None:
        return None
    cohorts = cohorts_for(trainer).filter(trainer=trainer)
    narrowed = CohortFilter(data, rows=freshness.rows, cohorts=cohorts)
    lines = narrowed.qs.select_related("person").order_by("person__name", "pk")
    page = Paginator(lines, PER_PAGE).get_page(data.get(PAGE))
    columns = columns_of(freshness.ground.scheme_for(freshness.ground.context.as_of), only_training=True)
    rows = tuple(matrix_of(page.object_list, columns))
    return Training(columns, rows, page, narrowed, freshness.pending)
