"""Files of work on disk: written before the row, and taken away again when there is no row."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from lms.accounts.models import User
from lms.courses.hand_ins.models import HandInFile, private_files
from lms.courses.hand_ins.photos import made_again
from lms.courses.hand_ins.rules import JPEG, Format, Kind, check_number, judged

FOLDER = "ingeleverd"
# A file without a row is one of a request that was cut off; younger ones may still get their row.
YOUNG = timedelta(days=1)


@dataclass(frozen=True)
class Upload:
    """A file as it came in: what the person calls it, its bytes, and how many."""

    name: str
    file: IO[bytes]
    size: int


@dataclass(frozen=True)
class Ready:
    """A file that may be kept: a photo made again, or a sound as it is."""

    format: Format
    content: File[bytes]
    size: int


def ready(uploads: Iterable[Upload]) -> tuple[Ready, ...]:
    """Return the files as they will be kept. Raises rules.Refused for one that may not come along."""
    uploads = tuple(uploads)
    check_number(len(uploads))
    return tuple(_ready(upload) for upload in uploads)


def _ready(upload: Upload) -> Ready:
    found = judged(upload.file, upload.size, upload.name)
    if found.kind is Kind.PHOTO:
        photo = made_again(upload.file, upload.name)
        return Ready(JPEG, ContentFile(photo), len(photo))
    upload.file.seek(0)
    return Ready(found, File(upload.file), upload.size)


@contextmanager
def on_disk(files: Iterable[Ready], now: datetime) -> Iterator[list[HandInFile]]:
    """Write the files and give rows for them, not saved yet; who saves none of them leaves no file behind.

    Enter it outside the transaction that saves the rows.
    """
    storage = private_files()
    rows: list[HandInFile] = []
    try:
        for each in files:
            rows.append(_written(storage, each, now))
        yield rows
    finally:
        for row in rows:
            if row.pk is None or not HandInFile.objects.filter(pk=row.pk).exists():
                storage.delete(str(row.file.name))


def _written(storage: Storage, each: Ready, now: datetime) -> HandInFile:
    row = HandInFile(kind=each.format.kind, content_type=each.format.content_type, size=each.size)
    year = timezone.localdate(now).year
    row.file.name = storage.save(f"{FOLDER}/{year}/{row.uuid}.{each.format.ending}", each.content)
    return row


def erase_files_of(person: User, now: datetime) -> None:
    """Delete the rows now, and the files of a person's work when the erasure is certain."""
    delete_files(HandInFile.objects.filter(hand_in__enrollment__user=person))


def delete_files(rows: QuerySet[HandInFile]) -> None:
    """Delete rows, and their files when the transaction is done."""
    storage = private_files()
    names = list(rows.values_list("file", flat=True))
    rows.delete()
    for name in names:
        transaction.on_commit(partial(storage.delete, name))


def sweep(now: datetime) -> int:
    """Delete files of a day old or more that no row speaks of; return how many."""
    storage = private_files()
    if not storage.exists(FOLDER):
        return 0
    lost = 0
    for year in storage.listdir(FOLDER)[0]:
        folder = f"{FOLDER}/{year}/"
        rows = HandInFile.objects.filter(file__startswith=folder)
        known = set(rows.values_list("file", flat=True))
        for name in (f"{folder}{name}" for name in storage.listdir(folder)[1]):
            if name not in known and storage.get_modified_time(name) < now - YOUNG:
                storage.delete(name)
                lost += 1
    return lost
