"""Where somebody stood on any day: before, on and after each thing that happened."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all
from lms.certification.public import external_status, readiness_of
from lms.certification.readiness import FactKind
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


def test_it_knows_the_status_of_any_day(municipality, noor, koen, now):
    factory.scheme(now)
    today = timezone.localdate(now)
    before = now - timedelta(days=100)
    factory.ready(noor, timezone.localdate(before), before)
    confirm = Ruling(kind="confirm", submission=uuid.uuid4())
    decide(noor, confirm, actor=koen, now=now - timedelta(days=90))
    pause = Ruling(kind="pause", submission=uuid.uuid4(), until=today - timedelta(days=20))
    decide(noor, pause, actor=koen, now=now - timedelta(days=30))

    def state(days_ago: int) -> str:
        found = readiness_of(noor, today - timedelta(days=days_ago), "Koen")
        assert found is not None
        return found.state

    assert state(101) == "in_progress"
    assert state(100) == state(91) == "ready"
    assert state(90) == state(31) == "matchable"
    assert state(30) == state(20) == "paused"
    assert state(19) == state(0) == "matchable"


def test_it_ends_on_the_day_the_vog_is_36_months_old(municipality, noor, koen, now):
    factory.scheme(now)
    seen_on = date(2023, 11, 25)
    entries = [
        each for each in factory.blocking_entries(timezone.localdate(now)) if each.kind != FactKind.SEEN
    ]
    record_all(noor, [*entries, factory.entry(FactKind.SEEN, seen_on, key="vog")], actor=koen, now=now)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    assert external_status(noor, date(2026, 11, 25)).matchable
    status = external_status(noor, date(2026, 11, 26))
    assert (status.matchable, status.reason_category) == (False, "expired")


def test_it_asks_nothing_before_a_scheme_was_in_force(municipality, noor, now):
    version = factory.scheme(now)
    assert readiness_of(noor, version.effective_on - timedelta(days=1), "Koen") is None
