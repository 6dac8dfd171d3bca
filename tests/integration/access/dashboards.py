"""Access to the first page, the overviews and the demo's mailbox."""

import uuid
from typing import Any

from lms.certification.public import decide_all
from tests.conftest import NOW
from tests.factories import certification as factory
from tests.integration.access.rows import Row, World


def in_force(world: World) -> dict[str, Any]:
    factory.scheme(NOW)
    return {}


def a_file(world: World) -> dict[str, Any]:
    return in_force(world) | {"kind": "csv"}


def a_batch(world: World) -> dict[str, Any]:
    in_force(world)
    factory.ready(world.noor, NOW.date(), NOW)
    batch = uuid.UUID(int=21)
    decide_all([world.noor], "confirm", submission=batch, actor=world.koen, now=NOW)
    return {"batch": batch}


COORDINATORS = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 200}
SENT = {"visitor": 302, "noor": 404, "femke": 404, "koen": 302, "vera": 302, "method": "post"}

ROWS = {
    "dashboards:start": Row(visitor=200, noor=200, femke=302, koen=302, vera=302),
    "dashboards:board": Row(**COORDINATORS, arrange=in_force),
    "dashboards:matrix": Row(**COORDINATORS, arrange=in_force),
    "dashboards:matrix_download": Row(**COORDINATORS, arrange=a_file),
    "dashboards:outlook": Row(**COORDINATORS, arrange=in_force),
    "dashboards:together": Row(**SENT, data={"wat": "bevestig"}, arrange=in_force),
    "dashboards:do_together": Row(**SENT, data={"wat": "bevestig"}, arrange=in_force),
    "dashboards:together_done": Row(**COORDINATORS | {"vera": 404}, arrange=a_batch),
    "dashboards:together_back": Row(**SENT | {"vera": 404}, arrange=a_batch),
    # Only for contact persons, of whom there is none in the cast (tests/integration/dashboards).
    "dashboards:own_people": Row(visitor=302, noor=404, femke=404, koen=404, vera=404),
    "dashboards:training": Row(visitor=302, noor=404, femke=200, koen=404, vera=404, arrange=in_force),
    # Only where the demo is installed: never in production settings.
    "demo:mailbox": Row(visitor=200, noor=200, femke=200, koen=200, vera=200),
}
