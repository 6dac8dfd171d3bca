"""What the editor refuses of an exercise: each rule of docs/decisions/0014, broken once."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from lms.courses.pages.blocks.unfinished import unfinished
from tests.unit.courses import lettered
from tests.unit.courses.lettered import Block, part

KINDS = ["question", "choices", "statement", "gaps", "order", "match", "sort", "hot_words", "scenario"]
KINDS += ["dialogue", "assignment"]
Break = Callable[[Block], None]


def cut(name: str, to: int) -> Break:
    """Leave only the first parts of a list."""

    def breaks(value: Block) -> None:
        value[name] = value[name][:to]

    return breaks


def put(path: str, wrong: Any) -> Break:
    """Write something else at a path: `items.0.text`, where a number is a place in a list."""

    def breaks(value: Any) -> None:
        *way, last = path.split(".")
        for step in way:
            value = value[int(step)]["value"] if step.isdigit() else value[step]
        if last.isdigit():
            value[int(last)]["value"] = wrong
        else:
            value[last] = wrong

    return breaks


def all_of(*breaks: Break) -> Break:
    def broken(value: Block) -> None:
        for one in breaks:
            one(value)

    return broken


MIRROR = [part("v", role="oco", text="Vraagt."), part("w", role="oco", text="Luistert.")]
BROKEN: list[tuple[str, Break]] = [
    ("question", cut("answers", 1)),
    ("question", put("answers.1.correct", False)),
    ("question", put("answers.0.correct", True)),
    ("question", put("answers.0.text", "")),
    ("choices", cut("answers", 1)),
    ("choices", all_of(put("answers.0.correct", False), put("answers.2.correct", False))),
    ("statement", put("correct", "")),
    ("gaps", cut("sentences", 0)),
    ("gaps", all_of(put("sentences.0.before", ""), put("sentences.0.after", ""))),
    ("gaps", put("sentences.0.answers", [])),
    ("gaps", put("sentences.0.answers.0", "…!")),
    ("gaps", put("sentences.0.answers.0", "x" * 201)),
    ("gaps", put("sentences.0.answers.0", "{{ gemeente }}")),
    ("order", cut("items", 1)),
    ("order", put("items.0.text", "item b")),
    ("match", cut("pairs", 1)),
    ("match", put("pairs.1.right", "naast")),  # one right side is no choice
    ("match", put("pairs.0.left", "links b")),
    ("sort", cut("groups", 1)),
    ("sort", put("groups.0.title", "niet")),
    ("sort", put("groups.0.items.0.text", "item c")),
    ("hot_words", all_of(put("parts.1.role", "cold"), put("parts.3.role", "cold"))),
    ("scenario", cut("reactions", 1)),
    ("scenario", put("reactions.0.judgement", "careful")),
    ("scenario", put("reactions.0.judgement", "")),
    ("scenario", put("mirror", MIRROR)),
    ("dialogue", cut("turns", 0)),
    ("dialogue", put("turns.0.replies.0.goes_to", "nergens")),
    ("dialogue", put("turns.2.replies.0.goes_to", "midden")),  # back, to what was said
    ("dialogue", put("turns.1.replies", [])),
    ("dialogue", put("turns.2.name", "midden")),
    ("dialogue", all_of(put("turns.0.replies.2.goes_to", ""), put("turns.1.replies.0.goes_to", ""))),
    (
        "dialogue",
        all_of(
            put("turns.1.replies.1.judgement", "unfit"),
            put("turns.2.replies.0.judgement", "unfit"),
        ),
    ),
    ("assignment", put("title", "")),
]


@pytest.mark.parametrize("kind", KINDS)
def test_it_takes_what_is_whole(kind: str):
    assert list(unfinished([getattr(lettered, kind)()])) == []


@pytest.mark.parametrize(("kind", "breaks"), BROKEN)
def test_it_refuses_what_breaks_a_rule(kind: str, breaks: Break):
    block = deepcopy(getattr(lettered, kind)())
    breaks(block["value"])
    assert list(unfinished([getattr(lettered, kind)(), block])) == [2]
