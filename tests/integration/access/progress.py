"""The addresses of learning. The pages themselves are Wagtail's: tests/integration/courses/test_access.py."""

from typing import Any
from uuid import uuid4

from lms.courses.models import CoursePage, HomePage
from tests.factories import courses as make
from tests.integration.access.rows import Row, World


def course_of(world: World) -> CoursePage:
    """Make a course that Noor takes."""
    course = make.course(HomePage.objects.get())
    make.enrolled(world.noor, course)
    return course


def by_slug(world: World) -> dict[str, Any]:
    """Return the course by its slug."""
    return {"course": course_of(world).slug}


def lesson_to_read(world: World) -> dict[str, Any]:
    """Return a lesson to read of a course that Noor takes."""
    return {"lesson_uid": make.lesson(make.module(course_of(world))).uid}


QUESTION = make.question()
ANSWER = {
    "exercise": QUESTION["id"],
    "answer": str(make.options(QUESTION)[0]),
    "submission": str(uuid4()),
}


def lesson_with_question(world: World) -> dict[str, Any]:
    """Return a lesson with a question of a course that Noor takes."""
    return {"lesson_uid": make.lesson(make.module(course_of(world)), QUESTION).uid}


ROWS = {
    "progress:courses": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
    "progress:answer": Row(
        visitor=302,
        noor=302,
        femke=404,
        koen=404,
        vera=404,
        method="post",
        data=ANSWER,
        arrange=lesson_with_question,
    ),
    "progress:finish": Row(
        visitor=302,
        noor=302,
        femke=404,
        koen=404,
        vera=404,
        method="post",
        data={"choice": "done"},
        arrange=lesson_to_read,
    ),
    "progress:again": Row(
        visitor=302,
        noor=302,
        femke=404,
        koen=404,
        vera=404,
        method="post",
        data={"submission": str(uuid4())},
        arrange=lesson_to_read,
    ),
    # Vera coordinates people elsewhere; content is the same for every coordinator, people are not.
    "progress:glossary": Row(visitor=302, noor=200, femke=200, koen=200, vera=200, arrange=by_slug),
    "progress:closing_talk": Row(visitor=302, noor=404, femke=200, koen=200, vera=200, arrange=by_slug),
    "progress:trainer_guide": Row(visitor=302, noor=404, femke=200, koen=404, vera=404, arrange=by_slug),
}
