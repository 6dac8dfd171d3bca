"""Files of tests land in a folder of their own."""

import pytest
from django.test import Client

from lms.accounts.rights.groups import ensure_groups, sync_groups


@pytest.fixture(autouse=True)
def _files_elsewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def trainer(home, municipality, femke, sign_in, with_second_factor) -> Client:
    """Femke in the admin."""
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    client = Client()
    sign_in(client, femke)
    return client


@pytest.fixture
def reader(home, municipality, noor, sign_in) -> Client:
    """Noor, signed in."""
    client = Client()
    sign_in(client, noor)
    return client
