"""Turns parts of the tree into plain data and back, led by the annotations of the tree itself."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from lms.packages import kinds, rules, slots
from lms.packages.blocks import BLOCK_TYPES, Block
from lms.packages.kinds import Kind
from lms.packages.problems import Place, Problem
from lms.packages.yaml_reader import Mapping, Node, Scalar, Sequence

_MAX_DIGITS = 6
_YES_NO = {"true": True, "false": False}


@dataclass(frozen=True)
class Mention:
    """A uid, slot or reference as it stands in a file."""

    text: str
    place: Place


@dataclass
class Reading:
    """What was met while reading all files: problems, and mentions to check once everything is known."""

    problems: list[Problem] = field(default_factory=list)
    uids: list[Mention] = field(default_factory=list)
    slots: list[Mention] = field(default_factory=list)
    references: dict[Kind, list[Mention]] = field(
        default_factory=lambda: {kind: [] for kind in kinds.REFERENCES}
    )

    def complain(self, place: Place, message: str) -> None:
        """Remember one problem."""
        self.problems.append(Problem(place, message))


def encode(part: Any, leave_out: Collection[str] = ()) -> Any:
    """Return `part` as dicts, lists, strings, numbers and yes/no; a field with its default is absent."""
    if isinstance(part, Block):
        return {"uid": part.uid, "type": part.type, **encode(part.value)}
    if isinstance(part, tuple):
        return [encode(item) for item in part]
    if not is_dataclass(part):
        return part
    present = (one for one in fields(part) if one.name not in leave_out)
    return {
        one.name: encode(getattr(part, one.name))
        for one in present
        if one.default is MISSING or getattr(part, one.name) != one.default
    }


def decode(cls: type[Any], node: Node, place: Place, reading: Reading) -> Any:
    """Return the `cls` that `node` describes, or None when something is wrong (see `reading`)."""
    values = decode_fields(cls, node, place, reading)
    if values is None:
        return None
    return _checked(cls(**values), place, reading)


def decode_fields(
    cls: type[Any], node: Node, place: Place, reading: Reading, leave_out: Collection[str] = ()
) -> dict[str, Any] | None:
    """Return the fields of `cls` found in `node`, or None when one is wrong. `leave_out` lives elsewhere."""
    if not isinstance(node, Mapping):
        reading.complain(place, "Hier horen regels met ‘naam: waarde’.")
        return None
    wanted = {one.name: one for one in fields(cls) if one.name not in leave_out}
    complete = _only_known(node, wanted, place, reading)
    values: dict[str, Any] = {}
    for name, one in wanted.items():
        inner = node.items.get(name)
        if inner is None:
            if one.default is MISSING:
                reading.complain(place, f"‘{name}’ ontbreekt.")
                complete = False
            continue
        value = _value(_hints(cast(Hashable, cls))[name], inner, place.at(name, inner.line), reading)
        complete = _not_wrongly_empty(one, value, place.at(name, inner.line), reading) and complete
        values[name] = value
    return values if complete else None


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _checked(part: Any, place: Place, reading: Reading) -> Any:
    found = rules.complaints(part)
    for sentence in found:
        reading.complain(place, sentence)
    return None if found else part


def _only_known(node: Mapping, wanted: Collection[str], place: Place, reading: Reading) -> bool:
    unknown = [name for name in node.items if name not in wanted]
    for name in unknown:
        reading.complain(place.at(name, node.items[name].line), f"‘{name}’ hoort hier niet.")
    return not unknown


def _not_wrongly_empty(one: Field[Any], value: Any, place: Place, reading: Reading) -> bool:
    if value == "" and one.default is MISSING:
        reading.complain(place, "Dit mag niet leeg zijn.")
        return False
    return value is not None


def _value(hint: Any, node: Node, place: Place, reading: Reading) -> Any:
    if hint is Block:
        return _block(node, place, reading)
    if is_dataclass(hint):
        return decode(hint, node, place, reading)  # type: ignore[arg-type]  # always a dataclass here
    if get_origin(hint) is tuple:
        return _list(get_args(hint)[0], node, place, reading)
    if not isinstance(node, Scalar):
        reading.complain(place, "Hier hoort één tekst, geen lijst.")
        return None
    return _scalar(hint, node.value, place, reading)


def _list(hint: Any, node: Node, place: Place, reading: Reading) -> Any:
    if not isinstance(node, Sequence):
        reading.complain(place, "Hier hoort een lijst: elk punt begint met ‘-’.")
        return None
    values = []
    for number, item in enumerate(node.items, start=1):
        here = place.at(number, item.line)
        value = _value(hint, item, here, reading)
        if value == "" and Kind.CELL not in getattr(hint, "__metadata__", ()):
            reading.complain(here, "Dit mag niet leeg zijn.")
            value = None
        values.append(value)
    return None if None in values else tuple(values)


def _block(node: Node, place: Place, reading: Reading) -> Block | None:
    if not isinstance(node, Mapping):
        reading.complain(place, "Hier hoort een blok met een uid en een type.")
        return None
    items = dict(node.items)
    uid_node, kind = items.pop("uid", None), items.pop("type", None)
    uid = _value(kinds.Uid, uid_node, place.at("uid", uid_node.line), reading) if uid_node else ""
    if uid == "":
        reading.complain(place, "‘uid’ ontbreekt.")
    if not isinstance(kind, Scalar) or kind.value not in BLOCK_TYPES:
        name = kind.value if isinstance(kind, Scalar) else ""
        reading.complain(place, f"Blok-type ‘{name}’ bestaat niet. Kies uit: {', '.join(BLOCK_TYPES)}.")
        return None
    value = decode(BLOCK_TYPES[kind.value], Mapping(node.line, items), place, reading)
    return Block(uid, value) if uid and value else None


def _scalar(hint: Any, text: str, place: Place, reading: Reading) -> Any:
    if hint is int:
        return _number(text, place, reading)
    if hint is bool:
        if text not in _YES_NO:
            reading.complain(place, f"Hier hoort true of false, niet ‘{text}’.")
        return _YES_NO.get(text)
    if get_origin(hint) is Literal:
        if text in get_args(hint):
            return text
        reading.complain(place, f"‘{text}’ kan hier niet. Kies uit: {', '.join(get_args(hint))}.")
        return None
    return _text(hint.__metadata__[0], text, place, reading)


def _number(text: str, place: Place, reading: Reading) -> int | None:
    if text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS:
        return int(text)
    reading.complain(place, f"Hier hoort een heel getal, niet ‘{text}’.")
    return None


def _text(kind: Kind, text: str, place: Place, reading: Reading) -> str | None:
    if text == "":
        return text
    found = kinds.complaints(kind, text)
    for sentence in found:
        reading.complain(place, sentence)
    _remember(kind, text, place, reading)
    return None if found else text


def _remember(kind: Kind, text: str, place: Place, reading: Reading) -> None:
    if kind is Kind.UID:
        reading.uids.append(Mention(text, place))
    elif kind in kinds.REFERENCES:
        reading.references[kind].append(Mention(text, place))
    elif kind in kinds.WITH_SLOTS:
        reading.slots += [Mention(name, place) for name in slots.slots_in(text)]
