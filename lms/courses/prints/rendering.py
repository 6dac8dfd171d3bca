"""What the PDF of a booklet is drawn from: one HTML page, one style sheet, and its pictures."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from lms.courses.media.models import Picture
from lms.courses.media.renditions import rendition_of
from lms.courses.media.rules import SHOWN_AT, widths_for
from lms.courses.prints import pdf
from lms.courses.prints.rules import fingerprint
from lms.courses.prints.selectors import Booklet
from lms.courses.progress.slots import slots_for
from lms.municipality.public import current_settings

STYLE = "lms/css/booklet.css"


@dataclass(frozen=True)
class Printable:
    """A booklet as it will be drawn; the same text and style have the same fingerprint."""

    booklet: Booklet
    html: str
    css: str

    @property
    def fingerprint(self) -> str:
        """The name of exactly this text, in this style."""
        return fingerprint(self.html, self.css)


def printable(booklet: Booklet) -> Printable:
    """Return a booklet ready to draw. It says nothing about who asked: everybody shares the file."""
    look = current_settings()
    page = {"booklet": booklet, "slots": slots_for(None), "level": booklet.level, "look": look}
    own = render_to_string("print/pdf.css", {"look": look})
    return Printable(booklet, render_to_string("print/pdf.html", page), f"{own}\n{_shared()}")


def drawn(found: Printable) -> bytes:
    """Return the PDF."""
    media = found.booklet.media.values()
    pictures = {
        f"{settings.SITE_URL}{one.url}": partial(_jpeg, one.uid, one.width)
        for one in media
        if one.kind == "picture"
    }
    return pdf.draw(found.html, found.css, base_url=settings.SITE_URL, pictures=pictures)


def _shared() -> str:
    path = finders.find(STYLE)
    if not path:
        raise FileNotFoundError(STYLE)
    return Path(str(path)).read_text()


def _jpeg(uid: UUID, width: int) -> bytes:
    picture = Picture.objects.get(uid=uid)
    rendition = rendition_of(picture, min(SHOWN_AT, widths_for(width)[-1]), "jpeg")
    if rendition is None:
        raise FileNotFoundError(picture.file.name)
    with rendition.file.open("rb") as file:
        content: bytes = file.read()
    return content
