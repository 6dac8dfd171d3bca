"""The door of the certification app."""

from lms.certification.board.matrix import LEGEND, Column, MatrixRow, columns_of
from lms.certification.board.rules import GROUP_LABELS
from lms.certification.board.selectors import (
    TO_DO,
    BoardRow,
    board_rows,
    counts_of,
    for_domain,
    in_groups,
    longest_waiting_first,
    matrix_of,
)
from lms.certification.board.services import Freshness, bring_up_to_date
from lms.certification.board.together import batch_lines
from lms.certification.decisions.batches import Outcome, decide_all, preview_all, undo_batch
from lms.certification.forecast.selectors import Forecast, forecast_of
from lms.certification.person.criteria import Criterion
from lms.certification.person.rules import Readiness
from lms.certification.person.selectors import readiness_of
from lms.certification.readiness import ReasonCategory, State, reason_label
from lms.certification.reminders.batches import preview_reminders, remind_all
from lms.certification.schemes.services import ensure_default_scheme
from lms.certification.schemes.template_services import keep_template, template_of
from lms.certification.standings.rules import ExternalStatus
from lms.certification.standings.selectors import external_status, external_statuses, scope_titles
from lms.certification.standings.services import rebuild_standings
from lms.certification.statements.services import ensure_default_statements

__all__ = [
    "GROUP_LABELS",
    "LEGEND",
    "TO_DO",
    "BoardRow",
    "Column",
    "Criterion",
    "ExternalStatus",
    "Forecast",
    "Freshness",
    "MatrixRow",
    "Outcome",
    "Readiness",
    "ReasonCategory",
    "State",
    "batch_lines",
    "board_rows",
    "bring_up_to_date",
    "columns_of",
    "counts_of",
    "decide_all",
    "ensure_default_scheme",
    "ensure_default_statements",
    "external_status",
    "external_statuses",
    "for_domain",
    "forecast_of",
    "in_groups",
    "keep_template",
    "longest_waiting_first",
    "matrix_of",
    "preview_all",
    "preview_reminders",
    "readiness_of",
    "reason_label",
    "rebuild_standings",
    "remind_all",
    "scope_titles",
    "template_of",
    "undo_batch",
]
