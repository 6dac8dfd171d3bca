"""Access to the pages everybody may see."""

from typing import Any

from lms.municipality.models import MunicipalitySettings
from lms.municipality.rules import version_of
from lms.municipality.selectors import style_sheet
from tests.integration.access.rows import Row, World


def a_style(world: World) -> dict[str, Any]:
    settings = MunicipalitySettings.load()
    settings.color_action = "#00568b"
    settings.save()
    return {"version": version_of(style_sheet(settings))}


OPEN = {"visitor": 200, "noor": 200, "femke": 200, "koen": 200, "vera": 200}
# No worker runs in the tests, and the page says so.
UNWELL = {"visitor": 503, "noor": 503, "femke": 503, "koen": 503, "vera": 503}

ROWS = {
    "municipality:house_style": Row(**OPEN, arrange=a_style),
    "municipality:accessibility": Row(**OPEN),
    "municipality:privacy": Row(**OPEN),
    "municipality:security_txt": Row(**OPEN),
    "municipality:health": Row(**UNWELL),
}
