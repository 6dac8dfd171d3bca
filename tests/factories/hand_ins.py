"""Work that was handed in, and the files that may come along: small, but real."""

import io
import struct
import uuid
from datetime import UTC, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lms.courses.models import Enrollment, HandIn, LessonPage
from tests.factories.courses import Block

HANDED_IN_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PLACE = 0x8825  # the part of Exif that says where a photo was taken


def photo(kind: str = "JPEG", size: tuple[int, int] = (320, 240), *, with_place: bool = False) -> bytes:
    """Make a picture; with the place in Almere where it was taken, and the name of the device."""
    made = io.BytesIO()
    exif = Image.Exif()
    if with_place:
        exif[0x0110] = "Telefoon van Noor"
        exif.get_ifd(PLACE).update({1: "N", 2: (52.0, 22.0, 12.0), 3: "E", 4: (5.0, 13.0, 3.0)})
    Image.new("RGB", size, (200, 210, 220)).save(made, kind, **({"exif": exif} if with_place else {}))
    return made.getvalue()


def sound(seconds: float = 0.1) -> bytes:
    """Make a WAV of silence: mono, 8 kHz, 8 bits."""
    data = b"\x80" * int(8000 * seconds)
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def upload(content: bytes, name: str = "foto.jpg", kind: str = "image/jpeg") -> SimpleUploadedFile:
    """Make what a browser sends."""
    return SimpleUploadedFile(name, content, kind)


def hand_in(enrollment: Enrollment, lesson: LessonPage, exercise: Block, **fields: Any) -> HandIn:
    """Make a row of work, as if it was handed in two days before the story."""
    values = {
        "submission": uuid.uuid4(),
        "lesson_uid": lesson.uid,
        "exercise_uid": uuid.UUID(exercise["id"]),
        "text": "Ik luister en denk mee.",
        "handed_in_at": HANDED_IN_AT,
    }
    return HandIn.objects.create(enrollment=enrollment, **values | fields)
