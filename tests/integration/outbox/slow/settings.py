"""The settings of a worker process that is started by a test: the test's own database, and the slow app."""

import os

from lms.settings.test import *  # noqa: F403
from lms.settings.test import DATABASES, INSTALLED_APPS

DATABASES["default"]["NAME"] = os.environ["WORKER_DATABASE"]
INSTALLED_APPS = [*INSTALLED_APPS, "tests.integration.outbox.slow"]
