"""What the settings hold about people: names that stand on every page anyway, so nothing to declare."""

from lms.municipality.models import MunicipalitySettings
from lms.privacy.public import register

register(MunicipalitySettings)
