"""Undo, life domains and the second person, through the pages."""

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lms.accounts.public import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.models import Decision, OverrideRequest, SchemeVersion, Standing
from lms.certification.readiness import oco_levensbreed, scheme_to_data
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


def place(name: str, person, **more: object) -> str:
    return reverse(f"certification:{name}", kwargs={"uuid": person.uuid, **more})


def exception(**more: object) -> dict[str, object]:
    return {
        "submission": str(uuid.uuid4()),
        "reason_code": "paper_on_its_way",
        "reason": "De VOG is aangevraagd.",
        "until": "2026-12-20",
        **more,
    }


@pytest.fixture
def two(municipality):
    municipality.asks_second_person = True
    municipality.save()


@pytest.fixture
def greet_client(client_of, greet):
    return client_of(greet)


@pytest.fixture
def greet(db):
    return people.person("Greet Bakker", Role.COORDINATOR)


@pytest.fixture
def client_of(sign_in, clock):
    def enter(person) -> Client:
        made = Client()
        sign_in(made, person)
        return made

    return enter


@pytest.fixture
def life_domains(scheme, now):
    """The scheme with life domains, from yesterday on."""
    content = scheme_to_data(
        oco_levensbreed(
            course_items=factory.LESSONS,
            boundary_scenarios=factory.LESSONS[4:6],
            awareness_items=factory.LESSONS[6:7],
        )
    )
    return SchemeVersion.objects.create(
        slug="oco_levensbreed",
        number=1,
        title="Levensbreed",
        effective_on=now.date() - timedelta(days=1),
        content=content,
        published_at=now - timedelta(days=2),
    )


def test_it_takes_the_newest_decision_back_with_one_button(scheme, noor, koen, koen_client, now, today):
    factory.ready(noor, today, now)
    made = decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    text = koen_client.get(place("person", noor)).content.decode()
    assert "Neem dit besluit terug" in text
    url = place("decision_undo", noor, decision=made.uuid)
    submission = re.search(rf'{url}.*?name="submission" value="([^"]+)"', text, re.S)[1]
    for _ in range(2):
        answer = koen_client.post(url, {"submission": submission}, follow=True)
        assert "Teruggenomen. Wat er daarvoor stond, geldt weer." in answer.content.decode()
    assert Decision.objects.count() == 2
    assert "Neem dit besluit terug" not in koen_client.get(place("person", noor)).content.decode()


def test_it_says_why_a_decision_cannot_be_taken_back(scheme, noor, koen, koen_client, now):
    made = decide(noor, Ruling(kind="pause", submission=uuid.uuid4()), actor=noor, now=now)
    assert "Neem dit besluit terug" not in koen_client.get(place("person", noor)).content.decode()
    url = place("decision_undo", noor, decision=made.uuid)
    answer = koen_client.post(url, {"submission": str(uuid.uuid4())}, follow=True)
    assert "De vrijwilliger koos dit zelf. Dat neemt niemand anders terug." in answer.content.decode()
    broken = koen_client.post(url, {"submission": "x"}, follow=True)
    assert "Dit lukte niet. Laad de pagina opnieuw." in broken.content.decode()


def test_it_knows_no_decision_of_somebody_else(scheme, noor, koen, koen_client, now):
    other = factory.people_volunteer("Ilias Amrani")
    made = decide(other, Ruling(kind="pause", submission=uuid.uuid4()), actor=koen, now=now)
    url = place("decision_undo", noor, decision=made.uuid)
    assert koen_client.post(url, {"submission": str(uuid.uuid4())}).status_code == 404


def test_it_never_offers_the_volunteer_to_undo(scheme, noor, koen, noor_client, now):
    decide(noor, Ruling(kind="pause", submission=uuid.uuid4()), actor=koen, now=now)
    assert "Neem dit besluit terug" not in noor_client.get("/inzetbaar/").content.decode()


def test_it_limits_an_exception_to_life_domains(life_domains, noor, koen_client):
    url = place("decision", noor, kind="override")
    page = koen_client.get(url).content.decode()
    assert "Voor welke leefgebieden?" in page
    koen_client.post(url, exception(domains=["jeugd", "wmo"]))
    assert Decision.objects.get().domains == ["jeugd", "wmo"]
    assert set(Standing.objects.get(person=noor).scope) == {"wmo", "jeugd"}


def test_it_knows_no_other_life_domains(life_domains, noor, koen_client):
    page = koen_client.post(place("decision", noor, kind="override"), exception(domains=["wonen"]))
    assert "Kies een van de antwoorden die er staan." in page.content.decode()
    assert not Decision.objects.exists()


def test_it_asks_no_life_domains_where_there_are_none(scheme, noor, koen_client):
    page = koen_client.get(place("decision", noor, kind="override")).content.decode()
    assert "Voor welke leefgebieden?" not in page


def test_it_takes_two_people_where_that_is_asked(scheme, two, noor, koen, koen_client, greet, greet_client):
    url = place("decision", noor, kind="override")
    assert "Een tweede coördinator moet het ermee eens zijn." in koen_client.get(url).content.decode()
    data = exception()
    for _ in range(2):
        answer = koen_client.post(url, data, follow=True).content.decode()
    assert "Gevraagd. Nu wacht dit op een tweede coördinator." in answer
    assert "Trek mijn vraag in" in answer
    assert "Ik ben het ermee eens" not in answer
    wanted = OverrideRequest.objects.get()
    theirs = greet_client.get(reverse("certification:waiting")).content.decode()
    assert "Koen Bos vroeg dit op 22 november 2026." in theirs
    page = greet_client.get(place("person", noor)).content.decode()
    assert "De VOG is aangevraagd." in page
    assert "Ik ben het ermee eens" in page
    answer_url = place("override_answer", noor, wanted=wanted.uuid)
    greet_client.post(answer_url, {"answer": "yes"})
    made = Decision.objects.get()
    assert (made.made_by, made.second) == (koen, greet)
    assert Standing.objects.get(person=noor).state == "matchable"


def test_it_lets_the_volunteer_read_what_waits(scheme, two, noor, koen, koen_client, client_of):
    koen_client.post(place("decision", noor, kind="override"), exception())
    text = client_of(noor).get("/inzetbaar/").content.decode()
    assert "Een uitzondering wacht op een tweede coördinator" in text
    assert "Ik ben het ermee eens" not in text


def test_it_answers_a_broken_answer_without_falling_over(scheme, two, noor, koen_client):
    koen_client.post(place("decision", noor, kind="override"), exception())
    url = place("override_answer", noor, wanted=OverrideRequest.objects.get().uuid)
    for data, words in (
        ({}, "Dit lukte niet. Laad de pagina opnieuw."),
        ({"answer": "misschien"}, "Dit lukte niet. Laad de pagina opnieuw."),
        ({"answer": "yes"}, "Jij vroeg dit zelf."),
    ):
        assert words in koen_client.post(url, data, follow=True).content.decode()
    done = koen_client.post(url, {"answer": "no"}, follow=True).content.decode()
    assert "Genoteerd. De uitzondering gaat niet door." in done
    assert not Decision.objects.exists()
