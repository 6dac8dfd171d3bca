"""Who may open the pages of certification."""

import uuid
from typing import Any

from lms.certification.ledger.services import record_evidence
from lms.certification.readiness import FactKind
from tests.conftest import NOW
from tests.factories import certification as factory
from tests.integration.access.rows import Row, World


def about_noor(world: World) -> dict[str, Any]:
    factory.scheme(NOW)
    return {"uuid": world.noor.uuid}


def statement(world: World) -> dict[str, Any]:
    factory.scheme(NOW)
    return {"code": "geheimhouding"}


def line(world: World) -> dict[str, Any]:
    entry = factory.entry(FactKind.SEEN, NOW.date(), key="vog")
    row = record_evidence(world.noor, entry, actor=world.koen, now=NOW)
    return about_noor(world) | {"evidence": row.uuid}


def exception(world: World) -> dict[str, Any]:
    return about_noor(world) | {"kind": "override"}


SUBMISSION = {"submission": str(uuid.UUID(int=7))}
OWN = {"visitor": 302, "noor": 200, "femke": 404, "koen": 404, "vera": 404}
COORDINATED = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 404}
DONE = {"koen": 302, "method": "post", "data": SUBMISSION}

ROWS = {
    "certification:mine": Row(**OWN),
    "certification:statement": Row(**OWN, arrange=statement),
    "certification:roles": Row(**OWN),
    "certification:pause": Row(**OWN),
    "certification:resume": Row(**OWN | {"noor": 302}, method="post", data=SUBMISSION),
    "certification:person": Row(**COORDINATED, arrange=about_noor),
    "certification:record": Row(**COORDINATED, arrange=about_noor),
    "certification:roles_of": Row(**COORDINATED, arrange=about_noor),
    "certification:roles_seen": Row(**COORDINATED | DONE, arrange=about_noor),
    "certification:confirm": Row(**COORDINATED | DONE, arrange=about_noor),
    "certification:decision": Row(**COORDINATED, arrange=exception),
    "certification:evidence": Row(**COORDINATED, arrange=line),
}
