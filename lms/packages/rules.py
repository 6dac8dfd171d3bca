"""What must hold inside one part of the tree, beside the form of its fields."""

from __future__ import annotations

import re
from functools import singledispatch

from lms.packages import exercise_rules
from lms.packages.blocks import TableValue
from lms.packages.guides import Method, Tralans
from lms.packages.tree import FORMAT, Manifest, Medium

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
PICTURES = frozenset({"jpg", "png", "webp", "gif"})
SOUND = frozenset({"mp3", "m4a", "ogg", "wav", "webm"})
FILM = frozenset({"mp4", "webm"})
CAPTIONS = frozenset({"vtt"})
DOCUMENTS = frozenset({"pdf", "docx", "odt"})
"""The ends that the name of a media file may have, by what it is; its bytes are for who loads it."""

_ENDS = "|".join(sorted(PICTURES | SOUND | FILM | CAPTIONS | DOCUMENTS))
_MEDIA_FILE = re.compile(rf"[a-z0-9][a-z0-9_-]*\.({_ENDS})")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@singledispatch
def complaints(part: object) -> list[str]:
    """Return a Dutch sentence for each rule that `part` breaks; most parts have no rule of their own."""
    return exercise_rules.complaints(part)


@complaints.register
def _manifest(part: Manifest) -> list[str]:
    found = []
    if part.format != FORMAT:
        found.append(f"Dit pakket heeft vorm {part.format}. Deze versie leest alleen vorm {FORMAT}.")
    if not _VERSION.fullmatch(part.version):
        found.append(f"De versie ‘{part.version}’ moet drie getallen hebben, zoals 1.0.0.")
    return found


@complaints.register
def _medium(part: Medium) -> list[str]:
    found = []
    if not _MEDIA_FILE.fullmatch(part.file):
        found.append(f"‘{part.file}’ is geen goede bestandsnaam of geen soort die mag.")
    if not _SHA256.fullmatch(part.sha256):
        found.append("De sha256 moet 64 tekens hebben (0-9 en a-f).")
    if (part.transcript or part.captions or part.poster) and ending(part) not in SOUND | FILM:
        found.append("Alleen geluid en film hebben uitgeschreven tekst, ondertitels of een beeld vooraf.")
    return found


def ending(medium: Medium) -> str:
    """Return what stands after the last dot of the name of a media file."""
    return medium.file.rpartition(".")[2]


@complaints.register
def _table(part: TableValue) -> list[str]:
    if not part.header:
        return ["Een tabel heeft minstens één kolom."]
    return exercise_rules.widths(part.header, part.rows)


@complaints.register
def _method(part: Method) -> list[str]:
    total = sum(step.minutes for step in part.steps)
    if total == part.minutes:
        return []
    return [f"De stappen duren samen {total} minuten. Er staat {part.minutes}."]


@complaints.register
def _tralans(part: Tralans) -> list[str]:
    if bool(part.drawing) == bool(part.drawing_description):
        return []
    return ["Een tekening en de beschrijving ervan horen bij elkaar."]
