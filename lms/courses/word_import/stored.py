"""Pure: what was read of a document, in the form in which pages store blocks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from lms.courses.word_import.rules import Found, Lesson

Block = dict[str, Any]


def lesson_uid(upload: UUID, number: int) -> UUID:
    """Return the id of a lesson of this upload: the same upload always makes the same lessons."""
    return uuid5(upload, f"lesson {number}")


def picture_uid(upload: UUID, number: int) -> UUID:
    """Return the id of a picture of this upload."""
    return uuid5(upload, f"picture {number}")


def blocks_of(upload: UUID, number: int, lesson: Lesson) -> list[Block]:
    """Return the stored blocks of a lesson; each has an id of its own that follows from the upload."""
    ids = _Ids(lesson_uid(upload, number))
    return [
        {"type": block.kind, "id": ids.next(), "value": _value(upload, block, ids)} for block in lesson.blocks
    ]


class _Ids:
    def __init__(self, base: UUID) -> None:
        self.base, self.count = base, 0

    def next(self) -> str:
        self.count += 1
        return str(uuid5(self.base, str(self.count)))


def _value(upload: UUID, block: Found, ids: _Ids) -> Mapping[str, Any]:
    if block.kind == "table":
        header, *rows = block.rows
        stored = [{"type": "item", "id": ids.next(), "value": _items(row, ids)} for row in rows]
        return {"caption": "", "header": _items(header, ids), "rows": stored}
    if block.kind == "image":
        picture = str(picture_uid(upload, block.picture))
        return {"picture": picture, "alt": block.alt, "caption": "", "decorative": False}
    return {FIELDS[block.kind]: block.text}


FIELDS = {"text": "html", "callout": "html", "reflection": "prompt", "summary": "text"}


def _items(cells: list[str], ids: _Ids) -> list[Block]:
    return [{"type": "item", "id": ids.next(), "value": cell} for cell in cells]
