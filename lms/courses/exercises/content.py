"""Reading exercises and parts from a lesson as it is stored: blocks with a type, a value and an id. Pure.

What is stored may be older than a field, or a draft that is not complete: what is missing is read as empty,
and a judgement that is missing never passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from lms.courses.exercises.choice import Choice, Choices, Option, Voice
from lms.courses.exercises.dialogue import Dialogue, Reply, Turn
from lms.courses.exercises.gaps import Gap, Gaps
from lms.courses.exercises.hot_words import TEXT, HotWords, WordPart
from lms.courses.exercises.matching import Group, Match, Pair, Sort
from lms.courses.exercises.ordering import Item, Order
from lms.courses.exercises.rules import Exercise, Verdict
from lms.courses.exercises.statement import TRUE, Statement
from lms.courses.exercises.steps import Part
from lms.courses.exercises.task import Task

RawBlock = Mapping[str, Any]
JUDGEMENTS = {verdict.value: verdict for verdict in (Verdict.FITS, Verdict.CAREFUL, Verdict.UNFIT)}


def is_exercise(block: RawBlock) -> bool:
    """Say whether a block asks something; an assignment only when it can be handed in."""
    if block["type"] == "assignment":
        return bool(block["value"].get("hand_in"))
    return block["type"] in EXERCISES


def parts_of(blocks: Iterable[RawBlock]) -> tuple[Part, ...]:
    """Return every block of a lesson, in order, as far as cutting it into steps needs."""
    return tuple(Part(UUID(block["id"]), is_exercise(block)) for block in blocks)


def exercises_of(blocks: Iterable[RawBlock]) -> dict[UUID, Exercise]:
    """Return the exercises of a lesson by id, in order."""
    found = (exercise_of(block) for block in blocks if is_exercise(block))
    return {exercise.uid: exercise for exercise in found}


def exercise_of(block: RawBlock) -> Exercise:
    """Return the exercise in one block; `is_exercise` must be true of it."""
    return EXERCISES[block["type"]](UUID(block["id"]), block["value"])


def _text(value: RawBlock, name: str) -> str:
    return value.get(name) or ""


def _items(value: RawBlock, name: str) -> list[tuple[UUID, RawBlock]]:
    return [(UUID(item["id"]), item["value"]) for item in value.get(name) or ()]


def _judged(value: RawBlock) -> Verdict:
    return JUDGEMENTS.get(_text(value, "judgement"), Verdict.UNFIT)


def _question(uid: UUID, value: RawBlock) -> Choice:
    return Choice(uid, "", _text(value, "prompt"), _answers(value))


def _choices(uid: UUID, value: RawBlock) -> Choices:
    return Choices(uid, _text(value, "prompt"), _answers(value))


def _answers(value: RawBlock) -> tuple[Option, ...]:
    return tuple(
        Option(
            one,
            _text(answer, "text"),
            Verdict.RIGHT if answer.get("correct") else Verdict.WRONG,
            _text(answer, "explanation"),
        )
        for one, answer in _items(value, "answers")
    )


def _scenario(uid: UUID, value: RawBlock) -> Choice:
    options = tuple(
        Option(one, _text(said, "text"), _judged(said), _text(said, "feedback"), _text(said, "hat"))
        for one, said in _items(value, "reactions")
    )
    mirror = tuple(
        Voice(_text(voice, "role"), _text(voice, "text")) for _one, voice in _items(value, "mirror")
    )
    return Choice(
        uid, _text(value, "title"), _text(value, "situation"), options, mirror, _text(value, "panel")
    )


def _statement(uid: UUID, value: RawBlock) -> Statement:
    is_true = _text(value, "correct") == TRUE
    return Statement(
        uid, _text(value, "statement"), is_true, _text(value, "if_true"), _text(value, "if_false")
    )


def _gaps(uid: UUID, value: RawBlock) -> Gaps:
    gaps = tuple(
        Gap(
            one,
            _text(gap, "before"),
            tuple(answer["value"] for answer in gap.get("answers") or ()),
            _text(gap, "after"),
            _text(gap, "explanation"),
        )
        for one, gap in _items(value, "sentences")
    )
    return Gaps(uid, _text(value, "prompt"), gaps)


def _things(value: RawBlock) -> tuple[Item, ...]:
    return tuple(Item(one, _text(item, "text")) for one, item in _items(value, "items"))


def _order(uid: UUID, value: RawBlock) -> Order:
    return Order(uid, _text(value, "prompt"), _things(value), _text(value, "explanation"))


def _match(uid: UUID, value: RawBlock) -> Match:
    pairs = tuple(
        Pair(one, _text(pair, "left"), _text(pair, "right"), _text(pair, "explanation"))
        for one, pair in _items(value, "pairs")
    )
    return Match(uid, _text(value, "prompt"), pairs, _text(value, "explanation"))


def _sort(uid: UUID, value: RawBlock) -> Sort:
    groups = tuple(
        Group(one, _text(group, "title"), _things(group)) for one, group in _items(value, "groups")
    )
    return Sort(uid, _text(value, "prompt"), groups, _text(value, "explanation"))


def _hot_words(uid: UUID, value: RawBlock) -> HotWords:
    parts = tuple(
        WordPart(one, _text(part, "text"), _text(part, "role") or TEXT, _text(part, "explanation"))
        for one, part in _items(value, "parts")
    )
    return HotWords(uid, _text(value, "prompt"), parts, _text(value, "explanation"))


def _dialogue(uid: UUID, value: RawBlock) -> Dialogue:
    turns = tuple(
        Turn(one, _text(turn, "name"), _text(turn, "says"), _replies(turn))
        for one, turn in _items(value, "turns")
    )
    return Dialogue(uid, _text(value, "title"), _text(value, "situation"), turns)


def _replies(turn: RawBlock) -> tuple[Reply, ...]:
    return tuple(
        Reply(one, _text(said, "text"), _judged(said), _text(said, "feedback"), _text(said, "goes_to"))
        for one, said in _items(turn, "replies")
    )


def _assignment(uid: UUID, value: RawBlock) -> Task:
    return Task(uid, _text(value, "title"), _text(value, "html"))


EXERCISES: dict[str, Callable[[UUID, RawBlock], Exercise]] = {
    "question": _question,
    "choices": _choices,
    "statement": _statement,
    "gaps": _gaps,
    "order": _order,
    "match": _match,
    "sort": _sort,
    "hot_words": _hot_words,
    "scenario": _scenario,
    "dialogue": _dialogue,
    "assignment": _assignment,
}
"""The reader of each type of block that can ask something."""
