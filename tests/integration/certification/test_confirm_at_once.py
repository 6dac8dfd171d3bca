"""Real threads on a real database: no evidence is lost, no projection is stale, one decision is made."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from lms.certification.decisions.services import DecisionRefused, Ruling, decide
from lms.certification.ledger.services import LedgerError, record_evidence, retract_evidence
from lms.certification.models import Decision, Evidence, RoleDeclaration, Standing
from lms.certification.readiness import FactKind
from lms.certification.roles.services import OtherRoles, declare_roles
from lms.certification.standings.selectors import ground_on, projected
from lms.certification.standings.services import PROJECTED, rebuild_standings
from tests.factories import certification as factory
from tests.factories import people

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def at_once(jobs: list[Callable[[], Any]]) -> list[Any]:
    """Start every job at the same moment, each with its own connection; return results or refusals."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        try:
            barrier.wait(timeout=30)
            return job()
        except (DecisionRefused, LedgerError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def assert_in_step(person, today) -> None:
    saved, fresh = Standing.objects.get(person=person), projected([person.pk], ground_on(today))[person.pk]
    assert {name: getattr(saved, name) for name in PROJECTED[:-1]} == {
        name: getattr(fresh, name) for name in PROJECTED[:-1]
    }


def test_it_loses_no_evidence_and_leaves_no_stale_projection(scheme, noor, koen, now, today):
    entries = [
        *factory.blocking_entries(today),
        *(factory.entry(FactKind.ITEM_COMPLETED, today, key=lesson) for lesson in factory.LESSONS),
    ]
    at_once([lambda entry=entry: record_evidence(noor, entry, actor=koen, now=now) for entry in entries])
    assert Evidence.objects.count() == len(entries)
    assert Standing.objects.get(person=noor).state == "ready"
    assert_in_step(noor, today)


def test_it_writes_one_row_for_the_same_thing_ten_times(scheme, noor, koen, now, today):
    entry = factory.entry(FactKind.SEEN, today, key="vog")
    rows = at_once([lambda: record_evidence(noor, entry, actor=koen, now=now)] * 10)
    assert len({row.pk for row in rows}) == Evidence.objects.count() == 1


def test_it_makes_one_decision_of_two_coordinators(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    greet = people.person("Greet Bakker", people.Role.COORDINATOR)
    found = at_once(
        [
            lambda actor=actor: decide(
                noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=actor, now=now
            )
            for actor in (koen, greet, koen, greet)
        ]
    )
    assert Decision.objects.count() == 1
    assert [getattr(each, "code", "made") for each in found].count("already_confirmed") == 3
    assert_in_step(noor, today)


def test_it_never_confirms_on_evidence_that_is_taken_back_meanwhile(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    vog = Evidence.objects.select_related("person").get(key="vog")
    at_once(
        [
            lambda: retract_evidence(vog, actor=koen, now=now),
            lambda: decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now),
        ]
    )
    taken, made = Evidence.objects.get(retracts=True), Decision.objects.first()
    assert Standing.objects.get(person=noor).state == "in_progress"
    assert made is None or taken.pk
    assert_in_step(noor, today)


def test_it_takes_a_line_back_once(scheme, noor, koen, now, today):
    row = record_evidence(noor, factory.entry(FactKind.SEEN, today, key="vog"), actor=koen, now=now)
    found = at_once([lambda: retract_evidence(row, actor=koen, now=now)] * 4)
    assert sum(isinstance(each, LedgerError) for each in found) == 3
    assert Evidence.objects.count() == 2


def test_it_keeps_one_declaration_of_a_double_click(scheme, noor, now, today):
    submission = uuid.uuid4()
    at_once([lambda: declare_roles(noor, OtherRoles(), submission, actor=noor, now=now)] * 4)
    assert (RoleDeclaration.objects.count(), Evidence.objects.count()) == (1, 1)


def test_it_rebuilds_while_people_write(scheme, noor, koen, now, today):
    factory.ready(noor, today, now)
    later = now + timedelta(minutes=1)
    entries = [factory.entry(FactKind.ITEM_COMPLETED, today, key=lesson) for lesson in factory.LESSONS]
    Standing.objects.all().delete()
    at_once(
        [
            lambda: rebuild_standings(later),
            *(lambda entry=entry: record_evidence(noor, entry, actor=koen, now=later) for entry in entries),
            lambda: rebuild_standings(later),
        ]
    )
    assert_in_step(noor, today)
