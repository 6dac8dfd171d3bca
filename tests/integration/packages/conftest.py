"""The starter course as it ships."""

from pathlib import Path

import pytest

from lms.packages.archive import read_folder
from lms.packages.tree import Package

FOLDER = Path(__file__).parents[3] / "content" / "basistraining-oco"


@pytest.fixture(scope="session")
def starter() -> Package:
    """The starter course."""
    return read_folder(FOLDER)
