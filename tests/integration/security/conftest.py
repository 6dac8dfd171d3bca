"""The town under attack."""

import logging
from collections.abc import Iterator

import pytest

from tests.integration.security.town import Town, build


@pytest.fixture
def town(home, municipality, noor, femke, koen, vera) -> Town:
    """Everybody, each with something of their own."""
    return build(noor, femke, koen, vera)


@pytest.fixture(autouse=True)
def _no_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Thousands of requests write no log line, unless the lines are what a test is about."""
    if "caplog" not in request.fixturenames:
        logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
