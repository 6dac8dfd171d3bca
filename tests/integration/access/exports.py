"""Access to the pages and the API of the exports."""

from typing import Any

from lms.exports.models import ServiceAccount
from tests.conftest import NOW
from tests.integration.access.rows import Row, World


def noors_uuid(world: World) -> dict[str, Any]:
    return {"uuid": world.noor.uuid}


def an_account(world: World) -> dict[str, Any]:
    return {"uuid": ServiceAccount.objects.create(name="Koppelsysteem", created_at=NOW).uuid}


def a_key(world: World) -> dict[str, Any]:
    return {**an_account(world), "prefix": "oco_nothing"}


API = {"visitor": 401, "noor": 401, "femke": 401, "koen": 401, "vera": 401}

ROWS = {
    "exports:accounts": Row(visitor=302, noor=404, femke=404, koen=404, vera=404),
    "exports:sharing": Row(visitor=302, noor=200, femke=404, koen=404, vera=404),
    "exports:sharing_for": Row(visitor=302, noor=404, femke=404, koen=200, vera=404, arrange=noors_uuid),
    "exports:new_token": Row(
        visitor=302, noor=404, femke=404, koen=404, vera=404, method="post", arrange=an_account
    ),
    "exports:end_token": Row(
        visitor=302, noor=404, femke=404, koen=404, vera=404, method="post", arrange=a_key
    ),
    "api:openapi": Row(visitor=200, noor=200, femke=200, koen=200, vera=200),
    "api:trainingsstatussen": Row(**API),
    "api:trainingsstatus": Row(**API, arrange=noors_uuid),
    "api:statuswijzigingen": Row(**API),
    "api:api-root": Row(visitor=404, noor=404, femke=404, koen=404, vera=404),
}
