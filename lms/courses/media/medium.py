"""What a page needs to know of a picture, recording or document to show it: data, read in one go."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.urls import reverse

from lms.courses.files.rules import content_type, ending_of
from lms.courses.files.serving import version_of
from lms.courses.media.rules import SHOWN_AT, size_in_words, widths_for

MediumKind = Literal["picture", "audio", "video", "document"]


@dataclass(frozen=True)
class Medium:
    """A picture, a recording or a document. `file`, `captions` and `poster_file` are names in storage."""

    kind: MediumKind
    uid: UUID
    pk: int
    title: str
    file: str
    description: str
    licence: str
    credit: str
    width: int
    height: int
    size: int
    transcript: str
    captions: str
    poster_uid: UUID | None
    poster_file: str

    @property
    def url(self) -> str:
        """Return where the file is; of a picture: in the size for a browser that cannot choose."""
        if self.kind == "picture":
            return picture_url(self.uid, self.file, min(SHOWN_AT, widths_for(self.width)[-1]), "jpeg")
        if self.kind == "document":
            return reverse("wagtaildocs_serve", args=[self.pk, self.file.rpartition("/")[2]])
        return f"{reverse('media:recording', args=[self.uid])}?v={version_of(self.file)}"

    @property
    def content_type(self) -> str:
        """Return the type of the file."""
        return content_type(self.file, self.kind)

    @property
    def webp(self) -> str:
        """Return the `srcset` of a picture in the small format."""
        return self._sources("webp")

    @property
    def jpeg(self) -> str:
        """Return the `srcset` of a picture for older browsers."""
        return self._sources("jpeg")

    def _sources(self, form: str) -> str:
        urls = ((picture_url(self.uid, self.file, width, form), width) for width in widths_for(self.width))
        return ", ".join(f"{url} {min(width, self.width)}w" for url, width in urls)

    @property
    def captions_url(self) -> str:
        """Return where the captions are; "" without."""
        if not self.captions:
            return ""
        return f"{reverse('media:captions', args=[self.uid])}?v={version_of(self.captions)}"

    @property
    def poster_url(self) -> str:
        """Return where the picture is that stands before a film; "" without."""
        return picture_url(self.poster_uid, self.poster_file, SHOWN_AT, "jpeg") if self.poster_uid else ""

    @property
    def file_kind(self) -> str:
        """Return the kind of file as people call it: `pdf`."""
        return ending_of(self.file)

    @property
    def size_in_words(self) -> str:
        """Return how big the file is; "" when we do not know."""
        return size_in_words(self.size)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the transcript in paragraphs."""
        return tuple(line.strip() for line in self.transcript.splitlines() if line.strip())


def picture_url(uid: UUID, file: str, width: int, form: str) -> str:
    """Return where a picture is in this width (pixels) and format; the address changes with the content."""
    return f"{reverse('media:picture', args=[uid, width, form])}?v={version_of(file)}"
