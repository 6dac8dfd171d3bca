"""Where the municipality asks it, an exception takes two coordinators of that person."""

import uuid
from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import RoleAssignment
from lms.accounts.public import Role
from lms.certification.decisions.requests import answer_override, ask_override
from lms.certification.decisions.services import DecisionRefused, Ruling, decide
from lms.certification.models import Decision, OverrideRequest, Standing
from lms.certification.policies import NotAllowed
from lms.certification.public import external_status
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def greet(db):
    return people.person("Greet Bakker", Role.COORDINATOR)


@pytest.fixture
def two(municipality):
    municipality.asks_second_person = True
    municipality.save()


@pytest.fixture
def wanted(today) -> Ruling:
    return Ruling(
        kind="override",
        submission=uuid.uuid4(),
        reason_code="needed_soon",
        reason="Er is veel vraag.",
        until=today + timedelta(days=30),
    )


@pytest.fixture
def asked(scheme, two, noor, koen, wanted, now) -> OverrideRequest:
    return ask_override(noor, wanted, actor=koen, now=now)


def code_of(verb) -> str:
    with pytest.raises(DecisionRefused) as refusal:
        verb()
    return refusal.value.code


def test_it_refuses_an_exception_by_one_person(scheme, two, noor, koen, wanted, now):
    assert code_of(lambda: decide(noor, wanted, actor=koen, now=now)) == "second_person"
    assert not Decision.objects.exists()


def test_it_does_nothing_until_a_second_person_agrees(asked, noor, koen, greet, now, today):
    assert not external_status(noor, today).matchable
    made = answer_override(asked, agrees=True, actor=greet, now=now)
    assert (made.made_by, made.second, made.kind, made.until) == (koen, greet, "override", asked.until)
    assert external_status(noor, today).matchable
    asked.refresh_from_db()
    assert (asked.answered_by, asked.answered_at, asked.decision) == (greet, now, made)


def test_it_decides_nothing_when_the_second_person_does_not_agree(asked, noor, greet, now, today):
    assert answer_override(asked, agrees=False, actor=greet, now=now) is None
    assert not Decision.objects.exists()
    assert code_of(lambda: answer_override(asked, agrees=True, actor=greet, now=now)) == "answered"


def test_it_does_not_let_the_asker_agree_but_take_it_back(asked, koen, now):
    assert code_of(lambda: answer_override(asked, agrees=True, actor=koen, now=now)) == "own_request"
    assert answer_override(asked, agrees=False, actor=koen, now=now) is None
    asked.refresh_from_db()
    assert asked.answered_by == koen


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
def test_it_refuses_everybody_but_a_coordinator_of_that_person(asked, request, now, who):
    with pytest.raises(NotAllowed):
        answer_override(asked, agrees=True, actor=request.getfixturevalue(who), now=now)
    assert not Decision.objects.exists()


def test_it_refuses_to_ask_for_who_is_not_a_coordinator(scheme, two, noor, vera, wanted, now):
    with pytest.raises(NotAllowed):
        ask_override(noor, wanted, actor=vera, now=now)
    assert not OverrideRequest.objects.exists()


def test_it_checks_the_rules_again(asked, noor, koen, greet, now, today):
    factory.ready(noor, today, now)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    assert code_of(lambda: answer_override(asked, agrees=True, actor=greet, now=now)) == "is_matchable"
    asked.refresh_from_db()
    assert asked.answered_at is None


def test_it_checks_the_end_again(asked, greet, now):
    later = now + timedelta(days=31)
    assert code_of(lambda: answer_override(asked, agrees=True, actor=greet, now=later)) == "end"


def test_it_does_not_agree_with_who_is_no_coordinator_any_more(asked, koen, greet, now):
    RoleAssignment.objects.filter(user=koen).update(ended_at=now)
    assert code_of(lambda: answer_override(asked, agrees=True, actor=greet, now=now)) == "asker_gone"
    assert answer_override(asked, agrees=False, actor=greet, now=now) is None


def test_it_is_one_request_and_one_answer_when_sent_twice(asked, noor, koen, greet, wanted, now):
    assert ask_override(noor, wanted, actor=koen, now=now) == asked
    made = answer_override(asked, agrees=True, actor=greet, now=now)
    assert answer_override(asked, agrees=True, actor=greet, now=now) == made
    assert Decision.objects.count() == OverrideRequest.objects.count() == 1


def test_it_asks_one_thing_at_a_time(asked, noor, koen, greet, today, now):
    other = Ruling(
        kind="override", submission=uuid.uuid4(), reason_code="other", until=today + timedelta(days=2)
    )
    assert code_of(lambda: ask_override(noor, other, actor=greet, now=now)) == "asked_already"


def test_it_refuses_to_ask_what_cannot_be(scheme, two, noor, koen, wanted, now, today):
    late = Ruling(
        kind="override", submission=uuid.uuid4(), reason_code="other", until=today + timedelta(days=400)
    )
    assert code_of(lambda: ask_override(noor, late, actor=koen, now=now)) == "end"
    bare = Ruling(kind="override", submission=uuid.uuid4(), until=today + timedelta(days=4))
    assert code_of(lambda: ask_override(noor, bare, actor=koen, now=now)) == "reason"


def test_it_logs_both_without_words(asked, noor, greet, now):
    answer_override(asked, agrees=True, actor=greet, now=now)
    log = ModelLogEntry.objects.filter(user__isnull=False, action__startswith="certification.")
    found = list(log.order_by("pk").values_list("action", flat=True))
    assert found == [
        "certification.override_asked",
        "certification.decision_made",
        "certification.override_answered",
    ]
    assert "veel vraag" not in str([each.data for each in log])


def test_it_ends_by_itself_like_every_exception(asked, noor, greet, now):
    answer_override(asked, agrees=True, actor=greet, now=now)
    assert Standing.objects.get(person=noor).until == asked.until
    assert not external_status(noor, asked.until + timedelta(days=1)).matchable
