"""Access to the first page, the board and the demo's mailbox."""

from tests.integration.access.rows import Row

ROWS = {
    "dashboards:start": Row(visitor=200, noor=200, femke=302, koen=302, vera=302),
    "dashboards:board": Row(visitor=302, noor=404, femke=404, koen=200, vera=200),
    # Only where the demo is installed: never in production settings.
    "demo:mailbox": Row(visitor=200, noor=200, femke=200, koen=200, vera=200),
}
