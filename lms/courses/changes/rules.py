"""Pure rules of changes: what differs in a lesson, and what that asks of who began it before.

Source: docs/decisions/0016, change classes. Blocks are as they are stored: a type, a value and an id.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lms.courses.changes.markup import pieces

RawBlock = Mapping[str, Any]
Marks = Mapping[str, str]
"""A short hash of what each block says, by the id of the block."""

SITUATIONS = ("scenario", "dialogue")
LENGTH = 16
# Ids of parts, and the note of what an easy twin was made for, are no words of a reader.
_NOT_SAID = frozenset({"id", "easy_of"})


def marks_of(blocks: Iterable[RawBlock]) -> dict[str, str]:
    """Return the mark of every block by its id; equal marks say the same to a reader."""
    return {block["id"]: _mark(block) for block in blocks}


def _mark(block: RawBlock) -> str:
    said = json.dumps([block["type"], _said(block["value"])], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def _said(value: Any) -> Any:
    """Return what a value says: an empty field is no field, and what the editor adds by itself is no word."""
    if isinstance(value, str):
        return pieces(value) if "<" in value or "&" in value else " ".join(value.split())
    if isinstance(value, Mapping):
        if value.get("type") == "item" and "value" in value:
            return _said(value["value"])
        said = {name: _said(one) for name, one in value.items() if name not in _NOT_SAID}
        return {name: one for name, one in said.items() if not _is_empty(one)}
    return [_said(one) for one in value] if isinstance(value, list | tuple) else value


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})


def differs(before: Marks, after: Marks) -> bool:
    """Say whether a text changed: a block came, went or says something else. Another order is no change."""
    return dict(before) != dict(after)


def changed_blocks(before: Marks, after: Marks) -> tuple[str, ...]:
    """Return the ids of the blocks that are new or say something else, in the order of `after`."""
    return tuple(uid for uid, mark in after.items() if before.get(uid) != mark)


def situation_of(
    changed: Iterable[str], lesson: Sequence[RawBlock], module: Iterable[RawBlock]
) -> str | None:
    """Return the id of the situation to do with a change of `lesson`.

    The first among the changed blocks, else the first in the lesson, else the first in the module, else None.
    """
    among = set(changed)
    own = [block["id"] for block in lesson if block["type"] in SITUATIONS]
    first_changed = next((uid for uid in own if uid in among), None)
    if first_changed or own:
        return first_changed or own[0]
    return next((block["id"] for block in module if block["type"] in SITUATIONS), None)


@dataclass(frozen=True)
class Change:
    """A change of safety as far as a learner is concerned."""

    uuid: UUID
    line: str
    block_uids: tuple[str, ...]
    scenario_uid: UUID | None
    published_at: datetime


@dataclass(frozen=True)
class Asked:
    """What open changes of one lesson ask together.

    `lines` say why, newest last; `blocks` are the ids to read, each once, in the order of the lesson now;
    `scenarios` are the situations that may be asked, the newest change first: the first that is still there
    is the one. It was passed when that was at `since` or later.
    """

    changes: tuple[UUID, ...]
    lines: tuple[str, ...]
    blocks: tuple[str, ...]
    scenarios: tuple[UUID, ...]
    since: datetime


def due_on(completed_on: date, published_on: date) -> date:
    """Return the day from which a change is asked: it is online, and the lesson is finished."""
    return max(completed_on, published_on)


def asked(changes: Sequence[Change], lesson: Iterable[str]) -> Asked | None:
    """Return what these open changes ask together, given the ids of the blocks of the lesson as it is now.

    A block that is gone is not asked. None without changes.
    """
    if not changes:
        return None
    in_turn = sorted(changes, key=lambda change: (change.published_at, str(change.uuid)))
    among = {uid for change in in_turn for uid in change.block_uids}
    newest_first = [change.scenario_uid for change in reversed(in_turn) if change.scenario_uid]
    return Asked(
        changes=tuple(change.uuid for change in in_turn),
        lines=tuple(dict.fromkeys(change.line for change in in_turn if change.line)),
        blocks=tuple(dict.fromkeys(uid for uid in lesson if uid in among)),
        scenarios=tuple(dict.fromkeys(newest_first)),
        since=in_turn[-1].published_at,
    )
