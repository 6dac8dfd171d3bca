"""Waiting protects: what was handed in on time keeps counting until somebody has looked (doc 0009 §5)."""

import uuid
from datetime import timedelta

import pytest

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.handing_in.selectors import still_needed, waiting_for
from lms.certification.handing_in.services import Answer, HandIn, assess, hand_in, take_back
from lms.certification.ledger.services import LedgerError, record_evidence
from lms.certification.models import Assessment, Evidence, Standing
from lms.certification.policies import NotAllowed
from lms.certification.readiness import Code, FactKind
from lms.certification.record.services import put_right
from lms.certification.standings.selectors import ground_on, standing_of
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


def said(day, rule_id: str = "vog", **more: object) -> HandIn:
    values: dict[str, object] = {"rule_id": rule_id, "happened_on": day, "submission": uuid.uuid4(), **more}
    return HandIn(**values)  # type: ignore[arg-type]


def yes(**more: object) -> Answer:
    return Answer(accepted=True, submission=uuid.uuid4(), **more)  # type: ignore[arg-type]


def not_yet(word: str = "Neem je paspoort mee.") -> Answer:
    return Answer(accepted=False, submission=uuid.uuid4(), word=word)


def verdict(person, day, rule_id: str = "vog"):
    return next(each for each in standing_of(person, ground_on(day)).verdicts if each.rule_id == rule_id)


@pytest.fixture
def handed(scheme, noor, now, today) -> Evidence:
    return hand_in(noor, said(today - timedelta(days=12)), actor=noor, now=now)


def test_it_waits_for_the_coordinator(handed, noor, today):
    found = verdict(noor, today)
    assert (found.code, found.passed, found.waiting_since) == (Code.WAITING, False, handed.happened_on)
    item = waiting_for([noor.pk], ground_on(today))[0]
    assert (item.title, item.days, item.by, item.is_talk) == ("Bewijs over gedrag (VOG)", 12, noor, False)
    assert Standing.objects.get(person=noor).waits_for_coordinator


def test_it_writes_the_fact_on_the_day_of_handing_in(handed, noor, koen, now, today):
    assess(noor, handed.ref, yes(), actor=koen, now=now)
    row = Evidence.objects.get(kind="seen")
    assert (row.key, row.happened_on, row.recorded_by) == ("vog", handed.happened_on, koen)
    assert verdict(noor, today).code is Code.MET
    assert waiting_for([noor.pk], ground_on(today)) == []


def test_it_writes_the_fact_on_another_day_when_that_is_said(handed, noor, koen, now, today):
    day = today - timedelta(days=2)
    assess(noor, handed.ref, yes(happened_on=day), actor=koen, now=now)
    assert Evidence.objects.get(kind="seen").happened_on == day


def test_it_keeps_counting_while_it_waits(scheme, noor, koen, now, today):
    old = today - timedelta(days=3 * 366)
    record_evidence(noor, factory.entry(FactKind.SEEN, old, key="vog"), actor=koen, now=now)
    end = verdict(noor, today - timedelta(days=30)).until
    assert end is not None
    assert end < today
    with pytest.raises(LedgerError, match="intussen verlopen"):
        hand_in(noor, said(end), actor=noor, now=now)  # nobody opens again alone what has ended
    handed = hand_in(noor, said(end), actor=koen, now=now)
    found = verdict(noor, today)
    assert (found.code, found.passed, found.waiting_since) == (Code.WAITING, True, end)
    assess(noor, handed.ref, not_yet(), actor=koen, now=now)
    assert verdict(noor, today).passed, "up to and including the day of the answer"
    assert verdict(noor, today + timedelta(days=1)).code is Code.EXPIRED


def test_it_tells_the_volunteer_what_is_still_needed(handed, noor, koen, now, today):
    assess(noor, handed.ref, not_yet(), actor=koen, now=now)
    found = still_needed(noor, ground_on(today))
    assert [(each.rule_id, each.word, each.made_by) for each in found] == [
        ("vog", "Neem je paspoort mee.", koen)
    ]
    later = now + timedelta(hours=1)
    hand_in(noor, said(today), actor=noor, now=later)
    assert still_needed(noor, ground_on(today)) == []


def test_it_forgets_what_was_needed_once_it_was_seen_elsewhere(handed, noor, koen, now, today):
    assess(noor, handed.ref, not_yet(), actor=koen, now=now)
    entry = factory.entry(FactKind.SEEN, today, key="vog")
    record_evidence(noor, entry, actor=koen, now=now + timedelta(hours=1))
    assert still_needed(noor, ground_on(today)) == []


def test_it_asks_a_word_with_a_not_yet(handed, noor, koen, now):
    with pytest.raises(LedgerError, match="wat er nog nodig is"):
        assess(noor, handed.ref, not_yet("  "), actor=koen, now=now)
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("rule_id", "kind", "key", "number"),
    [
        ("agreement", "statement_signed", "vrijwilligersovereenkomst", 1),
        ("course_core", "alternative_route", "course_core", 0),
        ("live_days", "alternative_route", "live_days", 0),
        ("boundary_scenarios", "alternative_route", "boundary_scenarios", 0),
    ],
)
def test_it_writes_what_each_kind_of_rule_asks(scheme, noor, koen, now, today, rule_id, kind, key, number):
    handed = hand_in(noor, said(today, rule_id), actor=noor, now=now)
    assess(noor, handed.ref, yes(), actor=koen, now=now)
    row = Evidence.objects.get(kind=kind)
    assert (row.key, row.number) == (key, number)


@pytest.mark.parametrize("rule_id", ["other_roles", "contact", "boundaries", "iets"])
def test_it_takes_nothing_in_for_what_no_person_assesses(scheme, noor, now, today, rule_id):
    with pytest.raises(LedgerError, match="niets inleveren"):
        hand_in(noor, said(today, rule_id), actor=noor, now=now)


def test_it_is_one_line_when_sent_twice(scheme, noor, now, today):
    same = said(today)
    assert hand_in(noor, same, actor=noor, now=now) == hand_in(noor, same, actor=noor, now=now)
    with pytest.raises(LedgerError, match="al ingeleverd"):
        hand_in(noor, said(today), actor=noor, now=now)
    assert Evidence.objects.count() == 1


def test_it_is_one_answer_when_sent_twice(handed, noor, koen, now):
    same = yes()
    assert assess(noor, handed.ref, same, actor=koen, now=now) == assess(
        noor, handed.ref, same, actor=koen, now=now
    )
    with pytest.raises(LedgerError, match="al naar gekeken"):
        assess(noor, handed.ref, yes(), actor=koen, now=now)
    assert (Assessment.objects.count(), Evidence.objects.count()) == (1, 3)


def test_it_knows_no_days_that_cannot_be(scheme, noor, koen, now, today):
    with pytest.raises(LedgerError, match="Deze datum kan niet"):
        hand_in(noor, said(today + timedelta(days=1)), actor=noor, now=now)
    long_ago = today - timedelta(days=32)
    with pytest.raises(LedgerError, match="langer dan een maand geleden"):
        hand_in(noor, said(long_ago), actor=noor, now=now)
    assert hand_in(noor, said(long_ago, source="paper"), actor=koen, now=now).source == "paper"


def test_it_can_be_taken_back_while_nobody_answered(handed, noor, koen, now, today):
    take_back(noor, handed.ref, actor=noor, now=now)
    assert verdict(noor, today).code is Code.TODO
    with pytest.raises(LedgerError, match="teruggenomen"):
        assess(noor, handed.ref, yes(), actor=koen, now=now)
    again = hand_in(noor, said(today), actor=noor, now=now)
    assess(noor, again.ref, yes(), actor=koen, now=now)
    with pytest.raises(LedgerError, match="al naar gekeken"):
        take_back(noor, again.ref, actor=noor, now=now)


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
def test_it_is_answered_by_a_coordinator_of_that_person_only(handed, noor, request, now, who):
    with pytest.raises(NotAllowed):
        assess(noor, handed.ref, yes(), actor=request.getfixturevalue(who), now=now)
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("who", ["femke", "vera"])
def test_it_is_handed_in_and_taken_back_by_nobody_else(handed, noor, request, now, today, who):
    actor = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        hand_in(noor, said(today, "agreement"), actor=actor, now=now)
    with pytest.raises(NotAllowed):
        take_back(noor, handed.ref, actor=actor, now=now)


def test_it_refuses_a_form_of_somebody_else(handed, noor, koen, now, today):
    other: User = people.person("Ilias Amrani", Role.VOLUNTEER)
    theirs = hand_in(other, said(today), actor=other, now=now)
    same = yes()
    assess(noor, handed.ref, same, actor=koen, now=now)
    with pytest.raises(LedgerError, match="voor iemand anders"):
        assess(other, theirs.ref, same, actor=koen, now=now)


def test_it_lists_the_oldest_first_in_a_few_queries(scheme, now, today, django_assert_num_queries):
    crowd = [
        people.person(f"Persoon{number} Nummer", Role.VOLUNTEER, email=f"p{number}@example.org")
        for number in range(6)
    ]
    for number, each in enumerate(crowd):
        hand_in(each, said(today - timedelta(days=number)), actor=each, now=now)
    ground = ground_on(today)
    with django_assert_num_queries(2):
        found = waiting_for(User.objects.filter(pk__in=[each.pk for each in crowd]), ground)
    assert [each.days for each in found] == [5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize("kind", ["seen", "assessed"])
def test_it_waits_again_when_a_yes_was_a_mistake(handed, noor, koen, now, today, kind):
    assess(noor, handed.ref, yes(), actor=koen, now=now)
    put_right(Evidence.objects.get(kind=kind), None, actor=koen, now=now + timedelta(hours=1))
    assert [row.kind for row in Evidence.objects.effective()] == ["handed_in"]
    assert (verdict(noor, today).code, verdict(noor, today).passed) == (Code.WAITING, False)
    assert [each.ref for each in waiting_for([noor.pk], ground_on(today))] == [handed.ref]
    assess(noor, handed.ref, not_yet(), actor=koen, now=now + timedelta(hours=2))
    assert not verdict(noor, today).passed
    assert [each.word for each in still_needed(noor, ground_on(today))] == ["Neem je paspoort mee."]


def test_it_waits_again_also_when_the_day_was_put_right_in_between(handed, noor, koen, now, today):
    assess(noor, handed.ref, yes(), actor=koen, now=now)
    moved = put_right(Evidence.objects.get(kind="seen"), today, actor=koen, now=now)
    assert verdict(noor, today).code is Code.MET
    put_right(moved, None, actor=koen, now=now)
    assert verdict(noor, today).code is Code.WAITING


def test_it_leaves_an_answer_that_did_not_write_the_fact(handed, noor, koen, now, today):
    other = record_evidence(noor, factory.entry(FactKind.SEEN, today, key="vog"), actor=koen, now=now)
    assess(noor, handed.ref, yes(), actor=koen, now=now)
    put_right(other, None, actor=koen, now=now)
    assert verdict(noor, today).code is Code.MET
    assert waiting_for([noor.pk], ground_on(today)) == []


def test_it_asks_nothing_more_by_an_answer_that_was_taken_back(handed, noor, koen, now, today):
    assess(noor, handed.ref, not_yet(), actor=koen, now=now)
    put_right(Evidence.objects.get(kind="assessed"), None, actor=koen, now=now)
    assert still_needed(noor, ground_on(today)) == []
    assert verdict(noor, today).code is Code.WAITING
