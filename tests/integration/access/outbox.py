"""Who may open the pages of the outbox: administrators only, and none of the cast is one."""

import uuid

from tests.integration.access.rows import Row

ROWS = {
    "outbox:given_up": Row(visitor=302, noor=404, femke=404, koen=404, vera=404),
    "outbox:try_all_again": Row(visitor=302, noor=404, femke=404, koen=404, vera=404, method="post"),
    "outbox:try_again": Row(
        visitor=302,
        noor=404,
        femke=404,
        koen=404,
        vera=404,
        method="post",
        arrange=lambda world: {"kind": "bericht", "uuid": uuid.uuid4()},
    ),
}
