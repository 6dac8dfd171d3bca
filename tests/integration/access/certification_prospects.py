"""Who may ask what-if, and about whom."""

from tests.integration.access.certification import COORDINATED, OWN, about_noor
from tests.integration.access.rows import Row

ROWS = {
    "certification:prospect": Row(**OWN),
    "certification:prospect_of": Row(**COORDINATED, arrange=about_noor),
}
