"""Verbs of the Word import: keep a document for a look, make drafts of it, throw it away."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage, storages
from django.db import IntegrityError, transaction
from wagtail.models import Collection

from lms.accounts.models import User
from lms.courses.files.rules import PICTURES, kind_of
from lms.courses.media.models import Picture
from lms.courses.pages.models import LessonPage, ModulePage
from lms.courses.word_import import audit
from lms.courses.word_import.convert import MOST_LESSONS, Document, open_document
from lms.courses.word_import.rules import Lesson
from lms.courses.word_import.stored import blocks_of, lesson_uid, picture_uid

FOLDER = "word"
KEPT_FOR = timedelta(days=1)


class GoneError(LookupError):
    """The document is not there any more: it was used, or it lay there for a day."""


def keep_upload(upload: UUID, content: bytes, name: str) -> Document:
    """Keep a document for the look beforehand; return what stands in it.

    Raises NotReadableError, and keeps nothing, for a file that is no harmless Word document.
    """
    document = open_document(content, name)
    storages["private"].save(_path(upload), ContentFile(content))
    return document


def look_again(upload: UUID, name: str) -> Document:
    """Return what stands in a kept document. Raises GoneError when it is not there any more."""
    try:
        with storages["private"].open(_path(upload)) as file:
            return open_document(file.read(), name)
    except FileNotFoundError as error:
        raise GoneError(str(upload)) from error


def lessons_of(upload: UUID) -> list[LessonPage]:
    """Return the drafts that this document became."""
    uids = [lesson_uid(upload, number) for number in range(MOST_LESSONS)]
    return list(LessonPage.objects.filter(uid__in=uids).order_by("path"))


def make_drafts(
    upload: UUID, module: ModulePage, name: str, *, actor: User, now: datetime
) -> list[LessonPage]:
    """Make a draft of each lesson in a document, all or none; the document itself is thrown away.

    Doing it twice, also at once, makes them once. Raises GoneError when the document is not there any more.
    """
    made = lessons_of(upload)
    if made:
        return made
    document = look_again(upload, name)
    files: list[str] = []
    try:
        made = _make(upload, module, document, actor, files)
    except IntegrityError:  # the same document was sent at the same moment: the other one made them
        _remove(files)
        made = lessons_of(upload)
        if not made:
            raise
    except BaseException:
        _remove(files)
        raise
    storages["private"].delete(_path(upload))
    return made


@transaction.atomic
def _make(
    upload: UUID, module: ModulePage, document: Document, actor: User, files: list[str]
) -> list[LessonPage]:
    parent = ModulePage.objects.select_for_update().get(pk=module.pk)
    made = lessons_of(upload)
    if made:
        return made
    for number, content in document.pictures.items():
        files.append(_keep_picture(upload, number, content, _alt_of(document, number), actor))
    for number, lesson in enumerate(document.reading.lessons):
        made.append(_draft(upload, number, lesson, parent, actor))
        parent.refresh_from_db()
    audit.word_imported(parent, actor, lessons=len(made))
    return made


def _draft(upload: UUID, number: int, lesson: Lesson, parent: ModulePage, actor: User) -> LessonPage:
    page: LessonPage = parent.add_child(
        instance=LessonPage(
            uid=lesson_uid(upload, number),
            title=lesson.title,
            minutes_reading=lesson.minutes,
            body=json.dumps(blocks_of(upload, number, lesson)),
            live=False,
            owner=actor,
        )
    )
    page.save_revision(user=actor, log_action=True, clean=False)
    return page


def _alt_of(document: Document, number: int) -> str:
    pictures = (block for lesson in document.reading.lessons for block in lesson.pictures)
    return next((block.alt for block in pictures if block.picture == number and block.alt), "")


def _keep_picture(upload: UUID, number: int, content: bytes, alt: str, actor: User) -> str:
    kind = kind_of(BytesIO(content), PICTURES)
    picture = Picture(
        uid=picture_uid(upload, number),
        title=alt or f"Plaatje {number}",
        description=alt,
        file=ImageFile(BytesIO(content), name=f"word-{number}.{kind}"),
        file_size=len(content),
        uploaded_by_user=actor,
        collection=Collection.get_first_root_node(),
    )
    picture.save()
    return str(picture.file.name)


def _remove(files: list[str]) -> None:
    for name in files:
        with suppress(OSError):
            default_storage.delete(name)


def sweep_uploads(now: datetime) -> int:
    """Throw away documents of which nothing was made within a day; return how many."""
    storage = storages["private"]
    if not storage.exists(FOLDER):
        return 0
    paths = [f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]]
    old = [path for path in paths if storage.get_modified_time(path) < now - KEPT_FOR]
    for path in old:
        storage.delete(path)
    return len(old)


def _path(upload: UUID) -> str:
    return f"{FOLDER}/{upload}.docx"
