"""What every test may use: an installation with its page tree, and the same four people."""

from datetime import UTC, datetime
from importlib import import_module

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page, Site

from lms.accounts.models import User
from lms.courses.models import HomePage
from lms.municipality.models import MunicipalitySettings
from tests.factories import people

# How long something takes is for `make bench`: a busy machine must not fail a law.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

INDEX = "wagtailsearch_indexentry_fts"
MAKES_INDEX = "wagtail.search.migrations.0006_customise_indexentry"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Make the index of searching on SQLite: without migrations it would be a table like any other."""
    if connection.vendor != "sqlite":
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"SELECT sql FROM sqlite_master WHERE name = '{INDEX}'")
        if "VIRTUAL" not in cursor.fetchone()[0]:
            cursor.execute(f"DROP TABLE {INDEX}")
            for operation in import_module(MAKES_INDEX).Migration.operations[-1].database_operations:
                cursor.execute(operation.sql)


@pytest.fixture
def now() -> datetime:
    """The moment at which the stories are told: Sunday 22 November 2026, 10.00 in Almere."""
    return NOW


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def municipality(db: None) -> MunicipalitySettings:
    """Almere's settings, as the demo has them."""
    settings = MunicipalitySettings.load()
    settings.municipality = "Almere"
    settings.network_name = "OCO Almere"
    settings.phone = "036 – 200 21 58"
    settings.phone_hours = "maandag tot en met donderdag, 9.00 tot 16.00 uur"
    settings.coordinator_name = "Koen"
    settings.save()
    return settings


@pytest.fixture
def home(db: None) -> HomePage:
    """The root of the site; made here because without migrations Wagtail has no pages at all."""
    Locale.objects.get_or_create(language_code="nl")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = HomePage.objects.first()
    if home is None:
        for child in root.get_children().exclude(slug="home-oco"):
            child.delete()
        root = Page.objects.get(pk=root.pk)
        home = root.add_child(instance=HomePage(title="Leerplein OCO", slug="home-oco"))
    Site.objects.all().delete()
    Site.objects.create(
        hostname="testserver", root_page=home, is_default_site=True, site_name="Leerplein OCO"
    )
    Site.clear_site_root_paths_cache()
    return home


@pytest.fixture
def noor(db: None) -> User:
    """Noor, volunteer."""
    return people.noor()


@pytest.fixture
def femke(db: None) -> User:
    """Femke, trainer and facilitator."""
    return people.femke()


@pytest.fixture
def koen(db: None) -> User:
    """Koen, coordinator of everybody."""
    return people.koen()


@pytest.fixture
def vera(db: None) -> User:
    """Vera, outsider: coordinator of another organisation, who may see nothing of the others."""
    return people.vera()
