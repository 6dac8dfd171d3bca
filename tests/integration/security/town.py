"""A town in which everybody has something worth stealing, and every address of the access table in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from lms.accounts.models import Organisation, User
from lms.accounts.roles import Role
from tests.conftest import NOW
from tests.factories import certification as readiness
from tests.factories import people
from tests.integration.access.rows import Row, World
from tests.integration.access.test_access_table import ROWS

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
WRITES = re.compile(r'(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) "(?P<table>\w+)"')
ROLES = ("visitor", "noor", "femke", "koen", "vera", "cas", "ada")
# Answering "not well" is what this page is for: no worker runs in the tests.
MAY_BE_UNWELL = "municipality:health"


@dataclass(frozen=True)
class Town(World):
    """The cast, with a contact person, an administrator and another volunteer."""

    cas: User
    ada: User
    sam: User


def build(noor: User, femke: User, koen: User, vera: User) -> Town:
    """Fill the town: Noor belongs to the organisation of which Cas is the contact person."""
    readiness.scheme(NOW)
    here = Organisation.objects.create(name="Stichting Dichtbij")
    people.member_of(noor, here)
    cas = people.person("Cas Mol", Role.CONTACT_PERSON, organisation=here)
    ada = people.person("Ada Vos", Role.ADMINISTRATOR)
    return Town(noor, femke, koen, vera, cas, ada, people.person("Sam Zee", Role.VOLUNTEER))


class Browser(Client):
    """A browser that keeps its session, also when a page of a test that is rolled back ended it."""

    def __init__(self, town: Town, who: str, **options: Any) -> None:
        super().__init__(raise_request_exception=False, **options)
        if who != "visitor":
            self.force_login(getattr(town, who), backend=BACKEND)
        self._kept = {name: morsel.value for name, morsel in self.cookies.items()}

    def request(self, **request: Any) -> Any:
        """Answer as the same person every time."""
        self.cookies.load(self._kept)
        return super().request(**request)


@contextmanager
def written_tables() -> Iterator[set[str]]:
    """Give the names of the tables that are written to, as they are written to."""
    tables: set[str] = set()

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        if found := WRITES.match(sql):
            tables.add(found["table"])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield tables


@contextmanager
def arranged(name: str, town: Town) -> Iterator[str]:
    """Give an address with what it is about; afterwards nothing of it is left."""
    with transaction.atomic():
        yield reverse(name, kwargs=ROWS[name].arrange(town))
        transaction.set_rollback(True)


def rows() -> Iterator[tuple[str, Row]]:
    """Yield every line of the access table."""
    yield from sorted(ROWS.items())


def later(**delta: float) -> Any:
    """Return a moment after the moment of the story."""
    return NOW + timedelta(**delta)
