"""Reads of the municipality's settings."""

from dataclasses import dataclass

from django.http import HttpRequest

from lms.municipality.models import MunicipalitySettings
from lms.municipality.rules import phone_uri


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


def slot_values(settings: MunicipalitySettings, contact_person: str = "") -> dict[str, str]:
    """Return every slot of the content with its value: the fixed fields, then the municipality's own list."""
    values = {str(block.value["name"]): str(block.value["value"] or "") for block in settings.slots}
    values |= {
        "gemeente": settings.municipality,
        "oco_naam": settings.network_name,
        "telefoon_oco": settings.phone,
        "coordinator_naam": settings.coordinator_name,
        "trainer_naam": settings.trainer_name,
        "partner_complex": settings.complex_partner,
        "telefoon_partner_complex": settings.complex_partner_phone,
        "minimumleeftijd": str(settings.minimum_age),
        "contactpersoon_naam": contact_person or "jouw contactpersoon",
    }
    return values
