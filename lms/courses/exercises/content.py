"""Reading exercises and parts from a lesson as it is stored: blocks with a type, a value and an id. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from lms.courses.exercises.choice import Choice, Option, Voice
from lms.courses.exercises.rules import Exercise, Verdict
from lms.courses.exercises.steps import Part

RawBlock = Mapping[str, Any]
EXERCISES = frozenset({"question", "scenario"})


def parts_of(blocks: Iterable[RawBlock]) -> tuple[Part, ...]:
    """Return every block of a lesson, in order, as far as cutting it into steps needs."""
    return tuple(Part(UUID(block["id"]), block["type"] in EXERCISES) for block in blocks)


def exercises_of(blocks: Iterable[RawBlock]) -> dict[UUID, Exercise]:
    """Return the exercises of a lesson by id, in order."""
    found = (exercise_of(block) for block in blocks if block["type"] in EXERCISES)
    return {exercise.uid: exercise for exercise in found}


def exercise_of(block: RawBlock) -> Exercise:
    """Return the exercise in one `question` or `scenario` block."""
    value = block["value"]
    if block["type"] == "question":
        options = tuple(_answer(item) for item in value["answers"])
        return Choice(UUID(block["id"]), "", value["prompt"], options)
    options = tuple(_reaction(item) for item in value["reactions"])
    voices = (item["value"] for item in value.get("mirror", ()))
    mirror = tuple(Voice(voice["role"], voice["text"]) for voice in voices)
    return Choice(
        UUID(block["id"]), value["title"], value["situation"], options, mirror, value.get("panel", "")
    )


def _answer(item: RawBlock) -> Option:
    value = item["value"]
    verdict = Verdict.RIGHT if value["correct"] else Verdict.WRONG
    return Option(UUID(item["id"]), value["text"], verdict, value["explanation"])


def _reaction(item: RawBlock) -> Option:
    value = item["value"]
    return Option(
        UUID(item["id"]),
        value["text"],
        Verdict(value["judgement"]),
        value["feedback"],
        value.get("hat") or "",
    )
