"""Real threads on a real database: who act at the same moment make one decision, one answer, one line."""

import uuid
from datetime import date, timedelta

import pytest

from lms.accounts.models import User
from lms.certification.decisions.batches import decide_all
from lms.certification.decisions.requests import answer_override, ask_override
from lms.certification.decisions.services import Ruling, decide, undo
from lms.certification.extensions.services import Extending, extend_for, withdraw_extension
from lms.certification.handing_in.services import Answer, HandIn, assess, hand_in, take_back
from lms.certification.ledger.services import LedgerError, record_evidence, retract_evidence
from lms.certification.models import Assessment, Decision, Evidence, Extension, OverrideRequest, Standing
from lms.certification.readiness import FactKind
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from lms.certification.standings.services import rebuild_standings
from lms.certification.talks.services import Talk, finish_talk, record_talk
from tests.factories import certification as factory
from tests.factories import cohorts, people
from tests.integration.certification.test_confirm_at_once import assert_in_step, at_once

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def greet(db) -> User:
    return people.person("Greet Bakker", people.Role.COORDINATOR)


def code_of(found: object) -> str:
    return getattr(found, "code", "made")


def test_it_takes_a_decision_back_once(scheme, noor, koen, greet, now, today):
    factory.ready(noor, today, now)
    made = decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    found = at_once(
        [lambda actor=actor: undo(made, uuid.uuid4(), actor=actor, now=now) for actor in (koen, greet) * 2]
    )
    assert sorted(code_of(each) for each in found) == ["made", "undone", "undone", "undone"]
    assert Decision.objects.filter(kind="undo").count() == 1
    assert_in_step(noor, today)


def test_it_undoes_only_what_is_newest_when_another_decides(scheme, noor, koen, greet, now, today):
    factory.ready(noor, today, now)
    made = decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    pause = Ruling(kind="pause", submission=uuid.uuid4())
    undone, paused = at_once(
        [
            lambda: undo(made, uuid.uuid4(), actor=koen, now=now),
            lambda: decide(noor, pause, actor=greet, now=now),
        ]
    )
    assert code_of(paused) == "made"
    assert code_of(undone) in ("made", "not_newest")
    assert Standing.objects.get(person=noor).state == "paused"
    assert_in_step(noor, today)


def test_it_makes_one_exception_of_two_second_people(scheme, municipality, noor, koen, greet, now, today):
    municipality.asks_second_person = True
    municipality.save()
    tess = people.person("Tess Vos", people.Role.COORDINATOR)
    ruling = Ruling(
        kind="override", submission=uuid.uuid4(), reason_code="other", until=today + timedelta(days=9)
    )
    wanted = ask_override(noor, ruling, actor=koen, now=now)
    found = at_once(
        [
            lambda: answer_override(wanted, agrees=True, actor=greet, now=now),
            lambda: answer_override(wanted, agrees=True, actor=tess, now=now),
            lambda: answer_override(wanted, agrees=False, actor=tess, now=now),
        ]
    )
    assert [code_of(each) for each in found].count("answered") >= 1
    wanted.refresh_from_db()
    assert Decision.objects.count() == (wanted.decision is not None)
    rebuild_standings(now)
    assert (Standing.objects.get(person=noor).state == "matchable") is (wanted.decision is not None)


def test_it_asks_a_second_person_once(scheme, noor, koen, greet, now, today):
    def ask(actor):
        until = today + timedelta(days=9)
        ruling = Ruling(kind="override", submission=uuid.uuid4(), reason_code="other", until=until)
        return ask_override(noor, ruling, actor=actor, now=now)

    found = at_once([lambda: ask(koen), lambda: ask(greet), lambda: ask(koen)])
    assert sorted(code_of(each) for each in found) == ["asked_already", "asked_already", "made"]
    assert OverrideRequest.objects.count() == 1


def test_it_agrees_on_what_is_true_then(scheme, noor, koen, greet, now, today):
    factory.ready(noor, today, now)
    vog = Evidence.objects.select_related("person").get(key="vog")
    retract_evidence(vog, actor=koen, now=now)
    until = today + timedelta(days=9)
    ruling = Ruling(kind="override", submission=uuid.uuid4(), reason_code="other", until=until)
    wanted = ask_override(noor, ruling, actor=koen, now=now)
    withdraw = Ruling(kind="withdraw", submission=uuid.uuid4(), reason_code="own_wish")
    at_once(
        [
            lambda: answer_override(wanted, agrees=True, actor=greet, now=now),
            lambda: decide(noor, withdraw, actor=koen, now=now),
        ]
    )
    kinds = list(Decision.objects.order_by("pk").values_list("kind", flat=True))
    state = Standing.objects.get(person=noor).state
    assert (kinds, state) in [
        (["override", "withdraw"], "stopped"),
        (["withdraw", "override"], "matchable"),
    ]
    assert_in_step(noor, today)


def test_it_confirms_everybody_once_when_two_send_a_batch(scheme, koen, greet, now, today):
    crowd = [
        factory.ready(
            people.person(f"Persoon{number} Nummer", people.Role.VOLUNTEER, email=f"p{number}@example.org"),
            today,
            now,
        )
        for number in range(5)
    ]
    same = uuid.uuid4()
    found = at_once(
        [
            lambda: decide_all(crowd, "confirm", submission=same, actor=koen, now=now),
            lambda: decide_all(crowd[::-1], "confirm", submission=same, actor=koen, now=now),
            lambda: decide_all(crowd, "confirm", submission=uuid.uuid4(), actor=greet, now=now),
        ]
    )
    assert Decision.objects.count() == 5
    assert all(len(batch.outcomes) == 5 for batch in found)
    for person in crowd:
        assert_in_step(person, today)


def test_it_answers_what_was_handed_in_once(scheme, noor, koen, greet, now, today):
    said = HandIn(rule_id="vog", happened_on=today, submission=uuid.uuid4())
    handed = hand_in(noor, said, actor=noor, now=now)
    not_yet = Answer(accepted=False, submission=uuid.uuid4(), word="Neem je paspoort mee.")
    found = at_once(
        [
            lambda: assess(
                noor, handed.ref, Answer(accepted=True, submission=uuid.uuid4()), actor=koen, now=now
            ),
            lambda: assess(noor, handed.ref, not_yet, actor=greet, now=now),
            lambda: take_back(noor, handed.ref, actor=noor, now=now),
        ]
    )
    assert sum(isinstance(each, LedgerError) for each in found) == 2
    assert Assessment.objects.count() + Evidence.objects.filter(retracts=True).count() == 1
    assert_in_step(noor, today)


def test_it_keeps_one_line_of_a_double_click(scheme, noor, now, today):
    same = HandIn(rule_id="vog", happened_on=today, submission=uuid.uuid4())
    at_once([lambda: hand_in(noor, same, actor=noor, now=now)] * 4)
    other = HandIn(rule_id="vog", happened_on=today, submission=uuid.uuid4())
    at_once([lambda: hand_in(noor, other, actor=noor, now=now)] * 2)
    assert Evidence.objects.count() == 1


def test_it_makes_a_talk_final_once(scheme, home, noor, femke, koen, greet, now, today):
    cohorts.place(cohorts.cohort(trainer=femke), noor)
    talk = Talk(
        rule_id="closing_talk",
        held_on=today,
        points=tuple(CLOSING_TALK_POINTS),
        agreements="",
        submission=uuid.uuid4(),
    )
    found = at_once([lambda: record_talk(noor, talk, actor=femke, now=now)] * 3)
    assert len({each.pk for each in found}) == 1
    more = Answer(accepted=False, submission=uuid.uuid4(), word="Nog 1 keer.", points=("grenzen",))
    found = at_once(
        [
            lambda: finish_talk(
                found[0], Answer(accepted=True, submission=uuid.uuid4()), actor=koen, now=now
            ),
            lambda: finish_talk(found[0], more, actor=greet, now=now),
        ]
    )
    assert sum(isinstance(each, LedgerError) for each in found) == 1
    assert Evidence.objects.filter(kind="conversation_held").count() in (6, 7)
    assert_in_step(noor, today)


def test_it_extends_once_and_takes_back_once(scheme, noor, koen, greet, now, today):
    entry = factory.entry(FactKind.SEEN, date(2023, 10, 1), key="vog")
    record_evidence(noor, entry, actor=koen, now=now)
    wanted = Extending(
        submission=uuid.uuid4(),
        rule_id="vog",
        until=today + timedelta(days=30),
        reason_code="other",
        reason="Uitleg.",
    )
    at_once([lambda: extend_for([noor], wanted, actor=koen, now=now)] * 4)
    assert (Extension.objects.count(), Evidence.objects.filter(kind="extended").count()) == (1, 1)
    extension = Extension.objects.get()
    found = at_once(
        [
            lambda actor=actor: withdraw_extension(extension, actor=actor, now=now)
            for actor in (koen, greet, koen)
        ]
    )
    assert sorted(found) == [0, 0, 1]
    assert_in_step(noor, today)
