"""Pictures, recordings and documents in storage, small and real."""

from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Collection

from lms.courses.models import CourseDocument, Picture, Recording
from tests.factories import media


def collection() -> Collection:
    """Return the root of all files; without migrations it has to be made."""
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def picture(**fields: Any) -> Picture:
    """Make a picture of 700 by 400 pixels, with everything it needs to go online."""
    content = fields.pop("content", None) or media.picture("JPEG", (700, 400))
    file = ContentFile(content, fields.pop("name", "foto.jpg"))
    fields = {
        "collection": collection(),
        "title": "Een keukentafel",
        "licence": "CC BY 4.0",
        "credit": "Ans de Wit",
        **fields,
    }
    return Picture.objects.create(file=file, **fields)


def recording(kind: str = "video", **fields: Any) -> Recording:
    """Make a film (or sound) with captions, transcript and a poster."""
    is_film = kind == "video"
    name, content = ("film.webm", media.webm(1, 2)) if is_film else ("praat.wav", media.wav())
    made = Recording(
        **{
            "kind": kind,
            "title": "Het eerste gesprek",
            "transcript": "OCO: Wat fijn dat u er bent.\n\nDe inwoner lacht.",
            "licence": "CC BY 4.0",
            "credit": "OCO Almere",
            **fields,
        }
    )
    made.file.save(name, ContentFile(fields.pop("content", content)), save=False)
    if is_film:
        made.captions.save("film.vtt", ContentFile(media.VTT), save=False)
    made.save()
    return made


def document(**fields: Any) -> CourseDocument:
    """Make a document to take along."""
    fields = {"title": "Checklist", "licence": "CC BY 4.0", "collection": collection(), **fields}
    made = CourseDocument(file=ContentFile(media.PDF, "checklist.pdf"), **fields)
    made._set_document_file_metadata()
    made.save()
    return made
