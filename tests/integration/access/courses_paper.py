"""Who may enter what somebody did on paper: trainers and coordinators, for the people in scope."""

from typing import Any

from tests.factories import courses as make
from tests.integration.access.progress import course_of
from tests.integration.access.rows import Row, World


def of_noor(world: World) -> dict[str, Any]:
    """Return Noor, who takes a course."""
    course_of(world)
    return {"person": world.noor.uuid}


def module_of_noor(world: World) -> dict[str, Any]:
    """Return a module of the course that Noor takes."""
    module = make.module(course_of(world))
    make.lesson(module, make.question())
    return {"person": world.noor.uuid, "module": module.uid}


ARRANGERS = {"visitor": 302, "noor": 404, "femke": 200, "koen": 200, "vera": 404}

ROWS = {
    "paper:choose": Row(**ARRANGERS, arrange=of_noor),
    "paper:module": Row(**ARRANGERS, arrange=module_of_noor),
}
