"""The answers at the back of the paper: of each exercise what fits and why, and the mirror of roles."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lms.courses.exercises.choice import Choice, Choices, Voice
from lms.courses.exercises.dialogue import Dialogue
from lms.courses.exercises.gaps import Gaps
from lms.courses.exercises.hot_words import HOT, HotWords
from lms.courses.exercises.matching import Match, Sort
from lms.courses.exercises.ordering import Order
from lms.courses.exercises.rules import Exercise, Verdict
from lms.courses.exercises.statement import FALSE, TRUE, Statement
from lms.courses.paper.rules import lettered
from lms.courses.prints.asking import Asked
from lms.courses.progress.exercise_marks import hat_word, mark_of


@dataclass(frozen=True)
class Line:
    """One thing that is told. `label` stands before it; `word` judges it, or is empty."""

    label: str
    word: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What is told about one exercise. `note` is about the whole."""

    code: str
    heading: str
    lines: tuple[Line, ...]
    note: str = ""
    mirror: tuple[Line, ...] = ()
    panel: str = ""


def answer_of(exercise: Exercise, asked: Asked) -> Answer | None:
    """Return what stands at the back about an exercise; None when there is nothing to tell, as of a task."""
    make = TOLD.get(type(exercise))
    if make is None:
        return None
    return Answer(
        code=asked.code,
        heading=asked.heading,
        lines=tuple(make(exercise)),
        note=getattr(exercise, "explanation", ""),
        mirror=tuple(_voice(one) for one in getattr(exercise, "mirror", ())),
        panel=getattr(exercise, "panel", ""),
    )


def _voice(voice: Voice) -> Line:
    return Line(f"{hat_word(voice.role)}:", "", voice.text)


def _judged(label: str, verdict: Verdict, explanation: str) -> Line:
    mark = mark_of(verdict, explanation)
    return Line(label, mark.word, mark.text)


def _closed(text: str) -> str:
    """End a sentence, because another one follows."""
    return text if text.endswith(tuple(".!?:’”")) else f"{text}."


def _right(is_right: bool) -> Verdict:
    return Verdict.RIGHT if is_right else Verdict.WRONG


def _options(exercise: Choice | Choices) -> list[Line]:
    labels = (text for _key, text in lettered((one.uid, one.text) for one in exercise.options))
    options = zip(labels, exercise.options, strict=True)
    return [_judged(_closed(label), one.verdict, one.explanation) for label, one in options]


def _statement(exercise: Statement) -> list[Line]:
    said = ((TRUE, _("Waar:"), exercise.if_true), (FALSE, _("Niet waar:"), exercise.if_false))
    return [
        _judged(label, _right((answer == TRUE) is exercise.correct), explanation)
        for answer, label, explanation in said
    ]


def _gaps(exercise: Gaps) -> list[Line]:
    return [
        Line(f"{number}. {_(' of ').join(gap.answers)}.", "", gap.explanation)
        for number, gap in enumerate(exercise.gaps, start=1)
    ]


def _order(exercise: Order) -> list[Line]:
    return [Line(f"{number}. {item.text}", "", "") for number, item in enumerate(exercise.items, start=1)]


def _match(exercise: Match) -> list[Line]:
    texts = {text: label for (_key, text), (_same, label) in _sides(exercise)}
    return [
        Line(_closed(f"{pair.left}: {texts[pair.right]}"), "", pair.explanation) for pair in exercise.pairs
    ]


def _sides(exercise: Match) -> "zip[tuple[tuple[str, str], tuple[str, str]]]":
    return zip(exercise.rights, lettered(exercise.rights), strict=True)


def _sort(exercise: Sort) -> list[Line]:
    return [
        Line(f"{group.title}:", "", ", ".join(item.text for item in group.items)) for group in exercise.groups
    ]


def _hot_words(exercise: HotWords) -> list[Line]:
    words = (part for part in exercise.parts if part.can_be_chosen)
    return [_judged(f"{part.text.strip()}:", _right(part.role == HOT), part.explanation) for part in words]


def _dialogue(exercise: Dialogue) -> list[Line]:
    lines = []
    for number, turn in enumerate(exercise.turns, start=1):
        labels = (text for _key, text in lettered((reply.uid, reply.text) for reply in turn.replies))
        for label, reply in zip(labels, turn.replies, strict=True):
            lines.append(_judged(_closed(f"{number}{label}"), reply.verdict, reply.explanation))
    return lines


TOLD: dict[type, Callable[[Any], list[Line]]] = {
    Choice: _options,
    Choices: _options,
    Statement: _statement,
    Gaps: _gaps,
    Order: _order,
    Match: _match,
    Sort: _sort,
    HotWords: _hot_words,
    Dialogue: _dialogue,
}
