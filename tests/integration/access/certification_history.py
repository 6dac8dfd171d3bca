"""Who may look back, and at whom."""

from tests.integration.access.certification import COORDINATED, OWN, about_noor
from tests.integration.access.rows import Row

ROWS = {
    "certification:as_of": Row(**OWN),
    "certification:as_of_person": Row(**COORDINATED, arrange=about_noor),
}
