"""The page of the volunteer and the page of the coordinator: one truth, within a budget of queries."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from lms.certification.ledger.services import record_all
from lms.certification.models import Decision, Standing
from lms.certification.public import readiness_of
from lms.certification.readiness import FactKind
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
MINE = "/inzetbaar/"


def place(name: str, person, **more: object) -> str:
    return reverse(f"certification:{name}", kwargs={"uuid": person.uuid, **more})


def sentences(html: str) -> set[str]:
    """Everything about the criteria that is on a page, without links and buttons."""
    cards = re.findall(r'<section class="card">.*?</section>', html, re.S)
    return {
        re.sub(r"\s+", " ", text).strip() for card in cards for text in re.findall(r">([^<]+)<", card)
    } - {""}


def test_it_tells_the_volunteer_every_criterion_with_why_how_and_another_way(scheme, noor, noor_client):
    text = noor_client.get(MINE).content.decode()
    for criterion in readiness_of(noor, scheme.effective_on + timedelta(days=400)).criteria:
        for words in (criterion.title, criterion.why, criterion.how, criterion.alternative):
            assert words.replace("'", "&#x27;") in text
    assert "Koen ziet precies hetzelfde als jij." in text
    assert "/inzetbaar/afspraken/geheimhouding/" in text


def test_it_shows_the_coordinator_exactly_the_same(
    scheme, noor, koen, client, sign_in, with_second_factor, clock, now, today
):
    factory.ready(noor, today, now)
    sign_in(client, noor)
    own = sentences(client.get(MINE).content.decode())
    with_second_factor(koen)
    sign_in(client, koen)
    seen = sentences(client.get(place("person", noor)).content.decode())
    shared = {words for words in own if len(words.split()) > 4}
    assert len(shared) > 20
    assert shared <= seen


def test_it_confirms_with_one_button(scheme, noor, koen_client, now, today):
    factory.ready(noor, today, now)
    page = koen_client.get(place("person", noor)).content.decode()
    assert "Bevestig: Noor is inzetbaar" in page
    submission = re.search(r'bevestigen/.*?name="submission" value="([^"]+)"', page, re.S)[1]
    for _ in range(2):
        assert koen_client.post(place("confirm", noor), {"submission": submission}).status_code == 302
    assert Decision.objects.count() == 1
    text = koen_client.get(place("person", noor)).content.decode()
    assert "Bevestig: Noor" not in text
    assert "Inzetbaar, bevestigd" in text


def test_it_has_no_button_and_no_back_door_before_that(scheme, noor, koen_client):
    assert "Bevestig: Noor" not in koen_client.get(place("person", noor)).content.decode()
    data = {"submission": str(uuid.uuid4()), "state": "matchable", "force": "1", "computed_state": "ready"}
    answer = koen_client.post(place("confirm", noor), data, follow=True)
    assert "Dit kan nog niet. Er staat nog iets open." in answer.content.decode()
    assert not Decision.objects.exists()


def test_it_answers_a_broken_form_without_falling_over(scheme, noor, koen_client):
    for name in ("confirm", "roles_seen"):
        answer = koen_client.post(place(name, noor), {"submission": "x", "declaration": "x"}, follow=True)
        assert "Dit lukte niet. Laad de pagina opnieuw." in answer.content.decode()


def test_it_makes_an_exception_that_the_volunteer_can_read(scheme, noor, koen, koen_client, sign_in):
    data = {
        "submission": str(uuid.uuid4()),
        "reason_code": "paper_on_its_way",
        "reason": "De VOG is aangevraagd.",
        "until": "2026-12-20",
    }
    url = place("decision", noor, kind="override")
    assert koen_client.get(url).status_code == 200
    assert koen_client.post(url, data).status_code == 302
    sign_in(koen_client, noor)
    text = koen_client.get(MINE).content.decode()
    assert "De VOG is aangevraagd." in text
    assert "Zonder dit besluit stond hier: Nog bezig." in text
    assert "20 december 2026" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"until": ""}, "Vul een datum in."),
        ({"until": "2026-11-22"}, "Kies een dag die nog komt, binnen een jaar."),
        ({"reason": ""}, "Schrijf in een paar zinnen waarom."),
        ({"reason_code": ""}, "Kies een reden."),
    ],
)
def test_it_asks_for_reason_words_and_end(scheme, noor, koen_client, changes, words):
    data = {
        "submission": str(uuid.uuid4()),
        "reason_code": "other",
        "reason": "Mijn uitleg",
        "until": "2026-12-20",
    }
    page = koen_client.post(place("decision", noor, kind="override"), data | changes)
    assert words in page.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("kind", ["confirm", "iets"])
def test_it_knows_no_other_decisions(scheme, noor, koen_client, kind):
    assert koen_client.get(place("decision", noor, kind=kind)).status_code == 404


def test_it_lets_the_volunteer_pause_without_a_reason(scheme, noor, noor_client):
    assert "Ik wil even pauze" in noor_client.get(MINE).content.decode()
    noor_client.post("/inzetbaar/pauze/", {"submission": str(uuid.uuid4()), "until": ""})
    assert "Ik wil weer meedoen" in noor_client.get(MINE).content.decode()
    noor_client.post("/inzetbaar/weer-meedoen/", {"submission": str(uuid.uuid4())})
    assert Standing.objects.get(person=noor).state == "in_progress"


def test_it_says_so_when_there_is_no_scheme(db, municipality, noor, noor_client):
    assert "Er zijn nog geen eisen." in noor_client.get(MINE).content.decode()


def test_it_never_shows_other_people(scheme, noor, koen_client, now, today):
    other = factory.people_volunteer("Greet Geheimenaam")
    record_all(other, [factory.entry(FactKind.SEEN, today, key="vog")], actor=None, now=now)
    for name in ("person", "record"):
        assert b"Geheimenaam" not in koen_client.get(place(name, noor)).content


def test_it_stays_within_its_queries_however_much_there_is(
    scheme, noor, koen_client, now, today, django_assert_max_num_queries
):
    lots = [
        factory.entry(FactKind.ITEM_COMPLETED, today - timedelta(days=number % 300), key=str(uuid.uuid4()))
        for number in range(200)
    ]
    record_all(noor, [*factory.blocking_entries(today), *lots], actor=None, now=now)
    with django_assert_max_num_queries(24):
        koen_client.get(place("person", noor))


def test_it_reads_the_readiness_in_a_few_queries(scheme, noor, now, today, django_assert_max_num_queries):
    factory.ready(noor, today, now)
    with django_assert_max_num_queries(4):
        readiness_of(noor, today, "Koen")
