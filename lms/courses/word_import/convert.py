"""Turns the bytes of a Word document into what stands in it, with its pictures. No database, no clock."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from warnings import catch_warnings

import mammoth
from PIL import Image

from lms.courses.files.rules import PICTURES, kind_of
from lms.courses.media.fields import BROKEN
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
MOST_SHOWN = 1_000
MOST_PIXELS, MOST_PIXELS_TOGETHER = 40_000_000, 600_000_000
MOST_PICTURE_BYTES = 10 * 1024 * 1024
TOO_MANY_PIXELS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


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
    pictures = _Pictures()
    try:
        result = mammoth.convert_to_html(
            BytesIO(content),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(pictures.keep),
        )
        reading = read(result.value, name)
    except NotReadableError:
        raise
    except Exception as error:  # the converter and the XML stumble in many ways; all mean: we cannot read it
        raise NotReadableError("We kunnen dit Word-bestand niet lezen. Bewaar het opnieuw.") from error
    if len(reading.lessons) > MOST_LESSONS:
        raise NotReadableError("In dit bestand staan te veel lessen. Verdeel het over meer bestanden.")
    return Document(reading, pictures.kept)


class _Pictures:
    """The pictures of a document, each once, by a number; and what looking at them has cost."""

    def __init__(self) -> None:
        self.kept: dict[int, bytes] = {}
        self.shown = 0
        self.pixels = 0

    def keep(self, image: Any) -> dict[str, str]:
        """Keep a picture and give its number as `src`; "" for one that we cannot use.

        Raises NotReadableError for a document that shows pictures without end: each time is unpacked anew.
        """
        self.shown += 1
        if self.shown > MOST_SHOWN:
            raise NotReadableError("In dit bestand staan te veel plaatjes. Verdeel het over meer bestanden.")
        return {"src": self._number_of(image)}

    def _number_of(self, image: Any) -> str:
        try:
            with image.open() as file:
                content = file.read(MOST_PICTURE_BYTES + 1)
        except (ValueError, KeyError, OSError):  # it stands outside the document, or is not there
            return ""
        known = next((number for number, kept in self.kept.items() if kept == content), None)
        if known is not None:
            return str(known)
        if len(content) > MOST_PICTURE_BYTES or len(self.kept) >= MOST_PICTURES:
            return ""
        if not self._is_picture(content):
            return ""
        self.kept[len(self.kept) + 1] = content
        return str(len(self.kept))

    def _is_picture(self, content: bytes) -> bool:
        """Say whether the bytes are a picture that can be drawn, and no small file that is a huge one."""
        if not kind_of(BytesIO(content), PICTURES):
            return False
        try:
            with catch_warnings(action="error"), Image.open(BytesIO(content)) as picture:
                self.pixels += picture.width * picture.height
                if picture.width * picture.height > MOST_PIXELS or self.pixels > MOST_PIXELS_TOGETHER:
                    return False
                picture.load()
        except (*BROKEN, *TOO_MANY_PIXELS):
            return False
        return True
