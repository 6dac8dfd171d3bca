"""The addresses of what is new in finished lessons: only who takes the course and finished the lesson."""

from typing import Any

from lms.courses.models import Enrollment, HomePage
from tests.conftest import NOW
from tests.factories import changes
from tests.factories import courses as make
from tests.integration.access.rows import Row, World


def finished_lesson(world: World) -> dict[str, Any]:
    """Return a lesson that Noor finished, in which something changed since."""
    words = make.text()
    course = make.course(HomePage.objects.get())
    page = changes.put_online(make.lesson(make.module(course), words))
    enrollment: Enrollment = make.enrolled(world.noor, course)
    changes.finished(enrollment, page, NOW)
    changes.safer(page, changes.with_text(words, "<p>Nieuw.</p>"))
    return {"lesson_uid": page.uid}


ROWS = {
    # Everybody may ask what is new; who takes no course has nothing.
    "changes:open": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
    "changes:lesson": Row(visitor=302, noor=200, femke=404, koen=404, vera=404, arrange=finished_lesson),
    "changes:read": Row(
        visitor=302, noor=302, femke=404, koen=404, vera=404, method="post", arrange=finished_lesson
    ),
}
