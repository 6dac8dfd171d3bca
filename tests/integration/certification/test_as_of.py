"""A past day as it was known then and as it is known now, side by side, with what was written later."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.certification.decisions.services import Ruling, decide
from lms.certification.history.selectors import past_of
from lms.certification.ledger.services import record_all, retract_evidence
from lms.certification.models import Decision, Evidence
from lms.certification.readiness import FactKind
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
MINE = "/inzetbaar/op/"


def words(client, url: str, **said: object) -> str:
    answer = client.get(url, said)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def place(person) -> str:
    return reverse("certification:as_of_person", kwargs={"uuid": person.uuid})


@pytest.fixture
def then(now):
    """A hundred days before the story."""
    return now - timedelta(days=100)


@pytest.fixture
def day(then):
    return timezone.localdate(then)


@pytest.fixture
def confirmed(scheme, noor, koen, then, day):
    """Noor was confirmed then."""
    factory.ready(noor, day, then)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=then)
    return noor


def test_it_says_where_somebody_stood_and_on_what_ground(confirmed, koen, koen_client, day):
    page = words(koen_client, place(confirmed), dag=day.isoformat())
    assert "Op 14 augustus 2026 was Noor de Wit inzetbaar" in page
    assert "Met wat wij nu weten, is dat nog steeds zo." in page
    assert "Regeling ‘OCO Almere licht’, versie 1." in page
    assert "Inzetbaar, bevestigd" in page
    assert "VOG gezien" in page
    assert "Over deze dag is later niets opgeschreven." in page
    assert "Gevraagd door Koen Bos op 22 november 2026, 10.00 uur." in page


def test_it_keeps_both_answers_when_something_turns_out_otherwise(confirmed, koen, koen_client, day, now):
    retract_evidence(Evidence.objects.get(kind="seen"), actor=koen, now=now)
    past = past_of(confirmed, day)
    assert (past.then.is_matchable, past.now.is_matchable, past.differs) == (True, False, True)
    assert [line.title for line in past.lines if line.differs] == ["Bewijs over gedrag (VOG)"]
    assert [line.what for line in past.later] == ["VOG gezien"]
    assert "VOG gezien" in [line.what for line in past.sources]
    page = words(koen_client, place(confirmed), dag=day.isoformat())
    assert "was Noor de Wit inzetbaar" in page
    assert "Daardoor ziet die dag er nu anders uit." in page
    changed, same = page.index("Wat nu anders is"), page.index("Wat hetzelfde bleef")
    assert changed < page.index("Bewijs over gedrag (VOG)") < same < page.index("Eindgesprek", same)


def test_it_shows_what_was_written_down_later_about_that_day(scheme, noor, now, day, then):
    record_all(noor, [factory.entry(FactKind.SEEN, day, key="vog")], actor=None, now=now)
    past = past_of(noor, day)
    vog = next(line for line in past.lines if line.title.endswith("(VOG)"))
    assert (vog.then.word, vog.now.word) == ("Nog te doen", "Klaar")
    assert past.sources == ()
    assert [line.what for line in past.later] == ["VOG gezien"]
    assert past_of(noor, timezone.localdate(now)).later == ()


def test_it_says_that_the_outcome_is_the_same_when_only_a_part_changed(scheme, noor, koen_client, now, day):
    record_all(noor, [factory.entry(FactKind.SEEN, day, key="vog")], actor=None, now=now)
    page = words(koen_client, place(noor), dag=day.isoformat())
    assert "De uitkomst is nog dezelfde." in page
    assert "Daardoor ziet die dag er nu anders uit." not in page


def test_it_leaves_out_what_happened_after_that_day(confirmed, now, day):
    later = factory.entry(FactKind.CONVERSATION_HELD, timezone.localdate(now), key="closing_talk")
    record_all(confirmed, [later], actor=None, now=now)
    past = past_of(confirmed, day)
    assert past.later == ()
    assert not past.differs


def test_it_tells_which_decision_was_taken_back_later(confirmed, koen, now, day):
    decision = Decision.objects.get()
    Decision.objects.create(
        submission=uuid.uuid4(),
        person=confirmed,
        kind=Decision.Kind.UNDO,
        undoes=decision,
        made_at=now,
        made_by=koen,
    )
    past = past_of(confirmed, day)
    assert past.then.is_matchable
    assert not past.now.is_matchable
    assert [line.what for line in past.decisions] == ["Inzetbaar, bevestigd"]
    assert [line.undone_by for line in past.undone] == [koen]


def test_it_shows_only_the_decisions_in_force(confirmed, koen, then, day):
    pause = Ruling(kind="pause", submission=uuid.uuid4(), until=day + timedelta(days=5))
    decide(confirmed, pause, actor=koen, now=then)
    assert [line.kind for line in past_of(confirmed, day).decisions] == ["confirm", "pause"]
    assert [line.kind for line in past_of(confirmed, day + timedelta(days=6)).decisions] == ["confirm"]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("2026-11-23", "Deze dag moet nog komen. Kies een dag die al geweest is."),
        ("", "Vul een datum in."),
        ("31-31-2026", "Vul een datum in, zoals 24-11-2026."),
        ("0001-01-01", "Kijk het jaar na."),
        ("2020-01-01", "Op 1 januari 2020 was er nog geen regeling."),
    ],
)
def test_it_says_why_there_is_no_answer(scheme, noor_client, said, text):
    assert text in words(noor_client, MINE, dag=said)


def test_it_asks_for_a_day_first(scheme, noor_client):
    page = words(noor_client, MINE)
    assert "Welke dag wil je zien?" in page
    assert "Fout:" not in page


def test_it_gives_the_volunteer_the_same_account(
    confirmed, koen, client, sign_in, with_second_factor, clock, day
):
    sign_in(client, confirmed)
    own = words(client, MINE, dag=day.isoformat())
    with_second_factor(koen)
    sign_in(client, koen)
    seen = words(client, place(confirmed), dag=day.isoformat())
    begin = '<div class="cards">'
    own, seen = (page[page.index(begin) : page.index("Gevraagd door")] for page in (own, seen))
    assert own == seen


def test_it_logs_who_looked_at_which_day(confirmed, koen, koen_client, day):
    koen_client.get(place(confirmed), {"dag": "2030-01-01"})
    koen_client.get(place(confirmed), {"dag": day.isoformat()})
    entry = ModelLogEntry.objects.get(action="certification.past_viewed")
    assert (entry.object_id, entry.user, entry.data["day"]) == (str(confirmed.pk), koen, day.isoformat())


def test_it_asks_no_more_questions_when_there_is_more(
    confirmed, koen_client, then, day, django_assert_max_num_queries
):
    lots = [factory.entry(FactKind.ITEM_COMPLETED, day, key=str(uuid.uuid4())) for _ in range(100)]
    record_all(confirmed, lots, actor=None, now=then)
    koen_client.get(place(confirmed), {"dag": day.isoformat()})
    with django_assert_max_num_queries(24):
        koen_client.get(place(confirmed), {"dag": day.isoformat()})
