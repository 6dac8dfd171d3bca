"""Pure: is a file what its name says it is? Judged by its bytes: a name and a type are only claims.

Every judge gets a binary file at its beginning and says yes or no; a file that no judge knows is refused.
What passes may still hold something odd behind the part that was read, so every file is also served in a way
that lets nothing inside it run (`views.py`).
"""

from collections.abc import Callable, Collection
from typing import IO, Literal

from lms.courses.files import captions, documents, pictures, recordings

Judge = Callable[[IO[bytes]], bool]
Sense = Literal["audio", "video", ""]

KINDS: dict[str, Judge] = {
    "pdf": documents.is_pdf,
    "docx": documents.is_word,
    "odt": documents.is_odt,
    "jpg": pictures.is_jpeg,
    "png": pictures.is_png,
    "webp": pictures.is_webp,
    "gif": pictures.is_gif,
    "mp3": recordings.is_mp3,
    "m4a": recordings.is_mp4_sound,
    "mp4": recordings.is_mp4,
    "ogg": recordings.is_ogg,
    "webm": recordings.is_webm,
    "wav": recordings.is_wav,
    "vtt": captions.is_webvtt,
}
OTHER_NAMES = {"jpeg": "jpg", "oga": "ogg"}
DOCUMENTS = frozenset({"pdf", "docx", "odt"})
PICTURES = frozenset({"jpg", "png", "webp", "gif"})
SOUNDS = frozenset({"mp3", "m4a", "ogg", "wav", "webm", "mp4"})
FILMS = frozenset({"mp4", "webm"})
RECORDINGS = SOUNDS | FILMS
CAPTIONS = frozenset({"vtt"})

# What a server says it is. Sound and film in the same wrapping differ: see `content_type`.
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "webm": "video/webm",
    "wav": "audio/wav",
    "vtt": "text/vtt",
}


def ending_of(name: str) -> str:
    """Return the end of a file's name as a kind of `KINDS`; "" for an end that we do not know."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    ending = OTHER_NAMES.get(ending, ending)
    return ending if ending in KINDS else ""


def is_what_it_says(name: str, file: IO[bytes], among: Collection[str] = DOCUMENTS) -> bool:
    """Say whether the content of a file fits the end of its name, and its kind is one of `among`."""
    ending = ending_of(name)
    return ending in among and _fits(ending, file)


def kind_of(file: IO[bytes], among: Collection[str]) -> str:
    """Return the kind among these that the bytes are, whatever the name says; "" for none."""
    return next((kind for kind in KINDS if kind in among and _fits(kind, file)), "")


def sense_of(name: str, file: IO[bytes]) -> Sense:
    """Say whether a recording is something to see (film) or to hear only; "" when it is neither."""
    if not is_what_it_says(name, file, RECORDINGS):
        return ""
    shows = {"mp4": recordings.mp4_shows, "webm": recordings.webm_shows}.get(ending_of(name))
    if shows is None:
        return "audio"
    file.seek(0)
    seen = shows(file)
    file.seek(0)
    return "video" if seen else "audio"


def content_type(name: str, sense: str = "") -> str:
    """Return the type to serve a file with; an unknown end is served as bytes without a meaning."""
    kind = TYPES.get(ending_of(name), "application/octet-stream")
    return kind.replace("video/", "audio/") if sense == "audio" else kind


def _fits(kind: str, file: IO[bytes]) -> bool:
    file.seek(0)
    fits = KINDS[kind](file)
    file.seek(0)
    return fits
