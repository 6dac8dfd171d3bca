"""The first page: a welcome, one next step for a volunteer, the place of their work for everybody else."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.accounts.roles import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.models import Decision
from lms.dashboards.what_now import what_now
from tests.factories import certification, cohorts, courses, intervision
from tests.factories.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def learning(home, municipality, noor, now):
    certification.scheme(now)
    course = courses.course(home)
    module = courses.module(course)
    courses.lesson(module, courses.text(), title="Waarom is er een OCO?", number="1.1", minutes_reading=2)
    courses.lesson(module, courses.question(), title="Vragen bij module 1", kind="questions")
    courses.enrolled(noor, course)
    return course


def test_it_welcomes_a_visitor_and_says_how_to_get_in(client, municipality, home):
    page = client.get("/").content.decode()
    assert "Welkom bij het Leerplein OCO" in page
    assert "/account/login/" in page


@pytest.mark.parametrize(
    ("roles", "place"),
    [
        ((Role.COORDINATOR,), "/bord/"),
        ((Role.COORDINATOR, Role.TRAINER), "/bord/"),
        ((Role.TRAINER, Role.FACILITATOR), "/lichtingen/"),
        ((Role.FACILITATOR,), "/intervisie/"),
        ((Role.ADMINISTRATOR,), "/mensen/"),
        ((), "/ik/"),
    ],
)
def test_it_brings_everybody_to_where_their_work_is(client, sign_in, municipality, home, roles, place):
    sign_in(client, person("Iris Jansen", *roles))
    assert client.get("/")["Location"] == place


def test_it_shows_noor_one_next_step(client, sign_in, noor, learning):
    sign_in(client, noor)
    page = client.get("/").content.decode()
    assert "Dag Noor" in page
    assert page.count("card next") == 1
    assert "Les 1.1 – Waarom is er een OCO?" in page


def test_it_puts_what_has_a_date_first_and_in_order(noor, learning, now):
    cohort = cohorts.cohort()
    cohorts.place(cohort, noor)
    cohorts.meeting(cohort, 1, days=9)
    group = intervision.group(members=[noor])
    intervision.session(group, days=4)
    rows = what_now(noor, now).open
    assert [row.status for row in rows[:2]] == ["Over 4 dagen", "Over 9 dagen"]
    assert rows[0].label.startswith("Intervisie")
    assert "uur" in rows[1].hint


def test_it_offers_what_noor_can_do_here_for_a_criterion(noor, learning, now):
    urls = [row.url for row in what_now(noor, now).open]
    assert "/inzetbaar/rollen/" in urls
    assert "/inzetbaar/afspraken/geheimhouding/" in urls
    assert "/voortgang/" not in urls, "the lessons are the next step already"


def test_it_makes_the_first_open_thing_the_next_step_when_nothing_is_left_to_learn(
    noor, municipality, now, home
):
    certification.scheme(now)
    page = what_now(noor, now)
    assert page.next is not None
    assert page.next.url not in [row.url for row in page.open]


def test_it_says_so_when_there_is_nothing_to_do(client, sign_in, noor, municipality, home):
    sign_in(client, noor)
    assert "Er is nu niets dat je moet doen" in client.get("/").content.decode()


def test_it_costs_the_same_for_more_meetings(noor, learning, now, django_assert_max_num_queries):
    cohort = cohorts.cohort()
    cohorts.place(cohort, noor)
    for number in range(1, 9):
        cohorts.meeting(cohort, number, days=number)
    with django_assert_max_num_queries(16):
        assert len(what_now(noor, now).open) >= 8


def test_it_names_today_and_tomorrow(noor, learning, now):
    cohort = cohorts.cohort()
    cohorts.place(cohort, noor)
    start = now + timedelta(hours=2)
    cohorts.meeting(cohort, 1, starts_at=start, ends_at=start + timedelta(hours=2))
    cohorts.meeting(cohort, 2, days=1)
    statuses = [row.status for row in what_now(noor, now).open]
    assert statuses[:2] == ["Vandaag", "Morgen"]


def test_it_fills_the_words_of_the_municipality_into_the_next_step(home, municipality, noor, now):
    municipality.complex_partner = "MEE IJsseloevers"
    municipality.save()
    course = courses.course(home)
    module = courses.module(course)
    courses.lesson(
        module, courses.text(), title="Warm doorverwijzen naar {{ partner_complex }}", number="6.4"
    )
    courses.enrolled(noor, course)
    assert what_now(noor, now).next.title == "Les 6.4 – Warm doorverwijzen naar MEE IJsseloevers"


def test_it_says_that_noor_has_a_pause_and_how_to_join_again(client, sign_in, noor, learning, now):
    ruling = Ruling(kind=Decision.Kind.PAUSE, submission=uuid.uuid4())
    decide(noor, ruling, actor=noor, now=now)
    sign_in(client, noor)
    page = client.get("/").content.decode()
    assert "Je hebt even pauze." in page
    assert "/inzetbaar/#pauze" in page


def test_it_goes_on_with_a_lesson_that_was_opened(client, sign_in, noor, learning):
    sign_in(client, noor)
    assert "Begin met deze les" in client.get("/").content.decode()
    client.get(what_now(noor, timezone.now()).next.url)
    assert "Ga verder met deze les" in client.get("/").content.decode()


def test_it_shows_of_the_way_only_what_is_done_or_moving(noor, learning, now):
    assert what_now(noor, now).way == ()
    certification.ready(noor, timezone.localdate(now), now)
    page = what_now(noor, now)
    assert page.readiness is not None
    assert "Bewijs over gedrag (VOG)" in [row.label for row in page.way]
    assert len(page.way) < len(page.readiness.criteria)
