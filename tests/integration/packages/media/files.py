"""The files of a course with media: their bytes, their ids, and a block of each kind that shows one."""

from hashlib import sha256
from uuid import UUID

from django.core.files.storage import default_storage

from lms.packages.blocks import (
    AudioValue,
    Block,
    CalloutValue,
    DownloadValue,
    ImageValue,
    TextValue,
    VideoValue,
)
from lms.packages.tree import Medium
from tests.factories import media

FILES = {
    "tafel.jpg": media.picture("JPEG"),
    "gesprek.webm": media.webm(1, 2),
    "gesprek.vtt": media.VTT,
    "vertel.mp3": media.mp3(),
    "lijst.pdf": media.PDF,
    "los.png": media.picture("PNG"),
}
UID = {name: str(UUID(int=4 << 76 | 8 << 60 | at)) for at, name in enumerate(FILES, start=1)}


def medium(name: str, **fields: str) -> Medium:
    fields = {"description": f"Dit is {name}.", "licence": "CC BY 4.0", **fields}
    return Medium(uid=UID[name], file=name, sha256=sha256(FILES[name]).hexdigest(), **fields)


def blocks() -> tuple[Block, ...]:
    """Return one block of each kind that refers to a medium."""
    values = [
        ImageValue(UID["tafel.jpg"], alt="Een tafel.", caption="Thuis."),
        VideoValue(UID["gesprek.webm"], "Het eerste gesprek"),
        AudioValue(UID["vertel.mp3"], "Een OCO vertelt"),
        DownloadValue(UID["lijst.pdf"], "Checklist"),
        TextValue("<p>Dag.</p>", recording=UID["vertel.mp3"]),
        CalloutValue("<p>Let op.</p>", recording=UID["vertel.mp3"]),
    ]
    return tuple(Block(str(UUID(int=4 << 76 | 8 << 60 | 99 + at)), value) for at, value in enumerate(values))


def stored() -> set[str]:
    """Return the names of all files in storage."""
    folders = ("original_images", "documents", "opnames")
    there = [folder for folder in folders if default_storage.exists(folder)]
    return {name for folder in there for name in default_storage.listdir(folder)[1]}
