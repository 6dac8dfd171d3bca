"""The addresses of looking as a volunteer: only for who may read a course along."""

from typing import Any

from tests.integration.access.progress import by_slug
from tests.integration.access.rows import Row, World


def nowhere(world: World) -> dict[str, Any]:
    """Return no arguments: one stops wherever one is."""
    return {}


ROWS = {
    "viewing:start": Row(
        visitor=302, noor=404, femke=302, koen=302, vera=302, method="post", arrange=by_slug
    ),
    "viewing:stop": Row(visitor=302, noor=404, femke=302, koen=302, vera=302, method="post", arrange=nowhere),
}
