"""A fresh database for the figures, made without migrations and thrown away afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import override_settings

from lms.settings import base


@contextmanager
def fresh_database() -> Iterator[None]:
    """Give an empty database, with the cache and the middleware of a real installation."""
    old = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["MIGRATE"] = False
    if connection.vendor != "sqlite":
        connection.settings_dict["TEST"]["NAME"] = "leerplein_bench"
    base.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise wants it to be there
    with override_settings(CACHES=base.CACHES, MIDDLEWARE=base.MIDDLEWARE, ROOT_URLCONF="tests.bench.urls"):
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(old, verbosity=0)
