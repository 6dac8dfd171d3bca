"""The address of searching: what is found depends on who asks (tests/integration/courses/search)."""

from tests.integration.access.rows import Row

ROWS = {"search:search": Row(visitor=302, noor=200, femke=200, koen=200, vera=200)}
