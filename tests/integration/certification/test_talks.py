"""The closing talk is a list of seven points: provisional by the trainer, final by the coordinator."""

import uuid
from datetime import timedelta

import pytest

from lms.accounts.public import Role
from lms.certification.handing_in.services import Answer, assess, take_back
from lms.certification.ledger.services import LedgerError
from lms.certification.models import Evidence, TalkRecord
from lms.certification.policies import NotAllowed
from lms.certification.readiness import Code
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from lms.certification.record.services import put_right
from lms.certification.standings.selectors import ground_on, standing_of
from lms.certification.talks.rules import closing_talk
from lms.certification.talks.selectors import talk_of, talks_of, trainer_rows
from lms.certification.talks.services import Talk, finish_talk, record_talk
from tests.factories import cohorts, people

pytestmark = pytest.mark.django_db
ALL = tuple(CLOSING_TALK_POINTS)


def talk(day, points=ALL, **more: object) -> Talk:
    values: dict[str, object] = {
        "rule_id": "closing_talk",
        "held_on": day,
        "points": tuple(points),
        "agreements": "Je loopt eerst 1 keer mee.",
        "submission": uuid.uuid4(),
        **more,
    }
    return Talk(**values)  # type: ignore[arg-type]


def final() -> Answer:
    return Answer(accepted=True, submission=uuid.uuid4())


def more_about(*points: str, word: str = "Oefen dit nog een keer.") -> Answer:
    return Answer(accepted=False, submission=uuid.uuid4(), word=word, points=points)


def verdict(person, day):
    verdicts = standing_of(person, ground_on(day)).verdicts
    return next(each for each in verdicts if each.rule_id == "closing_talk")


def sheet_of(person, day):
    return talk_of(person, closing_talk(ground_on(day).scheme_for(person.joined_on)))


@pytest.fixture
def edition(home, noor, femke):
    made = cohorts.cohort(trainer=femke)
    cohorts.place(made, noor)
    return made


@pytest.fixture
def provisional(scheme, edition, noor, femke, now, today) -> TalkRecord:
    return record_talk(noor, talk(today - timedelta(days=2)), actor=femke, now=now)


def test_it_is_provisional_by_the_trainer(provisional, noor, femke, today):
    found = verdict(noor, today)
    assert (found.code, found.waiting_since) == (Code.WAITING, provisional.held_on)
    sheet = sheet_of(noor, today)
    assert (sheet.state, sheet.label, sheet.talks[0].by) == ("provisional", "Voorlopig", femke)
    assert {point.state for point in sheet.points} == {"provisional"}
    assert sheet.points[0].word == "Voorlopig besproken op 20 november 2026"


def test_it_becomes_final_by_the_coordinator(provisional, noor, koen, now, today):
    finish_talk(provisional, final(), actor=koen, now=now)
    found = verdict(noor, today)
    assert (found.code, found.have, found.met_on) == (Code.MET, 7, provisional.held_on)
    rows = Evidence.objects.filter(kind="conversation_held")
    assert set(rows.values_list("ref", flat=True)) == set(ALL)
    assert sheet_of(noor, today).state == "final"


def test_it_asks_more_about_some_points_and_keeps_the_others(provisional, noor, koen, now, today):
    finish_talk(provisional, more_about("grenzen", "welzijn"), actor=koen, now=now)
    found = verdict(noor, today)
    assert (found.passed, found.have, found.need) == (False, 5, 7)
    sheet = sheet_of(noor, today)
    assert [point.code for point in sheet.points if point.state == "open"] == ["welzijn", "grenzen"]
    assert (sheet.label, sheet.talks[0].state) == ("5 van 7 punten", "not_yet")
    assert set(sheet.talks[0].asked) == {"Letten op welzijn", "Grenzen"}


def test_it_lets_two_talks_add_up(provisional, noor, femke, koen, now, today):
    finish_talk(provisional, more_about("grenzen"), actor=koen, now=now)
    second = record_talk(noor, talk(today, ["grenzen"]), actor=femke, now=now)
    finish_talk(second, final(), actor=koen, now=now)
    assert verdict(noor, today).passed
    assert len(sheet_of(noor, today).talks) == 2


def test_it_is_final_at_once_when_the_coordinator_held_it(scheme, noor, koen, now, today):
    record = record_talk(noor, talk(today), actor=koen, now=now)
    assert record.is_final
    assert verdict(noor, today).passed
    assert not Evidence.objects.filter(kind="handed_in").exists()


def test_it_counts_half_a_talk_of_the_coordinator_for_half(scheme, noor, koen, now, today):
    record_talk(noor, talk(today, ALL[:3]), actor=koen, now=now)
    found = verdict(noor, today)
    assert (found.passed, found.have) == (False, 3)
    assert sheet_of(noor, today).label == "3 van 7 punten"


def test_it_is_one_talk_when_sent_twice(scheme, edition, noor, femke, now, today):
    same = talk(today)
    assert record_talk(noor, same, actor=femke, now=now) == record_talk(noor, same, actor=femke, now=now)
    assert (TalkRecord.objects.count(), Evidence.objects.count()) == (1, 1)


def test_it_is_one_answer_when_sent_twice(provisional, koen, now):
    same = final()
    assert finish_talk(provisional, same, actor=koen, now=now) == finish_talk(
        provisional, same, actor=koen, now=now
    )
    with pytest.raises(LedgerError, match="al naar gekeken"):
        finish_talk(provisional, final(), actor=koen, now=now)


@pytest.mark.parametrize(
    ("points", "words"),
    [((), "ten minste 1 punt"), (("iets",), "hoort niet bij dit gesprek")],
)
def test_it_refuses_points_that_cannot_be(scheme, noor, koen, now, today, points, words):
    with pytest.raises(LedgerError, match=words):
        record_talk(noor, talk(today, points), actor=koen, now=now)
    assert not TalkRecord.objects.exists()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (more_about(), "Kies welke punten"),
        (more_about("grenzen", word=""), "wat er nog nodig is"),
        (more_about("iets"), "hoort niet bij dit gesprek"),
        (Answer(accepted=True, submission=uuid.UUID(int=9), points=("grenzen",)), "Kies dan: nog niet"),
    ],
)
def test_it_refuses_an_answer_that_says_too_little(provisional, koen, now, answer, words):
    with pytest.raises(LedgerError, match=words):
        finish_talk(provisional, answer, actor=koen, now=now)


def test_it_lets_only_the_own_trainer_and_coordinators_write(scheme, edition, noor, vera, now, today):
    other = people.person("Tom Trainer", Role.TRAINER)
    for actor in (noor, vera, other):
        with pytest.raises(NotAllowed):
            record_talk(noor, talk(today), actor=actor, now=now)
    assert not TalkRecord.objects.exists()


def test_it_ends_with_the_place_in_the_edition(scheme, edition, noor, femke, now, today):
    edition.members.update(left_on=today)
    with pytest.raises(NotAllowed):
        record_talk(noor, talk(today), actor=femke, now=now)


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
def test_it_is_made_final_by_a_coordinator_of_that_person_only(provisional, request, now, who):
    with pytest.raises(NotAllowed):
        finish_talk(provisional, final(), actor=request.getfixturevalue(who), now=now)


def test_it_can_be_taken_back_by_the_trainer_and_not_by_the_volunteer(provisional, noor, femke, now, today):
    with pytest.raises(NotAllowed):
        take_back(noor, str(provisional.uuid), actor=noor, now=now)
    take_back(noor, str(provisional.uuid), actor=femke, now=now)
    assert sheet_of(noor, today).talks[0].state == "taken_back"
    assert verdict(noor, today).code is Code.TODO


def test_it_is_not_answered_as_if_it_were_a_paper(provisional, noor, koen, now):
    with pytest.raises(LedgerError, match="bij de gesprekken"):
        assess(noor, str(provisional.uuid), final(), actor=koen, now=now)


def test_it_shows_the_trainer_only_her_own_people(
    provisional, noor, femke, now, today, django_assert_max_num_queries
):
    people.person("Ilias Amrani", Role.VOLUNTEER)
    other = cohorts.cohort("Voorjaar 2026", trainer=people.person("Tom Trainer", Role.TRAINER))
    cohorts.place(other, people.person("Greet Smit", Role.VOLUNTEER))
    with django_assert_max_num_queries(7):
        rows = trainer_rows(femke, ground_on(today))
    assert [(row.person, row.sheet.state) for row in rows] == [(noor, "provisional")]


def test_it_tells_the_volunteer_the_same_agreements(provisional, noor, today):
    assert talks_of(noor, ground_on(today))[0].talks[0].agreements == "Je loopt eerst 1 keer mee."


def test_it_waits_again_when_a_point_was_seen_by_mistake(provisional, noor, koen, now, today):
    finish_talk(provisional, final(), actor=koen, now=now)
    put_right(Evidence.objects.get(ref="grenzen"), None, actor=koen, now=now)
    assert (verdict(noor, today).code, sheet_of(noor, today).talks[0].state) == (Code.WAITING, "provisional")
    finish_talk(provisional, more_about("grenzen"), actor=koen, now=now)
    assert not verdict(noor, today).passed
    held = Evidence.objects.effective().filter(kind="conversation_held")
    assert sorted(held.values_list("ref", flat=True)) == sorted(set(ALL) - {"grenzen"})


def test_it_forgets_the_word_of_an_answer_that_was_taken_back(provisional, noor, koen, now, today):
    finish_talk(provisional, more_about("grenzen"), actor=koen, now=now)
    put_right(Evidence.objects.get(kind="assessed"), None, actor=koen, now=now)
    line = sheet_of(noor, today).talks[0]
    assert (line.state, line.asked, line.word) == ("provisional", (), "")
    assert not Evidence.objects.effective().filter(kind="conversation_held").exists()
