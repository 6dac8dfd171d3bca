"""A past day as it was known then and as it is known now: late knowledge never changes the first."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import correct_evidence, record_all, retract_evidence
from lms.certification.models import Decision, Evidence, SchemeVersion, StatementVersion
from lms.certification.readiness import FactKind
from lms.certification.standings.selectors import decisions_of, end_of_day, facts_of, standing_then
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def then(now: datetime) -> datetime:
    """Ten days ago."""
    return now - timedelta(days=10)


@pytest.fixture
def day(then: datetime) -> date:
    return timezone.localdate(then)


def states(person, day: date) -> tuple[str, str]:
    """What was known then, what is known now."""
    found = standing_then(person, day)
    assert None not in found
    return tuple(each.standing.state.value for each in found if each)  # type: ignore[return-value]


def test_it_leaves_out_what_was_written_down_later(scheme, noor, now, then, day):
    factory.ready(noor, day, now)
    assert states(noor, day) == ("in_progress", "ready")


def test_it_counts_what_was_written_down_at_the_end_of_that_day(scheme, noor, then, day):
    factory.ready(noor, day, end_of_day(day))
    assert states(noor, day) == ("ready", "ready")
    assert states(noor, day - timedelta(days=1)) == ("in_progress", "in_progress")


def test_it_ignores_a_correction_that_came_later(scheme, noor, koen, now, then, day):
    factory.ready(noor, day, then)
    retract_evidence(Evidence.objects.get(kind="conversation_held"), actor=koen, now=now)
    assert states(noor, day) == ("ready", "in_progress")
    seen = Evidence.objects.get(kind="seen", key="vog")
    better = factory.entry(FactKind.SEEN, day - timedelta(days=1), key="vog")
    correct_evidence(seen, better, actor=koen, now=now - timedelta(days=5))
    days = {
        known_at: [fact.happened_on for fact in facts_of([noor.pk], known_at)[noor.pk] if fact.key == "vog"]
        for known_at in (None, end_of_day(day), now - timedelta(days=5))
    }
    assert days == {
        None: [better.happened_on],
        end_of_day(day): [day],
        now - timedelta(days=5): [better.happened_on],
    }


def test_it_ignores_that_a_decision_was_taken_back_later(scheme, noor, koen, now, then, day):
    factory.ready(noor, day, then)
    confirm = decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=then)
    Decision.objects.create(
        person=noor, submission=uuid.uuid4(), kind=Decision.Kind.UNDO, undoes=confirm, made_at=now
    )
    assert states(noor, day) == ("matchable", "ready")
    assert noor.pk not in decisions_of([noor.pk])
    assert [each.kind for each in decisions_of([noor.pk], then)[noor.pk]] == ["confirm"]
    assert noor.pk not in decisions_of([noor.pk], then - timedelta(seconds=1))


def test_it_knows_no_rules_that_were_published_later(scheme, noor, now, day):
    SchemeVersion.objects.create(
        slug=scheme.slug,
        number=2,
        title=scheme.title,
        effective_on=day,
        content=scheme.content,
        published_at=now,
    )
    then, later = standing_then(noor, day)
    assert then is not None
    assert later is not None
    assert (then.version.number, later.version.number) == (1, 2)


def test_it_asks_no_text_that_was_written_later(scheme, noor, now, then, day):
    factory.ready(noor, day, then)
    StatementVersion.objects.create(
        code="geheimhouding", number=2, title="Nieuw", body="<p>x</p>", effective_on=day, recorded_at=now
    )
    assert states(noor, day) == ("ready", "in_progress")


def test_it_says_nothing_about_a_day_without_rules(scheme, noor):
    assert standing_then(noor, scheme.effective_on - timedelta(days=1)) == (None, None)


def test_it_answers_in_eight_queries(scheme, noor, now, then, day, django_assert_num_queries):
    record_all(noor, factory.blocking_entries(day), actor=None, now=then)
    with django_assert_num_queries(8):
        standing_then(noor, day)


def test_it_knows_the_start_of_a_person_and_the_end_of_an_extension(scheme, noor, now, today):
    noor.joined_on = today - timedelta(days=20)
    noor.save()
    until = today + timedelta(days=40)
    record_all(noor, [factory.entry(FactKind.EXTENDED, today, key="vog", until=until)], actor=None, now=now)
    found = {fact.kind: fact for fact in facts_of([noor.pk])[noor.pk]}
    assert found[FactKind.STARTED].happened_on == noor.joined_on
    assert found[FactKind.EXTENDED].until == until
