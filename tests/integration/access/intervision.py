"""Who may open which page of intervision: Noor is a member, Femke leads, and Vera is a stranger."""

from typing import Any

from lms.intervision.models import IntervisionGroup
from tests.factories import intervision
from tests.integration.access.rows import Row, World

LEADERS = {"visitor": 302, "noor": 404, "femke": 200, "koen": 200, "vera": 404}
ARRANGERS = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 404}


def noors_group(world: World) -> IntervisionGroup:
    return intervision.group(facilitator=world.femke, members=(world.noor,))


def a_group(world: World) -> dict[str, Any]:
    return {"uuid": noors_group(world).uuid}


def noors_place(world: World) -> dict[str, Any]:
    return {"uuid": noors_group(world).uuid, "person": world.noor.uuid}


def a_session(world: World) -> dict[str, Any]:
    return {"uuid": intervision.session(noors_group(world)).uuid}


def a_method(world: World) -> dict[str, Any]:
    return {"slug": intervision.method().slug}


ROWS = {
    "intervision:mine": Row(visitor=302, noor=200, femke=302, koen=404, vera=404),
    "intervision:methods": Row(visitor=302, noor=404, femke=200, koen=200, vera=200),
    "intervision:method": Row(visitor=302, noor=404, femke=200, koen=200, vera=200, arrange=a_method),
    "intervision:groups": Row(visitor=302, noor=404, femke=200, koen=200, vera=200),
    "intervision:group_new": Row(visitor=302, noor=404, femke=404, koen=200, vera=200),
    "intervision:group": Row(**LEADERS, arrange=a_group),
    "intervision:group_change": Row(**ARRANGERS, arrange=a_group),
    "intervision:members": Row(**ARRANGERS, arrange=a_group),
    "intervision:member_remove": Row(**ARRANGERS, arrange=noors_place),
    "intervision:session_new": Row(**LEADERS, arrange=a_group),
    "intervision:session": Row(visitor=302, noor=200, femke=200, koen=200, vera=404, arrange=a_session),
    "intervision:session_change": Row(**LEADERS, arrange=a_session),
    "intervision:session_cancel": Row(**LEADERS, arrange=a_session),
    "intervision:session_record": Row(**LEADERS, arrange=a_session),
}
