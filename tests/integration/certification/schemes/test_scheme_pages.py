"""The scheme as people read it: what holds, the versions, and what differs."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lms.certification.readiness import scheme_from_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.services import Terms, publish_scheme
from tests.integration.certification.schemes import town

pytestmark = pytest.mark.django_db
SCHEME = "/inzetbaar/regeling/"
COMPARE = "/inzetbaar/regeling/vergelijken/"


@pytest.fixture
def second(scheme, koen, now, today):
    """A second version, that begins in a month for new people."""
    content = rules.remove(town.asks_a_day(scheme_from_data(scheme.content)), "contact")
    terms = Terms(transition="new_people", summary="Eén bijeenkomst is nodig.")
    return publish_scheme(content, today + timedelta(days=30), actor=koen, now=now, terms=terms)


@pytest.fixture
def femke_client(client, femke, with_second_factor, sign_in, clock):
    with_second_factor(femke)
    sign_in(client, femke)
    return client


def test_it_shows_what_holds_in_sentences(scheme, koen_client):
    html = koen_client.get(SCHEME).content.decode()
    for words in (
        "Je bent bij ten minste 3 van de 4 bijeenkomsten geweest.",
        "De coördinator heeft je VOG gezien.",
        "36 maanden",
        "Dit is nodig voor je inzet.",
        "Je komt bij mensen thuis.",
        "Begin een concept",
        "Probeer andere getallen",
    ):
        assert words in html


def test_it_lists_versions_with_day_people_and_author(scheme, second, koen_client):
    html = koen_client.get(SCHEME).content.decode()
    for words in (
        "OCO Almere licht, versie 2",
        "22 december 2026",
        "Alleen voor mensen die dan of later beginnen.",
        "Eén bijeenkomst is nodig.",
        "Koen Bos",
        "geldt later",
        "geldt nu",
    ):
        assert words in html


def test_it_says_that_others_keep_an_older_version(scheme, koen, koen_client, now, today):
    terms = Terms(transition="until", until=today + timedelta(days=9), summary="Nieuw.")
    publish_scheme(scheme_from_data(scheme.content), today, actor=koen, now=now, terms=terms)
    html = koen_client.get(SCHEME).content.decode()
    assert "geldt nog: OCO Almere licht, versie 1" in html
    assert "Voor nieuwe mensen meteen, voor de anderen na 1-12-2026." in html


def test_it_compares_versions_as_sentences(scheme, second, koen_client):
    html = koen_client.get(COMPARE, {"old": scheme.pk, "new": second.pk}).content.decode()
    assert "Je bent bij ten minste 1 van de 4 bijeenkomsten geweest." in html
    assert "Je bent bij ten minste 3 van de 4 bijeenkomsten geweest." in html
    assert "Contactpersoon" in html
    same = koen_client.get(COMPARE, {"old": scheme.pk, "new": scheme.pk}).content.decode()
    assert "Er is geen verschil." in same


@pytest.mark.parametrize("said", [{"old": "x", "new": "1"}, {"old": "999999", "new": ""}, {"old": "9" * 40}])
def test_it_answers_a_version_that_is_not_there(said, scheme, koen_client):
    response = koen_client.get(COMPARE, said)
    assert response.status_code == 200
    assert "Er gaat iets mis" in response.content.decode()


def test_it_shows_one_version(scheme, second, koen_client):
    url = reverse("certification:scheme_version", kwargs={"slug": second.slug, "number": 2})
    html = koen_client.get(url).content.decode()
    assert "Deze versie begint op 22 december 2026." in html
    assert koen_client.get(url.replace("/2/", "/3/")).status_code == 404


def test_a_trainer_reads_and_changes_nothing(scheme, draft, femke_client):
    html = femke_client.get(SCHEME).content.decode()
    assert "De coördinator heeft je VOG gezien." in html
    for words in ("Begin een concept", "Concepten", "Probeer andere getallen"):
        assert words not in html


def test_it_says_so_when_there_is_no_scheme(koen_client):
    assert "Er is nog geen regeling." in koen_client.get(SCHEME).content.decode()


def test_it_needs_the_same_queries_for_any_number_of_versions(
    scheme, second, koen, koen_client, now, today, django_assert_num_queries
):
    koen_client.get(SCHEME)
    for days in range(40, 43):
        publish_scheme(scheme_from_data(scheme.content), today + timedelta(days=days), actor=koen, now=now)
    with django_assert_num_queries(12):
        koen_client.get(SCHEME)
