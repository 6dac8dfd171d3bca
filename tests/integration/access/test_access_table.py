"""URL × person → status: the whole table, and a failure for every address that has no row."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.integration import access
from tests.integration.access.rows import Row, World

# Wagtail's own addresses are guarded as a whole: the admin's door (tests/integration/accounts), one
# before_serve_page hook for pages (tests/integration/courses), and Wagtail's own rules for documents.
WAGTAIL = ("beheer/", "documenten/", "leren/")


def rows() -> dict[str, Row]:
    table: dict[str, Row] = {}
    for module in pkgutil.iter_modules(access.__path__):
        found = getattr(importlib.import_module(f"{access.__name__}.{module.name}"), "ROWS", {})
        doubled = set(table) & set(found)
        assert not doubled, f"two rows for {doubled}"
        table |= found
    return table


ROWS = rows()
PEOPLE = ("visitor", "noor", "femke", "koen", "vera")


def names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern) in WAGTAIL:
                continue
            yield from names(pattern, ":".join(filter(None, [namespace, pattern.namespace or ""])))
        elif isinstance(pattern, URLPattern):
            name = pattern.name or pattern.lookup_str
            yield f"{namespace}:{name}" if namespace else name


def test_it_has_a_row_for_every_address():
    ours = set(names(get_resolver()))
    assert ours - set(ROWS) == set(), "a new address needs a row in tests/integration/access/"
    assert set(ROWS) - ours == set(), "a row without an address"


@pytest.fixture
def world(home, municipality, noor, femke, koen, vera, with_second_factor) -> World:
    for person in (femke, koen, vera):
        with_second_factor(person)
    return World(noor=noor, femke=femke, koen=koen, vera=vera)


@pytest.mark.django_db
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", sorted(ROWS))
def test_it_answers_as_the_table_says(name: str, who: str, world: World, sign_in):
    row = ROWS[name]
    url = reverse(name, kwargs=row.arrange(world))
    client = Client(raise_request_exception=False)
    if who != "visitor":
        sign_in(client, getattr(world, who))
    response = getattr(client, row.method)(url, row.data)
    assert response.status_code == getattr(row, who), f"{who} at {url}"
