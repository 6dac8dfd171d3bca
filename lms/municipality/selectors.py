"""Reads of the municipality's settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest

from lms.municipality.models import MunicipalitySettings
from lms.municipality.rules import house_style, phone_uri
from lms.outbox.public import last_beat, silence

COLORS = ("color_action", "color_heading")
# Fill-in words that are fields of the settings; all others stand in the settings' own list.
SLOT_FIELDS = {
    "gemeente": "municipality",
    "oco_naam": "network_name",
    "telefoon_oco": "phone",
    "coordinator_naam": "coordinator_name",
    "trainer_naam": "trainer_name",
    "partner_complex": "complex_partner",
    "telefoon_partner_complex": "complex_partner_phone",
    "minimumleeftijd": "minimum_age",
}


@dataclass(frozen=True)
class HelpBlock:
    """Whom to call, for the foot of every page."""

    network_name: str
    phone: str
    phone_uri: str
    hours: str
    coordinator: str


def current_settings(request: HttpRequest | None = None) -> MunicipalitySettings:
    """Return the one settings row; with a request it is read once and kept there."""
    settings: MunicipalitySettings = MunicipalitySettings.load(request)
    return settings


def help_block(settings: MunicipalitySettings) -> HelpBlock:
    """Return the help that stands at the same place on every page (WCAG 3.2.6)."""
    return HelpBlock(
        settings.network_name,
        settings.phone,
        phone_uri(settings.phone),
        settings.phone_hours,
        settings.coordinator_name,
    )


def slot_values(settings: MunicipalitySettings) -> dict[str, str]:
    """Return every slot of the content with its value: the fixed fields, then the municipality's own list."""
    values = {str(block.value["name"]): str(block.value["value"] or "") for block in settings.slots}
    values |= {name: str(getattr(settings, field)) for name, field in SLOT_FIELDS.items()}
    return values | {"contactpersoon_naam": "jouw contactpersoon"}


def style_sheet(settings: MunicipalitySettings) -> str:
    """Return the municipality's style sheet; "" while it kept the colours of the product."""
    chosen = (settings.color_action, settings.color_heading)
    own = tuple(MunicipalitySettings._meta.get_field(name).default for name in COLORS)
    return "" if chosen == own else house_style(*chosen)


@dataclass(frozen=True)
class Health:
    """Which parts of the installation answer."""

    database: bool
    cache: bool
    worker: bool

    @property
    def is_good(self) -> bool:
        """Say whether everything answers."""
        return self.database and self.cache and self.worker


def health(now: datetime) -> Health:
    """Ask every part whether it works; a part that raises does not."""
    database = _answers(_ask_database)
    return Health(database, _answers(_ask_cache), database and _answers(lambda: _worker_lives(now)))


def _answers(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except Exception:  # whatever it is, the part does not work
        return False


def _ask_database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def _ask_cache() -> bool:
    cache.set("health", "ok", timeout=10)
    return bool(cache.get("health") == "ok")


def _worker_lives(now: datetime) -> bool:
    beat = last_beat()
    return beat is not None and now - beat <= silence()
