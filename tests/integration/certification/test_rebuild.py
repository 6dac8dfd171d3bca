"""The projection can be thrown away; the outside hears of every change once."""

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command

from lms.certification import tasks
from lms.certification.decisions.services import Ruling, decide
from lms.certification.models import Standing, StatementVersion
from lms.certification.public import external_status, rebuild_standings
from lms.certification.standings import services
from lms.outbox.events import _subscriptions
from lms.outbox.public import deliver_due, scheduled_jobs
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
TOPIC = "certification.standing_changed"


@pytest.fixture
def heard(monkeypatch):
    """Whom the outside heard about, in order."""
    found: list[str] = []
    monkeypatch.setattr(
        services, "publish", lambda topic, now, person: found.append(str(person)) if topic == TOPIC else None
    )
    return found


def plain(row: Standing) -> dict[str, object]:
    return {name: getattr(row, name) for name in services.PROJECTED if name != "computed_at"}


def test_it_rebuilds_exactly_what_was_thrown_away(scheme, noor, koen, now, today, clock):
    factory.ready(noor, today, now)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    before = plain(Standing.objects.get(person=noor))
    Standing.objects.all().delete()
    call_command("rebuild_standings", verbosity=0)
    assert plain(Standing.objects.get(person=noor)) == before


def test_it_works_in_pieces(scheme, noor, now, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(services, "CHUNK", 10)
    for number in range(25):
        factory.people_volunteer(f"Mens {number}", email=f"mens{number}@example.org")
    assert rebuild_standings(now) == 26
    assert Standing.objects.count() == 26
    assert rebuild_standings(now) == 0, "what still holds is left alone"


def test_it_tells_the_outside_only_what_changed(scheme, noor, koen, now, today, heard):
    factory.ready(noor, today, now)
    told = len(heard)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    assert heard[told:] == [str(noor.uuid)]
    services.refresh(noor, now)
    assert len(heard) == told + 1


def test_it_changes_by_itself_on_the_day_and_tells_the_outside(scheme, noor, koen, now, today, heard):
    said = {"reason_code": "other", "reason": "kort", "until": today + timedelta(days=2)}
    decide(noor, Ruling(kind="override", submission=uuid.uuid4(), **said), actor=koen, now=now)
    told = len(heard)
    tasks.refresh_standings(now + timedelta(days=2))
    assert len(heard) == told
    tasks.refresh_standings(now + timedelta(days=3))
    assert heard[told:] == [str(noor.uuid)]
    assert "certification.refresh_standings" in scheduled_jobs()


def test_it_computes_again_when_a_statement_gets_a_new_text(scheme, noor, koen, now, today, clock):
    factory.ready(noor, today, now)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    StatementVersion.objects.create(
        code="geheimhouding", number=2, title="Geheimhouding", body="<p>Nieuw</p>", effective_on=today
    )
    status = external_status(noor, today)
    assert (status.matchable, status.reason_category) == (False, "expired"), "without waiting for the rebuild"
    services.publish("certification.rules_changed", now=now)
    deliver_due(now)
    assert Standing.objects.get(person=noor).state == "in_progress"


def test_it_listens_to_what_happens_elsewhere():
    heard = {
        topic
        for topic, consumers in _subscriptions.items()
        if any("lms.certification" in name for name in consumers)
    }
    assert {
        "courses.lesson_completed",
        "courses.attendance_recorded",
        "intervision.presence_recorded",
        "accounts.membership_changed",
        "certification.rules_changed",
    } <= heard
