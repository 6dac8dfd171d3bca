"""Who may have digital proofs, and who may check them."""

import uuid
from typing import Any

from lms.certification.models import Certificate
from lms.municipality.models import MunicipalitySettings
from tests.conftest import NOW
from tests.integration.access.rows import Row, World
from tests.unit.certification.credentials import scene


def offered(world: World) -> dict[str, Any]:
    settings = MunicipalitySettings.load()
    settings.offers_credentials = True
    settings.save()
    return {}


def list_of_status(world: World) -> dict[str, Any]:
    return offered(world) | {"page": 0}


def proof_of_noor(world: World) -> dict[str, Any]:
    certificate = Certificate.objects.create(
        submission=uuid.UUID(int=7),
        number=1,
        person=world.noor,
        kind="participation",
        context=scene.participation(),
        issued_at=NOW,
    )
    return offered(world) | {"certificate": certificate.uuid}


OPEN = {"visitor": 200, "noor": 200, "femke": 200, "koen": 200, "vera": 200}

ROWS = {
    "certification:credential": Row(
        visitor=302, noor=200, femke=404, koen=200, vera=404, arrange=proof_of_noor
    ),
    "credentials:did": Row(**OPEN, arrange=offered),
    "credentials:status": Row(**OPEN, arrange=list_of_status),
}
