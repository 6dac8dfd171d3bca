"""Extending through the pages: fill in, look, do, and back."""

import re
import uuid
from datetime import date

import pytest
from django.urls import reverse

from lms.accounts.public import Role
from lms.certification.ledger.services import record_evidence
from lms.certification.models import Evidence, Extension
from lms.certification.readiness import FactKind
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db
URL = "/inzetbaar/verlengen/"


def filled(**more: object) -> dict[str, object]:
    return {
        "submission": str(uuid.uuid4()),
        "people": "",
        "rule": "vog",
        "who": "ending",
        "days": "60",
        "until": "2027-03-01",
        "reason_code": "paper_on_its_way",
        "reason": "Het aanvragen duurt lang.",
        "step": "check",
        **more,
    }


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.split("<main")[1]))


@pytest.fixture
def anna(scheme, koen, now):
    person = people.person("Anna Soon", Role.VOLUNTEER)
    entry = factory.entry(FactKind.SEEN, date(2023, 12, 1), key="vog")
    record_evidence(person, entry, actor=koen, now=now)
    return person


def test_it_shows_for_whom_and_does_exactly_that(anna, noor, koen_client):
    page = koen_client.post(URL, filled()).content.decode()
    assert "Zonder verlenging tot en met 1 december 2026. Nu tot en met 1 maart 2027." in page
    assert "Noor" not in page
    assert not Extension.objects.exists()
    data = hidden(page) | {"step": "send"}
    for _ in range(2):
        answer = koen_client.post(URL, data)
    made = Extension.objects.get()
    assert answer.url == reverse("certification:extension", kwargs={"extension": made.uuid})
    assert Evidence.objects.get(kind="extended").person == anna


def test_it_reaches_who_was_shown_and_nobody_else(anna, koen, koen_client, now):
    page = koen_client.post(URL, filled()).content.decode()
    other = people.person("Bram Later", Role.VOLUNTEER)
    record_evidence(other, factory.entry(FactKind.SEEN, date(2023, 12, 2), key="vog"), actor=koen, now=now)
    koen_client.post(URL, hidden(page) | {"step": "send"})
    assert Evidence.objects.get(kind="extended").person == anna


def test_it_lets_one_change_the_answers(anna, koen_client):
    page = koen_client.post(URL, filled()).content.decode()
    back = koen_client.post(URL, hidden(page) | {"step": "change"}).content.decode()
    assert "Het aanvragen duurt lang." in back
    assert "De mensen die ik koos: 1" in back


def test_it_starts_with_people_chosen_elsewhere(anna, noor, koen_client):
    page = koen_client.get(URL, {"eis": "vog", "wie": [str(anna.uuid), str(noor.uuid), "x"]})
    assert "De mensen die ik koos: 2" in page.content.decode()
    people_field = re.search(r'name="people" value="([^"]*)"', page.content.decode())[1]
    check = koen_client.post(URL, filled(who="chosen", people=people_field)).content.decode()
    assert "Dit is nog niet gedaan. Verlengen kan pas daarna." in check
    assert "Anna Soon" in check


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"until": "2028-01-01"}, "Kies een dag die nog komt, binnen een jaar."),
        ({"until": "2026-11-22"}, "Kies een dag die nog komt, binnen een jaar."),
        ({"rule": "iets"}, "Kies een eis uit de lijst."),
        ({"days": "veel"}, "Vul een getal in van 0 tot en met 365."),
        ({"reason": ""}, "Schrijf in een paar zinnen waarom."),
        ({"reason_code": ""}, "Kies een reden."),
        ({"people": "x y"}, "Dit lukte niet. Laad de pagina opnieuw."),
    ],
)
def test_it_says_what_to_put_right(anna, koen_client, changes, words):
    page = koen_client.post(URL, filled(**changes)).content.decode()
    assert words in page
    assert "<title>Fout: " in page


def test_it_says_so_when_it_reaches_nobody(scheme, noor, koen_client):
    page = koen_client.post(URL, filled()).content.decode()
    assert "Deze verlenging verandert voor niemand iets." in page
    assert "Verleng voor deze mensen" not in page


def test_it_reaches_nobody_of_somebody_else(anna, vera, client, sign_in, clock):
    sign_in(client, vera)
    data = filled(who="chosen", people=str(anna.uuid))
    assert "Anna" not in client.post(URL, data).content.decode()
    assert client.post(URL, data | {"step": "send"}).status_code == 404
    assert not Extension.objects.exists()


def test_it_can_be_read_and_taken_back(anna, koen_client, sign_in):
    page = koen_client.post(URL, filled()).content.decode()
    answer = koen_client.post(URL, hidden(page) | {"step": "send"}, follow=True)
    text = answer.content.decode()
    assert "Anna Soon" in text
    assert "Neem de verlenging terug" in text
    made = Extension.objects.get()
    person = koen_client.get(reverse("certification:person", kwargs={"uuid": anna.uuid})).content.decode()
    assert "Het aanvragen duurt lang." in person
    back = koen_client.post(
        reverse("certification:extension_back", kwargs={"extension": made.uuid}), follow=True
    )
    assert "Teruggenomen voor 1 persoon." in back.content.decode()
    sign_in(koen_client, anna)
    own = koen_client.get("/inzetbaar/").content.decode()
    assert "Het aanvragen duurt lang." in own
    assert "Teruggenomen." in own
