"""The newest decision can be taken back for a week; what stood before it stands again."""

import uuid
from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.public import Role
from lms.certification.decisions.services import DecisionRefused, Ruling, decide, undo
from lms.certification.models import Decision, Standing
from lms.certification.policies import NotAllowed
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


def ruling(kind: str, **said: object) -> Ruling:
    return Ruling(kind=kind, submission=uuid.uuid4(), **said)  # type: ignore[arg-type]


def state_of(person) -> str:
    return Standing.objects.get(person=person).state


@pytest.fixture
def confirmed(scheme, noor, koen, now, today) -> Decision:
    factory.ready(noor, today - timedelta(days=3), now)
    return decide(noor, ruling("confirm"), actor=koen, now=now)


def test_it_takes_a_confirmation_back(confirmed, noor, koen, now):
    assert state_of(noor) == "matchable"
    row = undo(confirmed, uuid.uuid4(), actor=koen, now=now)
    assert (row.kind, row.undoes, row.made_by) == ("undo", confirmed, koen)
    assert state_of(noor) == "ready"
    assert Decision.objects.count() == 2, "nothing is erased"


def test_it_brings_back_what_stood_before(confirmed, noor, koen, now):
    stopped = decide(noor, ruling("withdraw", reason_code="own_wish"), actor=koen, now=now)
    assert state_of(noor) == "stopped"
    undo(stopped, uuid.uuid4(), actor=koen, now=now)
    assert state_of(noor) == "matchable"
    undo(confirmed, uuid.uuid4(), actor=koen, now=now)
    assert state_of(noor) == "ready"


def test_it_is_one_row_when_sent_twice(confirmed, koen, now):
    same = uuid.uuid4()
    assert undo(confirmed, same, actor=koen, now=now) == undo(confirmed, same, actor=koen, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        undo(confirmed, uuid.uuid4(), actor=koen, now=now)
    assert refusal.value.code == "undone"


def test_it_only_takes_the_newest_back(confirmed, noor, koen, now):
    decide(noor, ruling("pause"), actor=koen, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        undo(confirmed, uuid.uuid4(), actor=koen, now=now)
    assert refusal.value.code == "not_newest"


@pytest.mark.parametrize(("days", "code"), [(7, ""), (8, "too_late")])
def test_it_can_be_done_for_a_week(confirmed, noor, koen, now, days, code):
    later = now + timedelta(days=days)
    if not code:
        undo(confirmed, uuid.uuid4(), actor=koen, now=later)
        return
    with pytest.raises(DecisionRefused) as refusal:
        undo(confirmed, uuid.uuid4(), actor=koen, now=later)
    assert refusal.value.code == code
    assert state_of(noor) == "matchable"


def test_it_leaves_the_own_pause_of_a_volunteer_alone(confirmed, noor, koen, now):
    pause = decide(noor, ruling("pause"), actor=noor, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        undo(pause, uuid.uuid4(), actor=koen, now=now)
    assert refusal.value.code == "own_decision"
    assert state_of(noor) == "paused"


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
def test_it_refuses_everybody_but_a_coordinator_of_that_person(confirmed, request, noor, now, who):
    with pytest.raises(NotAllowed):
        undo(confirmed, uuid.uuid4(), actor=request.getfixturevalue(who), now=now)
    last = ModelLogEntry.objects.filter(action="certification.decision_refused").get()
    assert (last.data["kind"], last.data["why"], state_of(noor)) == ("undo", "not_allowed", "matchable")


def test_it_does_not_take_an_undoing_back(confirmed, koen, now):
    row = undo(confirmed, uuid.uuid4(), actor=koen, now=now)
    with pytest.raises(DecisionRefused):
        undo(row, uuid.uuid4(), actor=koen, now=now)


def test_it_refuses_a_form_of_another_person(confirmed, noor, koen, now, today):
    same = uuid.uuid4()
    undo(confirmed, same, actor=koen, now=now)
    other = factory.ready(people.person("Ilias Amrani", Role.VOLUNTEER), today, now)
    theirs = decide(other, ruling("confirm"), actor=koen, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        undo(theirs, same, actor=koen, now=now)
    assert refusal.value.code == "other_person"


def test_it_asks_a_new_confirmation_for_who_may_end_a_pause_that_was_taken_back(confirmed, noor, koen, now):
    pause = decide(noor, ruling("pause"), actor=koen, now=now)
    undo(pause, uuid.uuid4(), actor=koen, now=now)
    decide(noor, ruling("pause"), actor=noor, now=now)
    decide(noor, ruling("resume"), actor=noor, now=now)
    assert state_of(noor) == "matchable"
