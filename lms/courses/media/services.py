"""Put a medium on the site from a file that somebody hands over, judged as in the editor."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection

from lms.accounts.models import User
from lms.courses.files.rules import CAPTIONS, DOCUMENTS, PICTURES, ending_of, is_what_it_says, sense_of
from lms.courses.media.fields import PictureField
from lms.courses.media.models import CourseDocument, Picture, Recording
from lms.courses.media.rules import size_in_words


class MediumRefusedError(Exception):
    """Raised with a Dutch sentence when a file or what stands beside it cannot be kept."""


@dataclass(frozen=True)
class NewFile:
    """A file by its name and content."""

    name: str
    content: bytes


@dataclass(frozen=True)
class MediumDraft:
    """What a medium should be. Without `captions` those that were there go."""

    uid: UUID
    file: NewFile
    description: str
    credit: str = ""
    licence: str = ""
    transcript: str = ""
    captions_uid: UUID | None = None
    captions: NewFile | None = None
    poster_uid: UUID | None = None


@dataclass
class Storing:
    """The files written so far, and those that were replaced: which of them go depends on how it ends."""

    written: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)


@contextmanager
def storing() -> Iterator[Storing]:
    """Take the written files away again when it ends in an error, else the replaced ones."""
    files = Storing()
    try:
        yield files
    except BaseException:
        remove_files(*files.written)
        raise
    transaction.on_commit(lambda: remove_files(*files.replaced))


def remove_files(*names: str | None) -> None:
    """Take these files out of storage; one that is gone already is fine."""
    for name in filter(None, names):
        default_storage.delete(name)


def keep_medium(draft: MediumDraft, files: Storing, *, actor: User | None) -> None:
    """Make or change the medium with this uid. The kind follows from the file.

    Raises MediumRefusedError for a file that is not what it says, is too big, or does not fit what is there.
    """
    ending = ending_of(draft.file.name)
    if ending in PICTURES:
        _keep_picture(draft, files, actor)
    elif ending in DOCUMENTS:
        _keep_document(draft, files, actor)
    else:
        _keep_recording(draft, files)


def _keep_picture(draft: MediumDraft, files: Storing, actor: User | None) -> None:
    _refuse_other(draft.uid, Picture)
    upload = SimpleUploadedFile(draft.file.name, draft.file.content)
    try:
        PictureField().clean(upload)
    except ValidationError as error:
        raise MediumRefusedError(" ".join(error.messages)) from error
    upload.close()
    row = Picture.objects.filter(uid=draft.uid).first() or Picture(
        uid=draft.uid, title=draft.description[:255], uploaded_by_user=actor, collection=_root()
    )
    _describe(row, draft)
    _store(row, "file", draft.file, files)
    row._set_image_file_metadata()
    _save(row, files)
    row.renditions.all().delete()


def _keep_document(draft: MediumDraft, files: Storing, actor: User | None) -> None:
    _refuse_other(draft.uid, CourseDocument)
    if not is_what_it_says(draft.file.name, ContentFile(draft.file.content), DOCUMENTS):
        raise MediumRefusedError(_("Dit bestand is iets anders dan de naam zegt. Kies een pdf, docx of odt."))
    _refuse_big(draft.file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    row = CourseDocument.objects.filter(uid=draft.uid).first() or CourseDocument(
        uid=draft.uid, title=draft.description[:255], uploaded_by_user=actor, collection=_root()
    )
    _describe(row, draft)
    _store(row, "file", draft.file, files)
    row._set_document_file_metadata()
    _save(row, files)


def _keep_recording(draft: MediumDraft, files: Storing) -> None:
    _refuse_other(draft.uid, Recording)
    sense = sense_of(draft.file.name, ContentFile(draft.file.content))
    if not sense:
        raise MediumRefusedError(
            _("Dit is geen film of geluid dat we kennen. Kies mp4, webm, mp3, m4a, ogg of wav.")
        )
    _refuse_big(draft.file, settings.LARGEST_FILM if sense == "video" else settings.LARGEST_SOUND)
    row = Recording.objects.filter(uid=draft.uid).first() or Recording(
        uid=draft.uid, title=draft.description[:200]
    )
    _describe(row, draft)
    row.kind, row.transcript = sense, draft.transcript
    row.poster = Picture.objects.get(uid=draft.poster_uid) if draft.poster_uid else None
    _store(row, "file", draft.file, files)
    _keep_captions(row, draft, files)
    _save(row, files)


def _keep_captions(row: Recording, draft: MediumDraft, files: Storing) -> None:
    if draft.captions is None:
        files.replaced += [row.captions.name] if row.captions.name else []
        row.captions = ""
        return
    if not is_what_it_says(draft.captions.name, ContentFile(draft.captions.content), CAPTIONS):
        raise MediumRefusedError(
            _("Dit zijn geen ondertitels die we kunnen lezen. Kies een bestand van soort vtt.")
        )
    row.captions_uid = draft.captions_uid or row.captions_uid
    _store(row, "captions", draft.captions, files)


def _describe(row: Any, draft: MediumDraft) -> None:
    row.description, row.credit, row.licence = draft.description, draft.credit, draft.licence


def _store(row: Any, name: str, file: NewFile, files: Storing) -> None:
    """Give a row its file, unless that is there already; it is written when the row is saved."""
    before = getattr(row, name)
    if before.name and default_storage.exists(before.name):
        with default_storage.open(before.name) as there:
            if there.read() == file.content:
                return
        files.replaced.append(before.name)
    setattr(row, name, ContentFile(file.content, file.name))


def _save(row: Any, files: Storing) -> None:
    """Save a row whose texts fit; raise MediumRefusedError for one that is too long."""
    for one in row._meta.concrete_fields:
        most = getattr(one, "max_length", None)
        value = getattr(row, one.attname)
        if most and isinstance(value, str) and len(value) > most:
            raise MediumRefusedError(
                _("‘%(name)s’ is te lang: hoogstens %(most)s tekens.")
                % {"name": one.verbose_name, "most": most}
            )
    fresh = [file for file in (row.file, getattr(row, "captions", None)) if file and not file._committed]
    row.save()
    files.written += [file.name for file in fresh]


def _refuse_other(uid: UUID, wanted: type[Any]) -> None:
    """Refuse a uid that belongs to another kind of medium here: its lessons would show something else."""
    for model in (Picture, CourseDocument, Recording):
        if model is not wanted and model.objects.filter(uid=uid).exists():
            raise MediumRefusedError(_("Met deze uid staat hier al een ander soort bestand."))


def _refuse_big(file: NewFile, most: int) -> None:
    if len(file.content) > most:
        raise MediumRefusedError(
            _("Dit bestand is te groot. Het mag %(most)s zijn.") % {"most": size_in_words(most)}
        )


def _root() -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")
