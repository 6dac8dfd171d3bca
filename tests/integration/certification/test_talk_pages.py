"""The list of the closing talk through the pages of trainer, coordinator and volunteer."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from lms.certification.models import Assessment, Evidence, TalkRecord
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from tests.factories import cohorts

pytestmark = pytest.mark.django_db
ALL = list(CLOSING_TALK_POINTS)
LIST = "/inzetbaar/eindgesprekken/"


def place(name: str, person, **more: object) -> str:
    return reverse(f"certification:{name}", kwargs={"uuid": person.uuid, **more})


def filled(points=ALL, **more: object) -> dict[str, object]:
    return {
        "submission": str(uuid.uuid4()),
        "held_on": "2026-11-20",
        "points": list(points),
        "agreements": "Je loopt eerst 1 keer mee.",
        **more,
    }


@pytest.fixture
def edition(scheme, home, noor, femke):
    made = cohorts.cohort(trainer=femke)
    cohorts.place(made, noor)
    return made


@pytest.fixture
def femke_client(femke, sign_in, with_second_factor, clock):
    with_second_factor(femke)
    made = Client()
    sign_in(made, femke)
    return made


@pytest.fixture
def talk_url(edition, noor) -> str:
    return place("talk", noor, rule="closing_talk")


def test_it_goes_from_to_do_to_final(
    talk_url, noor, femke_client, koen_client, sign_in, with_second_factor, koen
):
    assert "Nog te doen" in femke_client.get(LIST).content.decode()
    data = filled()
    for _ in range(2):
        assert femke_client.post(talk_url, data).url == LIST
    assert "Voorlopig" in femke_client.get(LIST).content.decode()
    record = TalkRecord.objects.get()
    text = koen_client.get(place("person", noor)).content.decode()
    assert "voorlopig opgeschreven door Femke Smit" in text
    assert "Je loopt eerst 1 keer mee." in text
    url = place("talk_finish", noor, talk=record.uuid)
    assert koen_client.get(place("assess", noor, ref=record.uuid)).url == url
    assert "Maak het definitief" in koen_client.get(url).content.decode()
    koen_client.post(url, {"submission": str(uuid.uuid4()), "answer": "yes", "word": ""})
    assert Evidence.objects.filter(kind="conversation_held").count() == 7
    assert "Definitief" in femke_client.get(LIST).content.decode()


def test_it_shows_the_volunteer_the_same_list(talk_url, noor, femke_client, sign_in):
    femke_client.post(talk_url, filled(ALL[:2]))
    own = Client()
    sign_in(own, noor)
    text = own.get("/inzetbaar/").content.decode()
    assert "Voorlopig besproken op 20 november 2026" in text
    assert "Nog niet besproken" in text
    assert "Je loopt eerst 1 keer mee." in text
    assert "maak het definitief" not in text
    assert "Neem dit terug" not in text, "the talk is not hers to take back"


def test_it_asks_more_about_points(talk_url, noor, femke_client, koen_client):
    femke_client.post(talk_url, filled())
    url = place("talk_finish", noor, talk=TalkRecord.objects.get().uuid)
    data = {"submission": str(uuid.uuid4()), "answer": "not_yet", "points": [], "word": ""}
    page = koen_client.post(url, data).content.decode()
    assert "Kies welke punten nog een keer moeten." in page
    assert "Schrijf in een paar woorden wat er nog nodig is." in page
    assert not Assessment.objects.exists()
    koen_client.post(url, data | {"points": ["grenzen"], "word": "Praat nog over je grens."})
    text = femke_client.get(LIST).content.decode()
    assert "6 van 7 punten" in text
    assert "Praat nog over je grens." in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"points": []}, "Kies ten minste 1 punt dat jullie bespraken."),
        ({"points": ["iets"]}, "Kies een van de antwoorden die er staan."),
        ({"held_on": "2026-11-23"}, "Deze dag moet nog komen."),
        ({"held_on": ""}, "Vul een datum in."),
    ],
)
def test_it_says_what_to_put_right_and_loses_nothing(talk_url, femke_client, changes, words):
    page = femke_client.post(talk_url, filled() | changes).content.decode()
    assert words in page
    assert "Je loopt eerst 1 keer mee." in page
    assert not TalkRecord.objects.exists()


def test_it_is_final_at_once_for_the_coordinator(talk_url, noor, koen_client):
    assert "Bewaar dit gesprek" in koen_client.get(talk_url).content.decode()
    koen_client.post(talk_url, filled())
    assert TalkRecord.objects.get().is_final
    assert "Bekijk dit gesprek" not in koen_client.get(place("person", noor)).content.decode()


def test_it_is_taken_back_by_the_trainer(talk_url, noor, femke_client):
    femke_client.post(talk_url, filled())
    assert "Neem het gesprek van 20 november 2026 terug" in femke_client.get(talk_url).content.decode()
    url = reverse("certification:talk_back", kwargs={"talk": TalkRecord.objects.get().uuid})
    assert "Teruggenomen." in femke_client.post(url, follow=True).content.decode()
    assert "Nog te doen" in femke_client.get(LIST).content.decode()


def test_it_shows_the_trainer_nothing_else(talk_url, noor, femke_client, koen_client):
    data = {"submission": str(uuid.uuid4()), "seen_vog": "2026-11-03"}
    koen_client.post(place("record", noor), data)
    for url in (LIST, talk_url):
        text = femke_client.get(url).content.decode()
        assert "VOG" not in text
        assert "Besluit" not in text
    assert femke_client.get(place("person", noor)).status_code == 404


def test_it_knows_no_talk_that_is_not_asked(edition, noor, femke_client, koen_client):
    for client in (femke_client, koen_client):
        assert client.get(place("talk", noor, rule="vog")).status_code == 404
        assert client.get(place("talk_finish", noor, talk=uuid.uuid4())).status_code == 404


def test_it_forgets_people_whose_place_ended(talk_url, edition, today, femke_client):
    edition.members.update(left_on=today)
    assert femke_client.get(talk_url).status_code == 404
    assert "Er doet nu niemand mee" in femke_client.get(LIST).content.decode()
