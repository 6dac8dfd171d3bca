"""The system advises, a coordinator of that person decides, and every decision can be read back."""

import uuid
from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import RoleAssignment
from lms.accounts.public import Role, may_coordinate
from lms.certification.decisions.services import DecisionRefused, Ruling, decide
from lms.certification.ledger.services import retract_evidence
from lms.certification.models import Decision, Evidence, Standing
from lms.certification.policies import NotAllowed
from lms.certification.public import external_status
from lms.certification.standings.services import rebuild_standings
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


def ruling(kind: str, **said: object) -> Ruling:
    return Ruling(kind=kind, submission=uuid.uuid4(), **said)  # type: ignore[arg-type]


def state_of(person) -> str:
    return Standing.objects.get(person=person).state


@pytest.fixture
def ready_noor(scheme, noor, now, today):
    return factory.ready(noor, today - timedelta(days=3), now)


def test_it_confirms_who_is_ready(ready_noor, koen, now, today):
    assert state_of(ready_noor) == "ready"
    decision = decide(ready_noor, ruling("confirm"), actor=koen, now=now)
    assert (decision.made_by, decision.made_at, decision.kind) == (koen, now, "confirm")
    status = external_status(ready_noor, today)
    assert (status.matchable, status.since, status.reason_category) == (True, today, "none")
    assert status.scheme_version == "oco_almere_licht/1"


def test_it_refuses_to_confirm_while_something_is_open(ready_noor, koen, now):
    retract_evidence(Evidence.objects.get(key="vog"), actor=koen, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        decide(ready_noor, ruling("confirm"), actor=koen, now=now)
    assert refusal.value.code == "not_ready"
    assert not Decision.objects.exists()
    last = ModelLogEntry.objects.filter(action="certification.decision_refused").get()
    assert (last.data["result"], last.data["why"]) == ("refused", "not_ready")


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
@pytest.mark.parametrize("kind", ["confirm", "override", "withdraw"])
def test_it_refuses_everybody_but_a_coordinator_of_that_person(ready_noor, request, now, today, who, kind):
    actor = request.getfixturevalue(who)
    said = {"until": today + timedelta(days=9), "reason_code": "other"} if kind == "override" else {}
    with pytest.raises(NotAllowed):
        decide(ready_noor, ruling(kind, **said), actor=actor, now=now)
    assert not Decision.objects.exists()


def test_it_refuses_a_coordinator_about_oneself(scheme, koen, now, today):
    people.person("Koen Bos", Role.VOLUNTEER)
    factory.ready(koen, today, now)
    with pytest.raises(NotAllowed):
        decide(koen, ruling("confirm"), actor=koen, now=now)


def test_it_does_not_believe_a_role_that_has_ended(ready_noor, koen, now):
    assert may_coordinate(koen, ready_noor), "the request remembers the role"
    RoleAssignment.objects.filter(user=koen).update(ended_at=now)
    with pytest.raises(NotAllowed):
        decide(ready_noor, ruling("confirm"), actor=koen, now=now)


def test_it_makes_one_decision_of_a_double_send(ready_noor, koen, now):
    same = ruling("confirm")
    assert decide(ready_noor, same, actor=koen, now=now) == decide(ready_noor, same, actor=koen, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        decide(ready_noor, ruling("confirm"), actor=koen, now=now)
    assert refusal.value.code == "already_confirmed"
    assert Decision.objects.count() == 1


def test_it_refuses_a_form_that_was_made_for_somebody_else(ready_noor, koen, now, today):
    same = ruling("confirm")
    decide(ready_noor, same, actor=koen, now=now)
    other = factory.ready(people.person("Ilias Amrani", Role.VOLUNTEER), today, now)
    with pytest.raises(DecisionRefused):
        decide(other, same, actor=koen, now=now)


def test_it_lets_an_exception_end_by_itself(scheme, noor, koen, now, today):
    until = today + timedelta(days=10)
    said = {"reason_code": "earlier_experience", "reason": "Deed dit werk elders.", "until": until}
    decide(noor, ruling("override", **said), actor=koen, now=now)
    row = Standing.objects.get(person=noor)
    assert (row.state, row.computed_state, row.until) == ("matchable", "in_progress", until)
    assert external_status(noor, until).reason_category == "exception"
    assert not external_status(noor, until + timedelta(days=1)).matchable, "also without a rebuild"
    rebuild_standings(now + timedelta(days=11))
    assert state_of(noor) == "in_progress"


@pytest.mark.parametrize("days", [None, 0, -1, 400])
def test_it_refuses_an_exception_without_a_near_end(scheme, noor, koen, now, today, days):
    until = None if days is None else today + timedelta(days=days)
    with pytest.raises(DecisionRefused):
        decide(noor, ruling("override", reason_code="other", until=until), actor=koen, now=now)
    assert not Decision.objects.exists()


def test_it_lets_a_volunteer_pause_and_resume(ready_noor, noor, koen, now, today):
    decide(noor, ruling("confirm"), actor=koen, now=now)
    decide(noor, ruling("pause"), actor=noor, now=now)
    assert external_status(noor, today).reason_category == "paused"
    decide(noor, ruling("resume"), actor=noor, now=now)
    assert external_status(noor, today).matchable


def test_it_does_not_let_a_volunteer_end_a_pause_of_the_coordinator(ready_noor, noor, koen, now):
    decide(noor, ruling("pause"), actor=koen, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        decide(noor, ruling("resume"), actor=noor, now=now)
    assert refusal.value.code == "not_own_pause"


def test_it_refuses_to_confirm_somebody_who_pauses(ready_noor, noor, koen, now):
    decide(noor, ruling("pause"), actor=noor, now=now)
    with pytest.raises(DecisionRefused) as refusal:
        decide(noor, ruling("confirm"), actor=koen, now=now)
    assert refusal.value.code == "paused"


def test_it_needs_a_new_confirmation_after_stopping(ready_noor, noor, koen, now):
    decide(noor, ruling("confirm"), actor=koen, now=now)
    decide(noor, ruling("withdraw", reason_code="own_wish"), actor=koen, now=now)
    assert state_of(noor) == "stopped"
    decide(noor, ruling("confirm"), actor=koen, now=now)
    assert state_of(noor) == "matchable"
    assert Decision.objects.count() == 3


def test_it_logs_a_decision_without_its_words(ready_noor, noor, koen, now, today):
    said = {"reason_code": "other", "reason": "Vertrouwelijk verhaal", "until": today + timedelta(days=5)}
    decide(noor, ruling("override", **said), actor=koen, now=now)
    entry = ModelLogEntry.objects.get(action="certification.decision_made")
    assert "Vertrouwelijk" not in str(entry.data) + entry.label
    assert entry.object_id == str(noor.pk)
