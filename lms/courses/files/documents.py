"""Pure: documents to take along (pdf, docx, odt), judged by their bytes."""

import zlib
from typing import IO
from zipfile import BadZipFile, ZipFile

PDF = b"%PDF-"
ODT = b"application/vnd.oasis.opendocument.text"
WORD = "word/document.xml"
# Programs inside a document: a reader never needs them, and nobody can see them beforehand.
PROGRAMS = ("vbaproject.bin", "basic/", "scripts/", "activex/")
MAX_PARTS = 5_000
# What the reader of archives raises for bytes that begin as one and go on as something else.
BROKEN = (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error)


def is_pdf(file: IO[bytes]) -> bool:
    """Say whether a file starts as a PDF; one that first is something else could be read in two ways."""
    return file.read(len(PDF)) == PDF


def is_word(file: IO[bytes]) -> bool:
    """Say whether a file is a text of a word processor (docx), without programs in it."""
    parts = _parts(file)
    return WORD in parts and _is_harmless(parts)


def is_odt(file: IO[bytes]) -> bool:
    """Say whether a file is an OpenDocument text, without programs in it."""
    parts = _parts(file)
    if "mimetype" not in parts or not _is_harmless(parts):
        return False
    try:
        with ZipFile(file) as archive, archive.open("mimetype") as kind:
            return kind.read(len(ODT) + 1) == ODT
    except BROKEN:
        return False


def _parts(file: IO[bytes]) -> tuple[str, ...]:
    """Return the names in a zip archive, or nothing for a file that is none or that holds too much."""
    if file.read(4) != b"PK\x03\x04":
        return ()
    try:
        with ZipFile(file) as archive:
            names = tuple(archive.namelist())
    except BROKEN:
        return ()
    return names if len(names) <= MAX_PARTS else ()


def _is_harmless(parts: tuple[str, ...]) -> bool:
    return not any(sign in name.lower() for name in parts for sign in PROGRAMS)
