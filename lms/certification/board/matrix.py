"""Pure: people × criteria. Each cell says in a word and with a shape where one person stands."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lms.certification.readiness import Code, Scheme, State, state_label
from lms.certification.standings.rules import TALK, TRAINING, group_of

Data = Mapping[str, Any]
# What a cell can be: its kind of tag, a shape that differs without color, and what it means.
LEGEND = (
    ("ok", "✓", "Klaar"),
    ("busy", "◐", "Bezig"),
    ("plain", "○", "Nog niet begonnen"),
    ("wait", "△", "Vraagt aandacht: wacht of verloopt"),
    ("stop", "□", "Verlopen"),
    ("none", "–", "Niet van toepassing (n.v.t.)"),
)
_SHAPES = {kind: shape for kind, shape, _ in LEGEND}
_STATE_KINDS = {State.MATCHABLE.value: "ok", State.READY.value: "wait", State.IN_PROGRESS.value: "busy"}
_PLAIN_WORDS = {
    Code.MET: ("ok", "Klaar"),
    Code.TODO: ("plain", "Nog niet begonnen"),
    Code.WAITING: ("wait", "Wacht op de coördinator"),
    Code.EXPIRING: ("wait", "Verloopt"),
    Code.EXPIRED: ("stop", "Verlopen"),
    Code.NOT_APPLICABLE: ("none", "Niet nodig"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One criterion of the scheme in force; `domain` names the life domain that it is only asked for."""

    id: str
    title: str
    domain: str = ""

    @property
    def label(self) -> str:
        """The title as a list shows it."""
        return f"{self.domain}: {self.title}" if self.domain else self.title


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Where a person stands with a criterion: words, and a shape for who sees no color."""

    kind: str
    shape: str
    words: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One person: the status in a word, and a cell for each column."""

    person: uuid.UUID
    name: str
    state: MatrixCell
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What a row is made of, in plain values."""

    person: uuid.UUID
    name: str
    state: str
    criteria: Iterable[Data]


def columns_of(scheme: Scheme, *, only_training: bool = False) -> tuple[Column, ...]:
    """The criteria of a scheme, the shared ones first; or only lessons, meetings and talks."""
    groups = (TRAINING, TALK) if only_training else ()
    shared = (Column(rule.id, rule.title) for rule in scheme.rules if not groups or group_of(rule) in groups)
    own = (
        Column(rule.id, rule.title, domain.title)
        for domain in scheme.domains
        for rule in domain.rules
        if not groups or group_of(rule) in groups
    )
    return (*shared, *own)


def matrix_rows(lines: Iterable[Line], columns: Iterable[Column]) -> list[MatrixRow]:
    """A row for each line. A criterion that the person's own version of the scheme lacks is "n.v.t."."""
    asked = tuple(columns)
    return [_row(line, asked) for line in lines]


def _row(line: Line, columns: tuple[Column, ...]) -> MatrixRow:
    found = {each["id"]: each for each in line.criteria}
    kind = _STATE_KINDS.get(line.state, "plain")
    state = MatrixCell(kind, _SHAPES[kind], state_label(State(line.state)))
    return MatrixRow(line.person, line.name, state, tuple(_cell(found.get(each.id)) for each in columns))


def _cell(criterion: Data | None) -> MatrixCell:
    kind, words = ("none", "n.v.t.") if criterion is None else _words(criterion)
    return MatrixCell(kind, _SHAPES[kind], words)


def _words(criterion: Data) -> tuple[str, str]:
    code = Code(criterion["code"])
    if code is Code.TODO and any(_waits(part) for part in criterion["parts"]):
        return _PLAIN_WORDS[Code.WAITING]
    if code is Code.EXPIRING and criterion["until"]:
        return "wait", f"Verloopt na {_day(criterion['until'])}"
    if code is Code.MET and criterion["extended"]:
        return "ok", "Verlengd"
    if code is Code.TODO and criterion["have"]:
        return "busy", f"{criterion['have']} van {criterion['need']}"
    return _PLAIN_WORDS[code]


def _waits(criterion: Data) -> bool:
    """Say whether a part of a criterion that is open waits for the coordinator."""
    parts = criterion["parts"]
    return any(_waits(part) for part in parts) if parts else criterion["code"] == Code.WAITING


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day.day}-{day.month}-{day.year}"
