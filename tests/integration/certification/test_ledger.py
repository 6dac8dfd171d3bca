"""Writing in the ledger: once, never changed, always in step with the projection."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.certification.ledger.services import (
    LedgerError,
    correct_evidence,
    follow_truth,
    record_evidence,
    retract_evidence,
)
from lms.certification.models import AppendOnlyError, Decision, Evidence, Standing
from lms.certification.readiness import FactKind
from lms.certification.standings.selectors import facts_of
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db


@pytest.fixture
def vog(today):
    return factory.entry(FactKind.SEEN, today, key="vog")


def actions() -> list[str]:
    return list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))


def test_it_records_a_fact_with_who_and_when(scheme, noor, koen, vog, now, today):
    row = record_evidence(noor, vog, actor=koen, now=now)
    assert (row.person, row.recorded_by, row.recorded_at, row.happened_on) == (noor, koen, now, today)
    assert [(fact.kind, fact.key) for fact in facts_of([noor.pk])[noor.pk]] == [(FactKind.SEEN, "vog")]
    assert actions()[-1] == "certification.evidence_recorded"


def test_it_writes_the_same_origin_once(scheme, noor, koen, vog, now):
    first = record_evidence(noor, vog, actor=koen, now=now)
    again = record_evidence(noor, vog, actor=koen, now=now + timedelta(minutes=1))
    assert first == again
    assert Evidence.objects.count() == 1
    assert actions().count("certification.evidence_recorded") == 1


def test_it_refuses_an_origin_of_somebody_else(scheme, noor, vera, koen, vog, now):
    record_evidence(noor, vog, actor=koen, now=now)
    with pytest.raises(LedgerError):
        record_evidence(vera, vog, actor=koen, now=now)


@pytest.mark.parametrize("days", [1, -10_000])
def test_it_refuses_a_day_that_cannot_be(scheme, noor, koen, now, today, days):
    with pytest.raises(LedgerError):
        record_evidence(noor, factory.entry(FactKind.SEEN, today + timedelta(days=days)), actor=koen, now=now)
    assert not Evidence.objects.exists()


def test_it_knows_ahead_when_somebody_turns_sixteen(scheme, noor, koen, now, today):
    birthday = factory.entry(FactKind.TURNS_SIXTEEN, today + timedelta(days=400))
    assert record_evidence(noor, birthday, actor=koen, now=now).pk


def test_it_never_changes_a_row(scheme, noor, koen, vog, now, today):
    row = record_evidence(noor, vog, actor=koen, now=now)
    row.happened_on = today - timedelta(days=1)
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        Evidence.objects.filter(pk=row.pk).update(happened_on=today)
    with pytest.raises(AppendOnlyError):
        Decision.objects.update(reason="anders")
    with pytest.raises(AppendOnlyError):
        scheme.save()


def test_it_corrects_with_a_new_row_that_supersedes(scheme, noor, koen, vog, now, today):
    row = record_evidence(noor, vog, actor=koen, now=now)
    better = factory.entry(FactKind.SEEN, today - timedelta(days=9), key="vog")
    new = correct_evidence(row, better, actor=koen, now=now)
    assert new.supersedes == row
    assert [fact.happened_on for fact in facts_of([noor.pk])[noor.pk]] == [better.happened_on]
    with pytest.raises(LedgerError):
        correct_evidence(row, vog, actor=koen, now=now)


def test_it_takes_a_row_back_and_lets_a_person_write_it_again(scheme, noor, koen, vog, now):
    row = record_evidence(noor, vog, actor=koen, now=now)
    taken = retract_evidence(row, actor=koen, now=now)
    assert noor.pk not in facts_of([noor.pk])
    assert record_evidence(noor, vog, actor=None, now=now) == row, "a message does not bring it back"
    assert noor.pk not in facts_of([noor.pk])
    record_evidence(noor, vog, actor=koen, now=now)
    assert len(facts_of([noor.pk])[noor.pk]) == 1
    with pytest.raises(LedgerError):
        retract_evidence(taken, actor=koen, now=now)


def test_it_follows_what_is_true_elsewhere(scheme, noor, now, today):
    there = factory.entry(FactKind.ATTENDED, today, key="basistraining", ref="m1")
    for truth in (None, there, there, None, None, there):
        follow_truth(noor, "meeting:m1", truth, now=now)
        facts = facts_of([noor.pk]).get(noor.pk, [])
        assert len(facts) == (0 if truth is None else 1)
    assert Evidence.objects.count() == 3, "one row for each change, none for a repeated message"


def test_it_keeps_the_projection_in_step(scheme, noor, koen, vog, now, today):
    row = record_evidence(noor, vog, actor=koen, now=now)
    assert _code_of(noor, "vog") == "met"
    assert Standing.objects.get(person=noor).last_evidence_on == today
    retract_evidence(row, actor=koen, now=now)
    assert _code_of(noor, "vog") == "todo"


def test_it_lets_erasure_take_a_person_with_corrections_away(scheme, noor, koen, vog, now):
    retract_evidence(record_evidence(noor, vog, actor=koen, now=now), actor=koen, now=now)
    noor.delete()
    assert not Evidence.objects.exists()
    assert not Standing.objects.exists()


def test_it_lets_erasure_take_only_the_rows_away(scheme, noor, koen, vog, now):
    retract_evidence(record_evidence(noor, vog, actor=koen, now=now), actor=koen, now=now)
    Evidence.objects.filter(person=noor).delete()
    assert not Evidence.objects.exists()


def test_it_keeps_the_row_when_the_writer_is_erased(scheme, noor, koen, vog, now):
    row = record_evidence(noor, vog, actor=koen, now=now)
    koen.delete()
    row.refresh_from_db()
    assert row.recorded_by is None


def _code_of(person, rule_id: str) -> str:
    criteria = Standing.objects.get(person=person).criteria
    return next(each["code"] for each in criteria if each["id"] == rule_id)
