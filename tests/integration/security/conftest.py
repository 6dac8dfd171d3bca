"""The town under attack."""

import pytest

from tests.integration.security.town import Town, build


@pytest.fixture
def town(home, municipality, noor, femke, koen, vera) -> Town:
    """Everybody, each with something of their own."""
    return build(noor, femke, koen, vera)
