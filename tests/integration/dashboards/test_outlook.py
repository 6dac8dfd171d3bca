"""The coming months: how many and who, what is threatened, and who waits long."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.board.services import bring_up_to_date
from lms.certification.decisions.services import Ruling, decide
from lms.certification.forecast import selectors
from lms.certification.forecast.selectors import forecast_of
from lms.certification.ledger.services import record_all
from lms.certification.models import Standing
from lms.certification.readiness import FactKind, SeenAndValid, State, Unit, Validity, oco_almere_licht
from lms.certification.readiness.rules import Attended, Effect
from lms.certification.readiness.scheme import Scheme
from lms.certification.schemes.services import publish_scheme
from tests.factories import certification, cohorts

pytestmark = pytest.mark.django_db
WORDS = {"why": "Daarom.", "how": "Zo.", "alternative": "Of mondeling."}


@pytest.fixture
def short_scheme(municipality, now):
    """A meeting counts for two months, a document for a year."""
    days = Attended(
        id="days",
        title="Bijeenkomst",
        effect=Effect.BLOCK,
        series="basistraining",
        minimum=1,
        of=4,
        validity=Validity(unit=Unit.MONTHS, length=2),
        **WORDS,
    )
    vog = SeenAndValid(
        id="vog",
        title="Papier",
        effect=Effect.BLOCK,
        what="vog",
        validity=Validity(unit=Unit.MONTHS, length=12),
        **WORDS,
    )
    earlier = now - timedelta(days=90)
    scheme = Scheme(slug="kort", title="Kort", rules=(days, vog))
    return publish_scheme(scheme, earlier.date(), actor=None, now=earlier)


def matchable(name: str, koen, now, *, seen: int = 30) -> User:
    """Somebody who was at a meeting 30 days ago, and is confirmed."""
    person, today = certification.people_volunteer(name), timezone.localdate(now)
    entries = [
        certification.entry(
            FactKind.ATTENDED, today - timedelta(days=30), key="basistraining", ref=str(uuid.uuid4())
        ),
        certification.entry(FactKind.SEEN, today - timedelta(days=seen), key="vog"),
    ]
    record_all(person, entries, actor=None, now=now)
    decide(person, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    return person


def planned_for(*people: User, days: int = 10) -> None:
    edition = cohorts.cohort(f"Lichting {days}")
    for person in people:
        cohorts.place(edition, person)
    cohorts.meeting(edition, 1, days=days)


def look_ahead(now):
    found = bring_up_to_date(User.objects.with_role(Role.VOLUNTEER), now)
    assert found is not None
    return forecast_of(found.rows, found.ground, now)


@pytest.fixture
def three(home, short_scheme, koen, now):
    """Aad has a meeting in time, Bea has none, Cor has one too late; Dirk only misses a meeting."""
    aad, bea, cor = (matchable(name, koen, now) for name in ("Aad Af", "Bea Bel", "Cor Cel"))
    dirk = certification.people_volunteer("Dirk Dam")
    paper = certification.entry(FactKind.SEEN, timezone.localdate(now), key="vog")
    record_all(dirk, [paper], actor=None, now=now)
    planned_for(aad, dirk, days=20)
    planned_for(cor, days=60)
    return aad, bea, cor


def test_it_counts_today_and_the_coming_months(three, now):
    found = look_ahead(now)
    assert [each.day.isoformat() for each in found.moments] == [
        "2026-11-22",
        "2026-12-22",
        "2027-01-22",
        "2027-02-22",
    ]
    # The meeting of 23 October counts up to and including 23 December.
    assert [each.known for each in found.moments] == [3, 3, 0, 0]
    # Aad's of 12 December up to and including 12 February, Cor's of 21 January up to and including 21 March.
    assert [each.planned for each in found.moments] == [3, 3, 2, 1]
    assert [each.ready for each in found.moments] == [0, 1, 1, 0]


def test_it_names_who_falls_out_and_for_whom_nothing_is_planned(three, now):
    losing = [
        (each.name, each.has_plan, each.threats[0].ends_on.isoformat()) for each in look_ahead(now).losing
    ]
    assert losing == [
        ("Bea Bel", False, "2026-12-23"),
        ("Cor Cel", False, "2026-12-23"),
        ("Aad Af", True, "2027-02-12"),
    ]


def test_it_takes_a_meeting_that_does_not_count_for_no_plan(home, short_scheme, koen, now):
    bea = matchable("Bea Bel", koen, now)
    edition = cohorts.cohort("Iets anders", series="iets-anders")
    cohorts.place(edition, bea)
    cohorts.meeting(edition, 1, days=5)
    assert [each.has_plan for each in look_ahead(now).losing] == [False]


def test_it_names_who_comes_if_what_is_planned_happens(home, short_scheme, koen, now):
    dirk = certification.people_volunteer("Dirk Dam")
    paper = certification.entry(FactKind.SEEN, timezone.localdate(now), key="vog")
    record_all(dirk, [paper], actor=None, now=now)
    planned_for(dirk, days=70)
    assert [each.name for each in look_ahead(now).coming] == ["Dirk Dam"]


def test_it_takes_who_has_no_change_ahead_from_the_saved_line(scheme, koen, now):
    people = [certification.people_volunteer(name) for name in ("Aad Af", "Bea Bel")]
    for person in people:
        certification.ready(person, timezone.localdate(now), now)
    decide(people[0], Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    found = look_ahead(now)
    assert found.moving == 0
    assert [(each.known, each.planned, each.ready) for each in found.moments] == [(1, 1, 1)] * 4


def test_it_agrees_with_what_will_be_so_on_that_day(three, now):
    found = look_ahead(now)
    for number, moment in enumerate(found.moments):
        later = now + (moment.day - timezone.localdate(now))
        bring_up_to_date(User.objects.with_role(Role.VOLUNTEER), later)
        live = Standing.objects.filter(state=State.MATCHABLE).count()
        assert live == moment.known, number


def test_it_says_less_about_too_many_people_at_once(three, now, monkeypatch):
    monkeypatch.setattr(selectors, "MOST", 1)
    found = look_ahead(now)
    assert found.is_partial
    assert [each.known for each in found.moments] == [3, 3, 0, 0]
    assert {each.planned for each in found.moments} == {None}
    assert found.losing == ()


def test_it_says_that_the_rules_change(three, now):
    items = certification.Items()
    rules = oco_almere_licht(
        course_items=items.course_items,
        boundary_scenarios=items.boundary_scenarios,
        awareness_items=items.awareness_items,
    )
    publish_scheme(rules, timezone.localdate(now) + timedelta(days=30), actor=None, now=now)
    found = look_ahead(now)
    assert found.new_rules_on == timezone.localdate(now) + timedelta(days=30)
    assert [each.known for each in found.moments] == [3, 3, 0, 0], "reckoned with the rules of today"


def test_it_shows_who_waits_long_for_the_coordinator(scheme, now):
    today = timezone.localdate(now)
    for name, days in (("Aad Af", 14), ("Bea Bel", 15), ("Cor Cel", 40)):
        said = [certification.entry(FactKind.ROLES_DECLARED, today - timedelta(days=days))]
        record_all(certification.people_volunteer(name), said, actor=None, now=now)
    assert [(each.name, each.days) for each in look_ahead(now).late] == [("Cor Cel", 40), ("Bea Bel", 15)]


def test_it_shows_all_of_that_on_a_page(desk, three, now):
    page = desk.get("/bord/vooruit/").content.decode()
    for words in (
        "Dreigt weg te vallen",
        "Bea Bel",
        "Bijeenkomst: tot en met",
        "Niets gepland",
        "Komt erbij",
    ):
        assert words in page
    narrowed = desk.post("/bord/vooruit/", {"words": "Aad"}, follow=True).content.decode()
    assert "Bea Bel" not in narrowed


def test_it_costs_the_same_queries_for_more_people(desk, home, short_scheme, koen, now):
    def queries() -> int:
        bring_up_to_date(User.objects.with_role(Role.VOLUNTEER), timezone.now())
        with CaptureQueriesContext(connection) as captured:
            assert desk.get("/bord/vooruit/").status_code == 200
        return len(captured)

    matchable("Aad Af", koen, now)
    desk.get("/bord/vooruit/")
    few = queries()
    for number in range(12):
        matchable(f"Mens{number} Veel", koen, now)
    assert queries() == few <= 20
