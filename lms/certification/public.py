"""The door of the certification app."""

from lms.certification.board.rules import GROUP_LABELS, Cell
from lms.certification.board.selectors import BoardRow, board_rows
from lms.certification.decisions.batches import Batch, Outcome, decide_all, preview_all, undo_batch
from lms.certification.person.criteria import Criterion
from lms.certification.person.rules import Readiness
from lms.certification.person.selectors import readiness_of
from lms.certification.readiness import ReasonCategory, State, reason_label
from lms.certification.schemes.services import ensure_default_scheme
from lms.certification.standings.rules import ExternalStatus
from lms.certification.standings.selectors import external_status, external_statuses, scope_titles
from lms.certification.standings.services import rebuild_standings
from lms.certification.statements.services import ensure_default_statements

__all__ = [
    "GROUP_LABELS",
    "Batch",
    "BoardRow",
    "Cell",
    "Criterion",
    "ExternalStatus",
    "Outcome",
    "Readiness",
    "ReasonCategory",
    "State",
    "board_rows",
    "decide_all",
    "ensure_default_scheme",
    "ensure_default_statements",
    "external_status",
    "external_statuses",
    "preview_all",
    "readiness_of",
    "reason_label",
    "rebuild_standings",
    "scope_titles",
    "undo_batch",
]
