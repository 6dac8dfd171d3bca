"""Who may open the log: everybody their own, administrators all of it."""

from tests.integration.access.rows import Row

ROWS = {
    "audit:mine": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
    "audit:everything": Row(visitor=302, noor=404, femke=404, koen=404, vera=404),
}
