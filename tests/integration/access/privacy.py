"""Who may see, download and erase personal data: one's own, and administrators erase."""

from tests.integration.access.rows import Row

ROWS = {
    "privacy:mine": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
    "privacy:download": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
    "privacy:erase": Row(
        visitor=302,
        noor=404,
        femke=404,
        koen=404,
        vera=404,
        arrange=lambda world: {"uuid": world.noor.uuid},
    ),
}
