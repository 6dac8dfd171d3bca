"""The decisions about a person, as everybody who may read them reads them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from lms.accounts.models import User
from lms.certification.decisions.rules import KIND_LABELS, REASONS
from lms.certification.decisions.selectors import domain_titles
from lms.certification.models import Decision
from lms.certification.readiness import Scheme


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision in words. `undone_at` and `undone_by` say that it was taken back; `domains` are titles."""

    kind: str
    what: str
    made_at: datetime
    made_by: User | None
    second: User | None
    until: date | None
    reason_word: str
    reason: str
    domains: tuple[str, ...]
    undone_at: datetime | None
    undone_by: User | None


def own_decisions(person: User, scheme: Scheme | None) -> list[DecisionLine]:
    """Every decision about a person, newest first; one that was taken back says so. 1 query."""
    rows = Decision.objects.filter(person=person).order_by("-made_at", "-pk")
    return decision_lines(rows, scheme)


def decision_lines(rows: QuerySet[Decision], scheme: Scheme | None) -> list[DecisionLine]:
    """Decisions in words, in the order of `rows`; a taking back is told with what it took back. 1 query."""
    made = rows.exclude(kind=Decision.Kind.UNDO)
    titles = domain_titles(scheme)
    return [_line(row, titles) for row in made.select_related("made_by", "second", "undone_by__made_by")]


def _line(row: Decision, titles: dict[str, str]) -> DecisionLine:
    undo = getattr(row, "undone_by", None)
    return DecisionLine(
        kind=row.kind,
        what=KIND_LABELS[row.kind],
        made_at=row.made_at,
        made_by=row.made_by,
        second=row.second,
        until=row.until,
        reason_word=REASONS.get(row.reason_code, ""),
        reason=row.reason,
        domains=tuple(titles.get(code, code) for code in row.domains),
        undone_at=undo.made_at if undo else None,
        undone_by=undo.made_by if undo else None,
    )
