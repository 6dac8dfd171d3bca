"""Turns the bytes of a Word document into what stands in it, with its pictures. No database, no clock."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from warnings import catch_warnings

import mammoth
from PIL import Image

from lms.courses.files.rules import PICTURES, kind_of
from lms.courses.word_import.envelope import NotReadableError, check
from lms.courses.word_import.reader import read
from lms.courses.word_import.rules import Reading

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
comment-reference => !
"""
MOST_PICTURES, MOST_LESSONS = 200, 100
MOST_PIXELS = 40_000_000
MOST_PICTURE_BYTES = 10 * 1024 * 1024


@dataclass
class Document:
    """A document that was read: its lessons and notes, and the pictures by their number."""

    reading: Reading
    pictures: dict[int, bytes] = field(default_factory=dict)


def open_document(content: bytes, name: str) -> Document:
    """Return what stands in a Word document; `name` is the title of text without a heading.

    Raises NotReadableError, with a sentence, for what is no Word document or what does harm.
    """
    check(BytesIO(content), len(content))
    pictures: dict[int, bytes] = {}
    try:
        result = mammoth.convert_to_html(
            BytesIO(content),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": _keep(image, pictures)}),
        )
        reading = read(result.value, name)
    except Exception as error:  # the converter and the XML stumble in many ways; all mean: we cannot read it
        raise NotReadableError("We kunnen dit Word-bestand niet lezen. Bewaar het opnieuw.") from error
    if len(reading.lessons) > MOST_LESSONS:
        raise NotReadableError("In dit bestand staan te veel lessen. Verdeel het over meer bestanden.")
    return Document(reading, pictures)


def _keep(image: Any, pictures: dict[int, bytes]) -> str:
    """Keep a picture of the document and return its number; "" for one that we cannot use."""
    try:
        with image.open() as file:
            content = file.read(MOST_PICTURE_BYTES + 1)
    except (ValueError, KeyError, OSError):  # it stands outside the document, or is not there
        return ""
    known = next((number for number, kept in pictures.items() if kept == content), None)
    if known is not None:
        return str(known)
    if len(content) > MOST_PICTURE_BYTES or len(pictures) >= MOST_PICTURES:
        return ""
    if not _is_picture(content):
        return ""
    pictures[len(pictures) + 1] = content
    return str(len(pictures))


def _is_picture(content: bytes) -> bool:
    """Say whether the bytes are a picture that can be opened, and no small file that is a huge one."""
    if not kind_of(BytesIO(content), PICTURES):
        return False
    try:
        with catch_warnings(action="error"), Image.open(BytesIO(content)) as picture:
            return picture.width * picture.height <= MOST_PIXELS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False
