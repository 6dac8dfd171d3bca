"""Who may open the pages about the limits card: the empty one holds nothing about anybody."""

from tests.integration.access.certification import OWN
from tests.integration.access.rows import Row

ROWS = {
    "certification:limits_card": Row(**OWN),
    "certification:empty_card": Row(visitor=302, noor=200, femke=200, koen=200, vera=200),
}
