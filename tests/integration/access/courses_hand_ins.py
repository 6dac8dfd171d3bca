"""Who may read and send work for an assignment: its learner, and the trainer of that learner."""

from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from lms.courses.models import HandIn, HandInFile
from tests.factories import cohorts, exercises, hand_ins
from tests.factories import courses as make
from tests.integration.access.rows import Row, World


def work_of_noor(world: World) -> HandIn:
    """Let Noor hand something in; Femke trains her edition."""
    cohorts.place(cohorts.cohort(trainer=world.femke), world.noor)
    exercise = exercises.assignment()
    lesson = make.lesson(make.module(cohorts.course()), exercise)
    return hand_ins.hand_in(make.enrolled(world.noor, cohorts.course()), lesson, exercise)


def place_of_work(world: World) -> dict[str, Any]:
    """Return the lesson and the assignment."""
    work = work_of_noor(world)
    return {"lesson_uid": work.lesson_uid, "exercise_uid": UUID(str(work.exercise_uid))}


def work(world: World) -> dict[str, Any]:
    """Return the work."""
    return {"work": work_of_noor(world).uuid}


def photo(world: World) -> dict[str, Any]:
    """Return a photo of the work."""
    row = HandInFile(hand_in=work_of_noor(world), kind="photo", content_type="image/jpeg", size=4)
    row.file.save("x.jpg", ContentFile(b"\xff\xd8\xff\xe0"))
    row.save()
    return {"file": row.uuid}


OWN = {"visitor": 302, "noor": 200, "femke": 404, "koen": 404, "vera": 404}
TRAINERS = {"visitor": 302, "noor": 404, "femke": 200, "koen": 404, "vera": 404}

ROWS = {
    "hand_ins:list": Row(**TRAINERS),
    "hand_ins:read": Row(**TRAINERS, arrange=work),
    "hand_ins:work": Row(**OWN, arrange=place_of_work),
    "hand_ins:file": Row(**OWN | {"femke": 200}, arrange=photo),
}
