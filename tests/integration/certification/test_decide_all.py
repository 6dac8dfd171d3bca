"""Confirm many people at once: each has an outcome, twice is once, and it can be taken back."""

import uuid
from datetime import timedelta

import pytest

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.decisions import batches
from lms.certification.decisions.batches import decide_all, preview_all, undo_batch
from lms.certification.decisions.services import Ruling, decide
from lms.certification.models import Decision, Standing
from lms.outbox.models import OutboxMessage
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


def ready_people(count: int, today, now) -> list[User]:
    made = [
        people.person(f"Vrijwilliger{number} Nummer", Role.VOLUNTEER, email=f"v{number}@example.org")
        for number in range(count)
    ]
    return [factory.ready(each, today - timedelta(days=3), now) for each in made]


@pytest.fixture
def crowd(scheme, noor, koen, now, today) -> list[User]:
    """Three who are ready, one who is confirmed already, one who is not ready, one who is a coordinator."""
    first = ready_people(4, today, now)
    decide(first[3], Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    people.person("Koen Bos", Role.VOLUNTEER)
    return [*first, noor, koen]


WHY = ["", "", "", "already_confirmed", "not_ready", "not_allowed"]


def test_it_says_per_person_what_would_happen_and_writes_nothing(crowd, koen, now, today):
    before = Decision.objects.count(), OutboxMessage.objects.count()
    found = preview_all(crowd, "confirm", actor=koen, today=today)
    assert [each.why_not for each in found] == WHY
    assert found[4].message == "Dit kan nog niet. Er staat nog iets open."
    assert (Decision.objects.count(), OutboxMessage.objects.count()) == before


def test_it_does_what_the_preview_said(crowd, koen, now, today):
    batch = decide_all(crowd, "confirm", submission=uuid.uuid4(), actor=koen, now=now)
    assert [each.why_not for each in batch.outcomes] == WHY
    assert [each.pk for each in batch.done] == [each.pk for each in crowd[:3]]
    states = dict(Standing.objects.values_list("person_id", "state"))
    assert [states[each.pk] for each in crowd[:3]] == ["matchable"] * 3
    assert set(Decision.objects.filter(batch=batch.uuid).values_list("made_by", flat=True)) == {koen.pk}


def test_it_is_one_batch_when_sent_twice(crowd, koen, now):
    same = uuid.uuid4()
    first = decide_all(crowd, "confirm", submission=same, actor=koen, now=now)
    assert decide_all(crowd, "confirm", submission=same, actor=koen, now=now) == first
    assert Decision.objects.filter(batch=same).count() == 3


def test_it_goes_on_where_it_stopped(crowd, koen, now):
    same = uuid.uuid4()
    decide_all(crowd[:1], "confirm", submission=same, actor=koen, now=now)
    decide_all(crowd, "confirm", submission=same, actor=koen, now=now)
    assert Decision.objects.filter(batch=same).count() == 3


def test_it_works_in_pieces(crowd, koen, now, monkeypatch):
    monkeypatch.setattr(batches, "PIECE", 2)
    batch = decide_all(crowd, "confirm", submission=uuid.uuid4(), actor=koen, now=now)
    assert [each.why_not for each in batch.outcomes] == WHY


def test_it_counts_somebody_who_is_named_twice_once(crowd, koen, now):
    batch = decide_all([crowd[0], crowd[0]], "confirm", submission=uuid.uuid4(), actor=koen, now=now)
    assert len(batch.outcomes) == 1


def test_it_knows_no_other_kind(crowd, koen, now):
    with pytest.raises(ValueError, match="override"):
        decide_all(crowd, "override", submission=uuid.uuid4(), actor=koen, now=now)


def test_it_takes_a_batch_back(crowd, koen, now):
    batch = decide_all(crowd, "confirm", submission=uuid.uuid4(), actor=koen, now=now)
    decide(crowd[1], Ruling(kind="pause", submission=uuid.uuid4()), actor=koen, now=now)
    found = undo_batch(batch.uuid, actor=koen, now=now)
    assert [each.why_not for each in found.outcomes] == ["", "not_newest", ""]
    assert Standing.objects.get(person=crowd[0]).state == "ready"
    assert Standing.objects.get(person=crowd[1]).state == "paused"
    assert undo_batch(batch.uuid, actor=koen, now=now) == found, "a second time does nothing"
    assert Decision.objects.filter(kind="undo").count() == 2


def test_it_leaves_the_batch_of_others_alone(crowd, koen, vera, now):
    batch = decide_all(crowd, "confirm", submission=uuid.uuid4(), actor=koen, now=now)
    assert not undo_batch(batch.uuid, actor=vera, now=now).outcomes, "who is out of reach is not even named"
    assert not Decision.objects.filter(kind="undo").exists()
    assert not decide_all(crowd, "confirm", submission=uuid.uuid4(), actor=vera, now=now).done


def test_it_previews_any_number_in_the_same_queries(scheme, koen, now, today, django_assert_max_num_queries):
    crowd = ready_people(20, today, now)
    with django_assert_max_num_queries(10):
        assert all(each.is_done for each in preview_all(crowd, "confirm", actor=koen, today=today))
