"""What if: for oneself and for somebody one coordinates. Nothing is saved, and the engine answers."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all
from lms.certification.models import Evidence
from lms.certification.readiness import FactKind
from tests.factories import certification as factory
from tests.factories import cohorts, intervision

pytestmark = pytest.mark.django_db
MINE = "/inzetbaar/vooruit/"


def ask(client, url: str = MINE, **said: object) -> str:
    answer = client.get(url, {"vraag": "1", **said})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def almost(scheme, noor, today, now):
    """Noor has everything but the VOG and the closing talk."""
    entries = [
        each
        for each in factory.blocking_entries(today - timedelta(days=9))
        if each.kind not in (FactKind.SEEN, FactKind.CONVERSATION_HELD)
    ]
    record_all(noor, entries, actor=None, now=now)
    return noor


def test_it_says_from_when_one_would_be_ready(almost, noor_client):
    page = ask(noor_client, dag_vog="2027-03-20", dag_closing_talk="2027-03-12")
    assert "Dan heb je vanaf 20 maart 2027 alles wat nodig is. De coördinator beslist daarna." in page
    assert page.index("12 maart 2027 –") < page.index("20 maart 2027 –")


def test_it_shows_each_criterion_before_and_after(almost, noor_client):
    page = ask(noor_client, dag_vog="2027-03-20")
    rows = page[page.index("Wat er anders is op 20 maart 2027") :]
    rows = rows[: rows.index("</ul>")]
    assert rows.count("<li") == 1
    assert rows.index("Zonder dit: Nog te doen.") < rows.index("Klaar")


def test_it_says_what_would_still_be_open(almost, noor_client):
    page = ask(noor_client, dag_vog="2027-03-20")
    assert "Dan staat er nog iets open." in page
    assert "Dit staat op 20 maart 2027 nog open:" in page


def test_it_says_when_a_confirmed_person_would_be_matchable_again(
    scheme, noor, koen, noor_client, now, today
):
    seen = today - timedelta(days=36 * 31)
    record_all(
        noor,
        [
            *(each for each in factory.blocking_entries(today) if each.kind != FactKind.SEEN),
            factory.entry(FactKind.SEEN, today - timedelta(days=9), key="vog"),
        ],
        actor=None,
        now=now,
    )
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    line = Evidence.objects.get(kind="seen")
    Evidence.objects.filter(pk=line.pk).delete()
    record_all(noor, [factory.entry(FactKind.SEEN, seen, key="vog")], actor=None, now=now)
    page = ask(noor_client, dag_vog="2027-01-15")
    assert "Dan ben je vanaf 15 januari 2027 inzetbaar. Dat geldt tot en met 15 januari 2030." in page


def test_it_offers_planned_meetings_and_sessions(scheme, home, noor, noor_client):
    cohort = cohorts.cohort()
    cohorts.place(cohort, noor)
    meeting = cohorts.meeting(cohort, 3, days=9)
    session = intervision.session(intervision.group(members=[noor]), days=4)
    page = " ".join(noor_client.get(MINE).content.decode().split())
    assert page.index(str(session.uuid)) < page.index(str(meeting.uuid)), "the first one first"
    page = ask(noor_client, komt=[str(meeting.uuid)])
    assert "1 december 2026 – Bijeenkomst: Onderwerp 3" in page
    assert "Wat er anders is op 1 december 2026" in page


def test_it_leaves_out_meetings_that_the_scheme_does_not_ask_for(scheme, home, noor, noor_client):
    cohort = cohorts.cohort(series="iets-anders")
    cohorts.place(cohort, noor)
    meeting = cohorts.meeting(cohort, 3, days=9)
    assert str(meeting.uuid) not in noor_client.get(MINE).content.decode()


def test_it_saves_nothing(almost, noor_client):
    before = list(Evidence.objects.values_list("pk", flat=True))
    ask(noor_client, dag_vog="2027-03-20")
    assert list(Evidence.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Kies ten minste 1 ding dat gebeurt."),
        ({"dag_vog": "2026-11-21"}, "Kies vandaag of een dag die nog komt."),
        ({"dag_vog": "gisteren"}, "Vul een datum in, zoals 24-11-2026."),
        ({"dag_vog": "9999-12-31"}, "Kijk het jaar na."),
        ({"dag_onzin": "2027-01-01"}, "Kies ten minste 1 ding dat gebeurt."),
    ],
)
def test_it_says_what_is_wrong_with_a_question(scheme, noor_client, said, words):
    page = ask(noor_client, **said)
    assert words in page
    assert "Fout: " in page


def test_it_says_so_when_a_meeting_is_gone(scheme, home, noor, noor_client):
    cohort = cohorts.cohort()
    cohorts.place(cohort, noor)
    cohorts.meeting(cohort, 3, days=9)
    assert "Deze afspraak is er niet meer." in ask(noor_client, komt=[str(uuid.uuid4())])


def test_it_lists_what_ends_first(scheme, noor, noor_client, now):
    record_all(noor, [factory.entry(FactKind.SEEN, date(2026, 11, 3), key="vog")], actor=None, now=now)
    page = " ".join(noor_client.get(MINE).content.decode().split())
    assert "Dit telt tot en met 3 november 2029." in page


def test_it_gives_the_coordinator_the_same_answer(
    almost, noor, noor_client, koen, client, sign_in, with_second_factor
):
    own = ask(noor_client, dag_vog="2027-03-20")
    with_second_factor(koen)
    sign_in(client, koen)
    seen = ask(client, reverse("certification:prospect_of", kwargs={"uuid": noor.uuid}), dag_vog="2027-03-20")
    answer = own[own.index('<section class="card next">') : own.index("Kies wat er gebeurt.")]
    assert answer in seen


def test_it_says_so_when_there_is_no_scheme(municipality, noor_client):
    assert "Er zijn nog geen eisen." in noor_client.get(MINE).content.decode()


def test_it_costs_the_same_for_more_meetings(scheme, home, noor, noor_client, django_assert_max_num_queries):
    cohort = cohorts.cohort()
    cohorts.place(cohort, noor)
    group = intervision.group(members=[noor])
    for number in range(1, 9):
        cohorts.meeting(cohort, number, days=number)
        intervision.session(group, days=number)
    noor_client.get(MINE)
    with django_assert_max_num_queries(14):
        ask(noor_client, dag_vog="2027-03-20")
