"""What a municipality may ask about readiness, through the real services and pages (docs/decisions/0009)."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.accounts.public import Role
from lms.certification.decisions.services import Ruling, decide, undo
from lms.certification.extensions.services import Extending, extend_for
from lms.certification.handing_in.services import Answer, HandIn, assess, hand_in
from lms.certification.ledger.services import record_all, record_evidence
from lms.certification.models import Evidence, SchemeVersion, Standing
from lms.certification.public import external_status
from lms.certification.readiness import FactKind
from lms.certification.record.services import put_right
from lms.certification.standings.selectors import ground_on, standing_of, standing_then
from lms.certification.talks.services import Talk, finish_talk, record_talk
from lms.certification.tasks import refresh_standings
from lms.outbox.models import OutboxMessage
from tests.factories import certification as factory
from tests.factories import cohorts, people

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Amsterdam")


def a_ruling(kind: str, **more: object) -> Ruling:
    return Ruling(kind=kind, submission=uuid.uuid4(), **more)  # type: ignore[arg-type]


def state(person, day: date) -> str:
    return standing_of(person, ground_on(day)).state.value


def verdict(person, rule_id: str, day: date):
    found = standing_of(person, ground_on(day))
    return next(each for each in found.verdicts if each.rule_id == rule_id)


def words(client, url: str, **said: object) -> str:
    answer = client.get(url, said)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def place(person, name: str = "person") -> str:
    return reverse(f"certification:{name}", kwargs={"uuid": person.uuid})


@pytest.fixture
def today(now) -> date:
    return timezone.localdate(now)


@pytest.fixture
def clock(monkeypatch, now):
    """Let pages see a moment; call it to see another one."""

    def at(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    at(now)
    return at


@pytest.fixture
def scheme(municipality, now):
    return factory.scheme(now)


@pytest.fixture
def matchable(scheme, noor, koen, now, today):
    """Noor, who was confirmed thirty days ago."""
    before = now - timedelta(days=30)
    factory.ready(noor, timezone.localdate(before), before)
    decide(noor, a_ruling("confirm"), actor=koen, now=before)
    return noor


@pytest.fixture
def old_vog(scheme, noor, koen, now, today):
    """Noor, confirmed, with a VOG that counts up to and including 1 December 2026."""
    before = now - timedelta(days=30)
    lines = [each for each in factory.blocking_entries(today - timedelta(days=40)) if each.kind != "seen"]
    record_all(
        noor, [*lines, factory.entry(FactKind.SEEN, date(2023, 12, 1), key="vog")], actor=koen, now=before
    )
    decide(noor, a_ruling("confirm"), actor=koen, now=before)
    return noor


def test_it_lets_a_volunteer_pause_without_a_reason_and_hides_nothing(
    matchable, koen, client, sign_in, with_second_factor, clock, now, today
):
    sign_in(client, matchable)
    client.post("/inzetbaar/pauze/", {"submission": str(uuid.uuid4())})
    found = standing_of(matchable, ground_on(today))
    assert (found.state, found.computed_state) == ("paused", "matchable")
    assert "Zonder de pauze stond hier: Inzetbaar" in words(client, "/inzetbaar/")
    with_second_factor(koen)
    sign_in(client, koen)
    assert "Zonder de pauze stond hier: Inzetbaar" in words(client, place(matchable))
    outside = external_status(matchable, today)
    assert (outside.matchable, outside.reason_category) == (False, "paused")


def test_it_ends_an_exception_by_itself_on_its_day(scheme, noor, koen, now, today):
    until = today + timedelta(days=10)
    decide(
        noor,
        a_ruling("override", until=until, reason_code="needed_soon", reason="Er is veel vraag."),
        actor=koen,
        now=now,
    )
    assert (state(noor, until), state(noor, until + timedelta(days=1))) == ("matchable", "in_progress")
    # Nobody does anything: lists and the outside know it at once, and the work of the night tells it.
    assert external_status(noor, until).matchable
    assert not external_status(noor, until + timedelta(days=1)).matchable
    told = OutboxMessage.objects.filter(topic="certification.standing_changed")
    count = told.count()
    night = datetime.combine(until + timedelta(days=1), datetime.min.time(), HERE) + timedelta(minutes=15)
    refresh_standings(night)
    row = Standing.objects.get(person=noor)
    assert (row.state, row.computed_state, told.count() > count) == ("in_progress", "in_progress", True)


def test_it_shows_a_collective_extension_in_each_history(
    old_vog, koen, client, sign_in, with_second_factor, clock, now, today
):
    other = people.person("Bram Bakker", Role.VOLUNTEER)
    record_evidence(other, factory.entry(FactKind.SEEN, date(2023, 12, 5), key="vog"), actor=koen, now=now)
    wanted = Extending(
        submission=uuid.uuid4(),
        rule_id="vog",
        until=date(2027, 2, 1),
        reason_code="paper_on_its_way",
        reason="Het loket is een maand dicht.",
    )
    extend_for([old_vog, other], wanted, actor=koen, now=now)
    with_second_factor(koen)
    for person in (old_vog, other):
        sign_in(client, koen)
        page = words(client, place(person))
        assert "Tot en met 1 februari 2027." in page
        assert "Het loket is een maand dicht." in page
        sign_in(client, person)
        assert "Het loket is een maand dicht." in words(client, "/inzetbaar/")
        found = verdict(person, "vog", date(2027, 1, 15))
        assert (found.passed, found.extended, found.until) == (True, True, date(2027, 2, 1))
    assert (state(old_vog, date(2027, 2, 1)), state(old_vog, date(2027, 2, 2))) == (
        "matchable",
        "in_progress",
    )


def test_it_changes_nothing_by_a_provisional_talk_until_it_is_final(
    scheme, home, noor, koen, femke, now, today
):
    edition = cohorts.cohort(trainer=femke)
    cohorts.place(edition, noor)
    kinds = [each for each in factory.blocking_entries(today) if each.kind != "conversation_held"]
    record_all(noor, kinds, actor=koen, now=now)
    rule = next(
        each for each in ground_on(today).scheme_for(noor.joined_on).rules if each.id == "closing_talk"
    )
    talk = Talk(
        rule_id=rule.id, held_on=today, points=tuple(rule.points), agreements="", submission=uuid.uuid4()
    )
    record = record_talk(noor, talk, actor=femke, now=now)
    found = verdict(noor, "closing_talk", today)
    assert (state(noor, today), found.code, found.passed) == ("in_progress", "waiting", False)
    finish_talk(record, Answer(accepted=True, submission=uuid.uuid4()), actor=koen, now=now)
    assert (state(noor, today), verdict(noor, "closing_talk", today).met_on) == ("ready", today)


def test_it_keeps_somebody_matchable_who_was_on_time_until_somebody_looked(old_vog, koen, now):
    last_day, looked_on = date(2026, 12, 1), date(2027, 1, 20)
    at_night = datetime(2026, 12, 1, 23, 45, tzinfo=HERE)
    said = HandIn(rule_id="vog", happened_on=last_day, submission=uuid.uuid4())
    row = hand_in(old_vog, said, actor=old_vog, now=at_night)
    assert external_status(old_vog, date(2027, 1, 10)).matchable
    answer = Answer(accepted=False, submission=uuid.uuid4(), word="De datum is niet te lezen.")
    noon = datetime(2027, 1, 20, 12, 0, tzinfo=HERE)
    assess(old_vog, row.ref, answer, actor=koen, now=noon)
    assert state(old_vog, looked_on) == "matchable"
    assert state(old_vog, looked_on + timedelta(days=1)) == "in_progress"


def test_it_protects_nobody_who_was_a_day_late(old_vog, koen):
    said = HandIn(rule_id="vog", happened_on=date(2026, 12, 2), submission=uuid.uuid4())
    hand_in(old_vog, said, actor=old_vog, now=datetime(2026, 12, 2, 0, 5, tzinfo=HERE))
    found = verdict(old_vog, "vog", date(2026, 12, 3))
    assert (state(old_vog, date(2026, 12, 3)), found.code) == ("in_progress", "waiting")


def test_it_never_rewrites_what_was_known_then(matchable, koen, now, today):
    day = today - timedelta(days=5)
    was = standing_then(matchable, day)[0].standing
    row = Evidence.objects.get(person=matchable, kind="seen")
    put_right(row, None, actor=koen, now=now)
    then, known_now = standing_then(matchable, day)
    assert then.standing == was
    assert (then.standing.state, known_now.standing.state) == ("matchable", "in_progress")
    assert Evidence.objects.filter(person=matchable, kind="seen").count() == 2


def test_it_makes_late_evidence_true_now_and_not_then(scheme, noor, koen, now, today):
    day = today - timedelta(days=20)
    factory.ready(noor, day, now)
    then, known_now = standing_then(noor, day)
    assert (then.standing.state, known_now.standing.state) == ("in_progress", "ready")


@pytest.mark.parametrize(
    ("moment", "is_known"),
    [
        # The clock goes back on 25 October 2026; half past midnight is that day, in UTC it is the day before.
        (datetime(2026, 10, 24, 23, 59, tzinfo=HERE), True),
        (datetime(2026, 10, 25, 0, 30, tzinfo=HERE), False),
    ],
)
def test_it_knows_at_the_end_of_a_local_day_what_was_written_that_day(scheme, noor, koen, moment, is_known):
    line = factory.entry(FactKind.SEEN, date(2026, 10, 20), key="vog")
    record_evidence(noor, line, actor=koen, now=moment)
    then = standing_then(noor, date(2026, 10, 24))[0]
    passed = {each.rule_id: each.passed for each in then.standing.verdicts}
    assert passed["vog"] is is_known


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_it_writes_down_the_local_day_when_the_clock_changes(scheme, noor, client, sign_in, clock, day):
    clock(datetime(day.year, day.month, day.day, 0, 30, tzinfo=HERE))
    sign_in(client, noor)
    client.post("/inzetbaar/grenzenkaart/", {"submission": str(uuid.uuid4()), "is_made": "on"})
    assert Evidence.objects.get(person=noor, kind="limits_card_made").happened_on == day
    decide(noor, a_ruling("pause"), actor=noor, now=timezone.now())
    assert (state(noor, day - timedelta(days=1)), state(noor, day)) == ("in_progress", "paused")


def test_it_leaves_people_under_the_rules_they_began_with(scheme, koen, now, today):
    begun = factory.people_volunteer("Oude Rot", joined_on=today - timedelta(days=300))
    new = factory.people_volunteer("Nieuwe Lis", joined_on=today)
    unknown = factory.people_volunteer("Wie Weet", joined_on=None)
    version = factory.publish_next(scheme, today, now, transition="new_people")
    ground = ground_on(today)
    assert [ground.version_for(each.joined_on) for each in (begun, new, unknown)] == [
        SchemeVersion.objects.get(pk=scheme.pk),
        version,
        SchemeVersion.objects.get(pk=scheme.pk),
    ]


def test_it_does_not_judge_a_past_day_by_a_version_that_came_later(matchable, now, today):
    day = today - timedelta(days=5)
    factory.publish_next(SchemeVersion.objects.get(), today, now)
    then, known_now = standing_then(matchable, day)
    assert (then.version.number, known_now.version.number) == (1, 1)
    assert ground_on(today).version_for(matchable.joined_on).number == 2


def test_it_does_not_rewrite_a_day_before_the_first_sign_in(scheme, noor, now, today):
    """Who has no known start is not new; a later first sign-in must not change what was so on that day."""
    factory.publish_next(scheme, today, now, transition="new_people")
    was = standing_then(noor, today)[0]
    noor.joined_on = today + timedelta(days=3)
    noor.save()
    then = standing_then(noor, today)[0]
    assert (then.version.number, then.standing) == (was.version.number, was.standing)
    assert then.version.number == 1


def test_it_takes_nothing_away_when_a_deadline_is_over(municipality, koen, now, today):
    factory.scheme_where(now, vog={"due_days": 90})
    late = factory.people_volunteer("Laat Maar", joined_on=date(2026, 1, 1))
    factory.ready(late, today, now)
    decide(late, a_ruling("confirm"), actor=koen, now=now)
    assert external_status(late, today).matchable
    waiting = factory.people_volunteer("Nog Niet", joined_on=date(2026, 1, 1))
    found = verdict(waiting, "vog", today)
    # 1 January + 90 days: 30 days in January, 28 in February, 31 in March, 1 April is day 90.
    assert (found.code, found.due_on) == ("todo", date(2026, 4, 1))


def test_it_brings_back_what_stood_before_a_decision_was_taken_back(matchable, koen, now, today):
    stop = decide(
        matchable, a_ruling("withdraw", reason_code="other", reason="Vergist."), actor=koen, now=now
    )
    assert state(matchable, today) == "stopped"
    tomorrow = now + timedelta(days=1)
    undo(stop, uuid.uuid4(), actor=koen, now=tomorrow)
    then, known_now = standing_then(matchable, today)
    assert (then.standing.state, known_now.standing.state) == ("stopped", "matchable")
    assert Standing.objects.get(person=matchable).state == "matchable"


def test_it_keeps_everything_somebody_did_after_a_stop(matchable, koen, now, today):
    count = Evidence.objects.filter(person=matchable).count()
    decide(matchable, a_ruling("withdraw", reason_code="own_wish"), actor=koen, now=now)
    found = standing_of(matchable, ground_on(today))
    assert (found.state, found.computed_state) == ("stopped", "ready")
    assert Evidence.objects.filter(person=matchable).count() == count
    decide(matchable, a_ruling("confirm"), actor=koen, now=now + timedelta(minutes=5))
    assert state(matchable, today) == "matchable"


def test_it_tells_two_answers_about_one_day_to_the_volunteer(
    matchable, koen, client, sign_in, clock, now, today
):
    put_right(Evidence.objects.get(person=matchable, kind="seen"), today, actor=koen, now=now)
    sign_in(client, matchable)
    page = words(client, "/inzetbaar/op/", dag=(today - timedelta(days=5)).isoformat())
    assert "was je inzetbaar" in page
    assert "Daardoor ziet die dag er nu anders uit." in page
