"""The media of a course, as a package lists them.

The course page keeps which media its package lists, in order, with the names of their files; and for captions
also the words beside them, because on the site captions are a part of their film.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from typing import Any

from lms.courses.models import CourseDocument, Picture, Recording
from lms.packages.blocks import (
    AudioValue,
    Block,
    CalloutValue,
    DownloadValue,
    ImageValue,
    TextValue,
    VideoValue,
)
from lms.packages.rules import CAPTIONS
from lms.packages.tree import Medium, Package

Entry = dict[str, str]
RIGHTS = ("description", "credit", "licence")
OTHER_ENDS = {"jpeg": "jpg", "oga": "ogg"}


@dataclass(frozen=True)
class Kept:
    """A medium on the site: its row, and whether the captions of that row are meant."""

    row: Any
    is_captions: bool = False

    @property
    def file(self) -> Any:
        """The file in storage."""
        return self.row.captions if self.is_captions else self.row.file

    def content(self) -> bytes:
        """Return the bytes; a file that is gone is empty."""
        try:
            with self.file.storage.open(self.file.name) as file:
                found: bytes = file.read()
        except OSError:
            return b""
        return found


def entries(package: Package) -> list[Entry]:
    """Return what the course page keeps of the list of media."""
    return [
        {"uid": one.uid, "file": one.file, **(_rights(one) if is_captions(one) else {})}
        for one in package.media
    ]


def is_captions(one: Medium) -> bool:
    """Say whether a medium is the captions of another."""
    return one.file.rpartition(".")[2] in CAPTIONS


def _rights(one: Medium) -> Entry:
    return {name: getattr(one, name) for name in RIGHTS}


def media_of(listed: Iterable[Entry], known: Mapping[str, Kept]) -> tuple[Medium, ...]:
    """Return the media that are there, in this order, each with a file name of its own."""
    found: list[Medium] = []
    taken: set[str] = set()
    for entry in listed:
        if entry["uid"] in known:
            kept = known[entry["uid"]]
            name = _name(entry, kept, taken)
            taken.add(name)
            found.append(_medium(entry, kept, name))
    return tuple(found)


def kept_media(uids: Iterable[str]) -> dict[str, Kept]:
    """Return what the site has of these media by uid; four queries."""
    wanted = list(uids)
    films = Recording.objects.filter(captions_uid__in=wanted).exclude(captions="").select_related("poster")
    found = {str(row.captions_uid): Kept(row, is_captions=True) for row in films}
    rows: Iterable[Any] = chain(
        Picture.objects.filter(uid__in=wanted),
        CourseDocument.objects.filter(uid__in=wanted),
        Recording.objects.filter(uid__in=wanted).select_related("poster"),
    )
    found |= {str(row.uid): Kept(row) for row in rows}
    return found


def contents(package: Package) -> dict[str, bytes]:
    """Return the files of the media of a package that was read from this site, by name."""
    known = kept_media(one.uid for one in package.media)
    return {one.file: known[one.uid].content() for one in package.media if one.uid in known}


def used(package: Package) -> list[str]:
    """Return the uids of the media that the texts of a package refer to, in order of appearance."""
    lessons = (lesson.blocks for module in package.modules for lesson in module.lessons)
    explained = (package.tralans.explanation,) if package.tralans else ()
    found = [uid for blocks in (*lessons, *explained) for block in blocks for uid in _references(block)]
    return list(dict.fromkeys(found))


def beside(known: Mapping[str, Kept]) -> list[str]:
    """Return the uids of the captions and posters that these media bring along."""
    rows = [kept.row for kept in known.values() if isinstance(kept.row, Recording) and not kept.is_captions]
    captions = [str(row.captions_uid) for row in rows if row.captions]
    posters = {row.poster_id for row in rows if row.poster_id}
    return captions + [
        str(uid) for uid in Picture.objects.filter(pk__in=posters).values_list("uid", flat=True)
    ]


def _references(block: Block) -> Iterable[str]:
    value = block.value
    if isinstance(value, ImageValue):
        found = value.picture
    elif isinstance(value, DownloadValue):
        found = value.file
    elif isinstance(value, VideoValue | AudioValue | TextValue | CalloutValue):
        found = value.recording
    else:
        found = ""
    return [found] if found else []


def _medium(entry: Entry, kept: Kept, name: str) -> Medium:
    row, content = kept.row, kept.content()
    medium = Medium(
        uid=entry["uid"],
        file=name,
        sha256=sha256(content).hexdigest(),
        description=row.description or row.title,
        credit=row.credit,
        licence=row.licence,
    )
    if kept.is_captions:
        words = {key: entry.get(key, "") for key in RIGHTS}
        return replace(
            medium, **{**words, "description": words["description"] or f"Ondertitels: {row.title}"}
        )
    if not isinstance(row, Recording):
        return medium
    return replace(
        medium,
        transcript=row.transcript,
        captions=str(row.captions_uid) if row.captions else "",
        poster=str(row.poster.uid) if row.poster else "",
    )


def _name(entry: Entry, kept: Kept, taken: set[str]) -> str:
    """Return the name of a file in the package: the one it came with, if that still fits and is free."""
    stem, _dot, end = kept.file.name.rpartition("/")[2].rpartition(".")
    end = OTHER_ENDS.get(end.lower(), end.lower())
    if end == "mp4" and getattr(kept.row, "kind", "") == Recording.Kind.AUDIO:
        end = "m4a"
    name = f"{re.sub(r'[^a-z0-9_-]+', '-', stem.lower()).strip('-_') or 'bestand'}.{end}"
    given = entry.get("file", "")
    if given.rpartition(".")[2] == end:
        name = given
    return f"{entry['uid'][:8]}-{name}" if name in taken else name
