"""Pure: two accounts of one day side by side, as known then and as known now (docs/decisions/0009 §10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lms.certification.person.criteria import Criterion
from lms.certification.person.rules import Readiness


@dataclass(frozen=True, slots=True)
class Side:
    """How one criterion stood in one of the two accounts; empty words where it was not asked."""

    word: str = ""
    kind: str = "plain"
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion in both accounts."""

    title: str
    then: Side
    now: Side

    @property
    def differs(self) -> bool:
        """Whether later knowledge made this otherwise."""
        return self.then != self.now


def side_by_side(then: Readiness | None, now: Readiness | None) -> tuple[Line, ...]:
    """Every criterion of either account, in order; parts of groups have lines of their own."""
    first, second = _sides(then), _sides(now)
    titles = {key: title for key, (title, _) in {**second, **first}.items()}
    order = [*first, *(key for key in second if key not in first)]
    return tuple(Line(titles[key], _side(first, key), _side(second, key)) for key in order)


def _sides(readiness: Readiness | None) -> dict[str, tuple[str, Side]]:
    if readiness is None:
        return {}
    found: dict[str, tuple[str, Side]] = {}
    for criterion in readiness.every_criterion:
        for each in (criterion, *criterion.parts):
            found[each.rule_id] = (each.title, _as_side(each))
    return found


def _as_side(criterion: Criterion) -> Side:
    return Side(criterion.word, criterion.kind, criterion.sentence)


def _side(found: Mapping[str, tuple[str, Side]], key: str) -> Side:
    return found[key][1] if key in found else Side()
