"""The municipality of the demo: Almere's public facts, and made-up agreements where each has its own."""

from lms.municipality.models import MunicipalitySettings

FIELDS = {
    "municipality": "Almere",
    "network_name": "OCO Almere",
    "phone": "036 – 200 21 58",
    "phone_hours": "maandag tot en met donderdag, 9.00 tot 16.00 uur",
    "coordinator_name": "Koen",
    "trainer_name": "Femke",
    "complex_partner": "MEE IJsseloevers",
    "complex_partner_phone": "088 – 633 06 33",
}
AGREEMENTS = {
    "klachten_contact": "bij de coördinator, of bij de klachtenfunctionaris van de gemeente",
    "zorgen_contact": "Koen",
    "signaal_plek": "de coördinator",
    "bewaarafspraak": "versnipper je aantekeningen na het laatste gesprek",
    "intervisie_ritme": "elke zes weken, in een vaste groep",
}


def fill_in_demo() -> None:
    """Fill in what a municipality fills in once."""
    settings = MunicipalitySettings.load()
    for name, value in FIELDS.items():
        setattr(settings, name, value)
    settings.slots = [
        ("slot", {"name": name, "meaning": "", "value": value}) for name, value in AGREEMENTS.items()
    ]
    settings.offers_credentials = True
    settings.save()
