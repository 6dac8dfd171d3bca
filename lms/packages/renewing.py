"""Pure: the same course as new content. A copy is another course: every part gets an id of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

from lms.packages.tree import Package


def renewed(package: Package, seed: UUID, *, title: str, slug: str) -> Package:
    """Return the package with new ids, a title and a slug; the same seed always gives the same ids.

    What refers to a part by its id refers to the new one. Slots keep their ids: they are words of the site.
    """
    kept = {slot.uid for slot in package.slots}
    new = {uid: str(uuid5(seed, uid)) for uid in _uids(package) if uid not in kept}
    made: Package = _replaced(package, new)
    return dataclasses.replace(
        made,
        manifest=dataclasses.replace(made.manifest, title=title, slug=slug),
        course=dataclasses.replace(made.course, title=title),
    )


def _uids(part: Any) -> Iterator[str]:
    if isinstance(part, tuple):
        for one in part:
            yield from _uids(one)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            if field.name == "uid":
                yield value
            else:
                yield from _uids(value)


def _replaced(part: Any, new: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        return new.get(part, part)
    if isinstance(part, tuple):
        return tuple(_replaced(one, new) for one in part)
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        fields = dataclasses.fields(part)
        return dataclasses.replace(
            part, **{one.name: _replaced(getattr(part, one.name), new) for one in fields}
        )
    return part
