"""Reads a YAML text into nodes that still know their line, and refuses what a course package never needs.

Every scalar stays a string: the tree decides what is a number or a yes/no. So ‘ja’, ‘12’ and ‘5.2’ mean what
is written, in each field, without quotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from lms.packages.problems import Place, Problem

MAX_DEPTH = 16


@dataclass
class Scalar:
    """A string."""

    value: str
    line: int


@dataclass
class Sequence:
    """A list of nodes."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass
class Mapping:
    """Nodes by key, in the order of the file."""

    line: int
    items: dict[str, Node] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def parse(content: bytes, file: str, problems: list[Problem]) -> Node | None:
    """Return the node tree of a file, or None when it cannot be read; appends what is wrong to `problems`.

    Refused: text that is not UTF-8, more than one document, anchors, references, tags, directives, keys that
    are doubled or are not words, and nesting deeper than `MAX_DEPTH`.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(Place(file), "Dit bestand is geen tekst in UTF-8."))
        return None
    builder = _Builder(file, problems)
    try:
        for event in _events(text):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.complain(mark.line + 1 if mark else 0, "De vorm van het bestand (YAML) klopt hier niet.")
        return None
    except yaml.YAMLError:
        builder.complain(0, "Er staat een teken in dat niet mag.")
        return None
    if builder.root is None:
        builder.complain(0, "Het bestand is leeg.")
    return builder.root


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=yaml.SafeLoader)  # type: ignore[no-any-return,unused-ignore]  # stubs differ


class _Builder:
    """Builds the nodes from parser events with its own stack, so that depth cannot exhaust Python's."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []
        self.keys: list[str | None] = []
        self.documents = 0

    def complain(self, line: int, message: str) -> None:
        self.problems.append(Problem(Place(self.file, line), message))

    def take(self, event: yaml.Event) -> bool:
        """Take one event; return whether reading can go on."""
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event, line)
        if isinstance(event, yaml.AliasEvent):
            self.complain(line, "Een verwijzing met * mag niet. Schrijf de tekst voluit.")
            return False
        if isinstance(event, yaml.NodeEvent) and not self._plain(event, line):
            return False
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event.value, line)
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            return self._open(event, line)
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self.stack.pop()
            self.keys.pop()
        return True

    def _document(self, event: yaml.DocumentStartEvent, line: int) -> bool:
        self.documents += 1
        if self.documents > 1:
            self.complain(line, "Er mag maar één document in een bestand staan.")
        elif event.version or event.tags:
            self.complain(line, "Een regel die met % begint, mag niet.")
        else:
            return True
        return False

    def _plain(self, event: yaml.NodeEvent, line: int) -> bool:
        if event.anchor:
            self.complain(line, "Een anker met & mag niet. Schrijf de tekst voluit.")
        elif getattr(event, "tag", None):
            self.complain(line, "Een soortaanduiding met ! mag niet.")
        else:
            return True
        return False

    def _open(self, event: yaml.Event, line: int) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self.complain(line, "De lijsten zitten hier te diep in elkaar.")
            return False
        node = Sequence(line) if isinstance(event, yaml.SequenceStartEvent) else Mapping(line)
        if not self._place(node, line):
            return False
        self.stack.append(node)
        self.keys.append(None)
        return True

    def _scalar(self, value: str, line: int) -> bool:
        if self.stack and isinstance(self.stack[-1], Mapping) and self.keys[-1] is None:
            self.keys[-1] = value
            if value in self.stack[-1].items:
                self.complain(line, f"‘{value}’ staat hier twee keer.")
            return True
        return self._place(Scalar(value, line), line)

    def _place(self, node: Node, line: int) -> bool:
        if not self.stack:
            self.root = node
            return True
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return True
        key = self.keys[-1]
        if key is None:
            self.complain(line, "Voor een dubbele punt hoort hier één woord.")
            return False
        parent.items[key] = node
        self.keys[-1] = None
        return True
