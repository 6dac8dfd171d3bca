"""The addresses of one's own texts, of stopping for now, and of the time one is signed in."""

from typing import Any
from uuid import uuid4

from lms.courses.models import Enrollment, LessonProgress, OwnText
from tests.conftest import NOW
from tests.integration.access.progress import by_slug, lesson_to_read
from tests.integration.access.rows import Row, World

LESSON = uuid4()


def own_text(world: World) -> dict[str, Any]:
    """Return the place of a text that Noor wrote."""
    by_slug(world)
    OwnText.objects.create(
        enrollment=Enrollment.objects.get(user=world.noor),
        kind="note",
        lesson_uid=LESSON,
        place_uid=LESSON,
        text="Ik luister.",
        version=1,
        saved_at=NOW,
    )
    return {"kind": "note", "place": LESSON}


def lesson_begun(world: World) -> dict[str, Any]:
    """Return a lesson that Noor began."""
    found = lesson_to_read(world)
    LessonProgress.objects.create(
        enrollment=Enrollment.objects.get(user=world.noor), **found, started_at=NOW, seen_at=NOW
    )
    return found


# What is sent is about no lesson at all: the rules for whose lesson it is stand in courses/own_texts.
SENT = {
    "kind": "note",
    "lesson": str(LESSON),
    "place": str(LESSON),
    "writer": str(uuid4()),
    "version": "0",
    "text": "Ik luister.",
}

ROWS = {
    "own_texts:keep": Row(visitor=302, noor=404, femke=404, koen=404, vera=404, method="post", data=SENT),
    "own_texts:throw_away": Row(visitor=302, noor=200, femke=404, koen=404, vera=404, arrange=own_text),
    "own_texts:mine": Row(visitor=302, noor=200, femke=404, koen=404, vera=404, arrange=by_slug),
    "progress:stop": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
    "progress:begin": Row(
        visitor=302, noor=302, femke=404, koen=404, vera=404, method="post", arrange=lesson_to_read
    ),
    "progress:place": Row(
        visitor=302,
        noor=204,
        femke=404,
        koen=404,
        vera=404,
        method="post",
        data={"block": str(LESSON), "since": str(LESSON)},
        arrange=lesson_begun,
    ),
    "accounts:session": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
}
