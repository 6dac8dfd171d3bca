"""Parts of a course package as the site stores them in a StreamField, and back.

The names and value keys of the blocks are the fields of the tree (docs/decisions/0002), so one rule serves
all: a part with a uid becomes a block or a list item with that id. Reading back puts text in the one way
of writing that the package format knows, whatever an editor made of it.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from lms.packages import markup
from lms.packages.blocks import BLOCK_TYPES, Block
from lms.packages.kinds import Kind

Raw = Mapping[str, Any]
Part = TypeVar("Part")


def stored(name: str, parts: Iterable[Any]) -> str:
    """Return parts (dataclasses with a uid) as the stored form of a StreamField with blocks of this name."""
    return json.dumps([_block(name, part) for part in parts])


def stored_blocks(blocks: Iterable[Block]) -> str:
    """Return the blocks of a lesson as the stored form of its body."""
    return json.dumps([{"type": one.type, "id": one.uid, "value": _fields(one.value)} for one in blocks])


def read(cls: type[Part], stream: Any, name: str = "") -> tuple[Part, ...]:
    """Return the parts in a StreamField's value; with a name, only blocks of that name."""
    raw = stream.get_prep_value()
    return tuple(_read(cls, one["value"], one["id"]) for one in raw if not name or one["type"] == name)


def read_blocks(stream: Any) -> tuple[Block, ...]:
    """Return the blocks of a lesson from its body."""
    return tuple(
        Block(one["id"], _read(BLOCK_TYPES[one["type"]], one["value"], one["id"]))
        for one in stream.get_prep_value()
    )


def text(kind: Kind, value: str | None) -> str:
    """Return a text in the way of writing of its kind."""
    value = value or ""
    if kind is Kind.HTML:
        return markup.canonical(value)
    if kind in {Kind.INLINE, Kind.CELL}:
        return markup.canonical(value, inline=True)
    lines = [line.strip() for line in value.strip().splitlines()]
    return ("\n" if kind is Kind.TEXT else " ").join(lines)


def _block(name: str, part: Any) -> dict[str, Any]:
    return {"type": name, "id": part.uid, "value": _fields(part)}


def _fields(part: Any) -> dict[str, Any]:
    return {one.name: _stored(getattr(part, one.name)) for one in fields(part) if one.name != "uid"}


def _stored(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return [
        _block("item", one)
        if is_dataclass(one)
        else {"type": "item", "id": str(uuid.uuid4()), "value": _stored(one)}
        for one in value
    ]


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _read(cls: type[Part], value: Raw, uid: str) -> Part:
    hints = _hints(cast(Hashable, cls))
    found = {
        one.name: uid if one.name == "uid" else _value(hints[one.name], value.get(one.name))
        for one in fields(cls)  # type: ignore[arg-type]  # always a dataclass here
    }
    return cls(**found)


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_item(get_args(hint)[0], one) for one in value or ())
    if hint is int or hint is bool:
        return hint(value or 0)
    if get_origin(hint) is Literal:
        return value or ""
    return text(hint.__metadata__[0], value)


def _item(hint: Any, item: Raw) -> Any:
    if is_dataclass(hint):
        return _read(hint, item["value"], item["id"])  # type: ignore[arg-type]  # always a dataclass here
    return _value(hint, item["value"])
