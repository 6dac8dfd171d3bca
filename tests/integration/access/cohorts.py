"""Who may open which page of group training: Noor takes part, and Vera is a stranger."""

from typing import Any

from lms.courses.models import Cohort
from tests.factories import cohorts
from tests.integration.access.rows import Row, World

STAFF = {"visitor": 302, "noor": 404, "femke": 200, "koen": 200, "vera": 404}


def an_edition(world: World) -> Cohort:
    made = cohorts.cohort()
    cohorts.place(made, world.noor)
    return made


def with_noor(world: World) -> dict[str, Any]:
    return {"uuid": an_edition(world).uuid}


def noors_place(world: World) -> dict[str, Any]:
    return {"uuid": an_edition(world).uuid, "person": world.noor.uuid}


def a_meeting(world: World) -> dict[str, Any]:
    return {"uuid": cohorts.meeting(an_edition(world)).uuid}


ROWS = {
    "cohorts:list": Row(visitor=302, noor=404, femke=200, koen=200, vera=200),
    "cohorts:new": Row(visitor=302, noor=404, femke=200, koen=200, vera=200),
    "cohorts:detail": Row(**STAFF, arrange=with_noor),
    "cohorts:change": Row(**STAFF, arrange=with_noor),
    "cohorts:members": Row(**STAFF, arrange=with_noor),
    "cohorts:member_remove": Row(**STAFF, arrange=noors_place),
    "cohorts:plan": Row(**STAFF, arrange=with_noor),
    "cohorts:meeting": Row(visitor=302, noor=200, femke=200, koen=200, vera=404, arrange=a_meeting),
    "cohorts:meeting_change": Row(**STAFF, arrange=a_meeting),
    "cohorts:meeting_cancel": Row(**STAFF, arrange=a_meeting),
    "cohorts:attendance": Row(**STAFF, arrange=a_meeting),
}
