"""Lessons on paper: for who takes the course, and for who may read along."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from lms.courses.models import PrintedPart
from tests.integration.access.progress import course_of
from tests.integration.access.rows import Row, World


def of_the_course(world: World) -> dict[str, Any]:
    """Return the course that Noor takes."""
    return {"uid": course_of(world).uid}


def made_before(world: World) -> dict[str, Any]:
    """Return a PDF of that course."""
    uid = course_of(world).uid
    row = PrintedPart.objects.create(
        page_uid=uid, fingerprint=uuid4().hex, state="ready", pdf=b"%PDF-", asked_at=timezone.now()
    )
    return {"uid": uid, "printed": row.uuid}


# Vera coordinates people elsewhere; content is the same for all of them. Who takes nothing: test_print.py.
ROWS = {
    "prints:page": Row(visitor=302, noor=200, femke=200, koen=200, vera=200, arrange=of_the_course),
    "prints:ask": Row(
        visitor=302, noor=302, femke=302, koen=302, vera=302, method="post", arrange=of_the_course
    ),
    "prints:made": Row(visitor=302, noor=200, femke=200, koen=200, vera=200, arrange=made_before),
    "prints:file": Row(visitor=302, noor=200, femke=200, koen=200, vera=200, arrange=made_before),
}
