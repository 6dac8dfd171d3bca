"""Addresses for a phone that keeps the leerplein: they hold nothing of anybody."""

from tests.integration.access.rows import Row

EVERYBODY = Row(visitor=200, noor=200, femke=200, koen=200, vera=200)
ROWS = {
    "offline:manifest": EVERYBODY,
    "offline:service_worker": EVERYBODY,
    "offline:page": EVERYBODY,
}
