"""What a contact person and a trainer see, and above all what they do not: proved on the bytes they get."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.accounts.models import Organisation
from lms.accounts.people.services import set_membership, share_status
from lms.accounts.roles import Role
from lms.certification.decisions.services import Ruling, decide
from lms.certification.public import rebuild_standings
from tests.factories import certification, cohorts
from tests.factories.people import member_of, person

pytestmark = pytest.mark.django_db
PEOPLE, TRAINING = "/mijn-mensen/", "/lichtingen/stand/"


@pytest.fixture
def haven(db):
    return Organisation.objects.create(name="Stichting Haven")


@pytest.fixture
def paula(haven):
    """The contact person of Stichting Haven."""
    return person("Paula Prins", Role.CONTACT_PERSON, organisation=haven)


@pytest.fixture
def members(scheme, haven, koen, now):
    """Aad shares and is matchable, Bea shares and is not, Cor is matchable and shares nothing."""
    aad, bea, cor = (certification.people_volunteer(name) for name in ("Aad Af", "Bea Bel", "Cor Cel"))
    for one in (aad, bea, cor):
        member_of(one, haven)
    for one in (aad, cor):
        certification.ready(one, timezone.localdate(now), now)
        decide(one, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    share_status(aad, shares=True, now=now)
    share_status(bea, shares=True, now=now)
    return aad, bea, cor


def main_of(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def words_beside(page: str, name: str) -> str:
    """The status that stands in the row of a person."""
    row = page[page.index(name) :]
    return row[: row.index("</li>")]


def test_it_shows_a_contact_person_one_word_of_who_shares_it(client, sign_in, paula, members):
    sign_in(client, paula)
    page = main_of(client.get(PEOPLE).content.decode())
    assert "Inzetbaar" in words_beside(page, "Aad Af")
    assert "Nu niet inzetbaar" in words_beside(page, "Bea Bel")
    assert "Niet gedeeld" in words_beside(page, "Cor Cel")
    assert "nzetbaar" not in words_beside(page, "Cor Cel")
    for action in ("Bel eens", "Ga mee", "Plan intervisie"):
        assert action in page


def test_it_shows_a_contact_person_no_result_no_reason_and_nobody_else(client, sign_in, paula, members):
    certification.people_volunteer("Dirk Dam")
    sign_in(client, paula)
    page = main_of(client.get(PEOPLE).content.decode())
    for secret in (
        "Dirk Dam",
        "VOG",
        "Geheimhouding",
        "Training",
        "van 8",
        "besluit",
        "/inzetbaar/",
        "Haven",
    ):
        assert secret not in page
    for address in ("board", "matrix", "outlook", "training"):
        assert client.get(reverse(f"dashboards:{address}")).status_code == 404
    assert client.get(reverse("dashboards:matrix_download", args=["csv"])).status_code == 404
    assert client.get(reverse("certification:person", args=[members[0].uuid])).status_code == 404


def test_it_stops_at_once_when_somebody_stops_sharing(client, sign_in, paula, members, now):
    share_status(members[0], shares=False, now=now)
    sign_in(client, paula)
    assert "Niet gedeeld" in words_beside(client.get(PEOPLE).content.decode(), "Aad Af")


def test_it_ends_with_the_membership(client, sign_in, paula, members, haven, now):
    aad = members[0]
    set_membership(aad, None, actor=aad, now=now, consent_version=1)
    sign_in(client, paula)
    assert "Aad Af" not in client.get(PEOPLE).content.decode()
    set_membership(aad, haven, actor=aad, now=now, consent_version=1)
    assert "Niet gedeeld" in words_beside(client.get(PEOPLE).content.decode(), "Aad Af")


def test_it_begins_there_for_a_contact_person(client, sign_in, paula, home, members):
    sign_in(client, paula)
    assert client.get("/")["Location"] == PEOPLE


def test_it_says_so_when_a_contact_person_has_nobody(client, sign_in, paula, scheme):
    sign_in(client, paula)
    assert "Er hoort nog niemand bij jouw organisatie." in client.get(PEOPLE).content.decode()


def test_it_costs_a_contact_person_the_same_for_more_people(
    client, sign_in, paula, members, haven, now, django_assert_max_num_queries
):
    for number in range(30):
        one = certification.people_volunteer(f"Mens{number} Veel", email=f"m{number}@example.org")
        member_of(one, haven)
        share_status(one, shares=True, now=now)
    rebuild_standings(timezone.now())
    sign_in(client, paula)
    client.get(PEOPLE)
    with django_assert_max_num_queries(14):
        assert "Mens29 Veel" in client.get(PEOPLE).content.decode()


@pytest.fixture
def trained(home, scheme, femke, koen, now):
    """Aad takes part in an edition of Femke and is matchable; Bea in one of somebody else; Cor has left."""
    aad, bea, cor = (certification.people_volunteer(name) for name in ("Aad Af", "Bea Bel", "Cor Cel"))
    own, other = cohorts.cohort("Najaar", trainer=femke), cohorts.cohort("Voorjaar", trainer=koen)
    cohorts.place(own, aad)
    cohorts.place(other, bea)
    cohorts.place(own, cor, left_on=timezone.localdate(now) - timedelta(days=1))
    certification.ready(aad, timezone.localdate(now), now)
    decide(aad, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    return own, other


def test_it_shows_a_trainer_the_training_of_the_own_people(client, sign_in, femke, trained):
    sign_in(client, femke)
    page = main_of(client.get(TRAINING).content.decode())
    for words in ("Aad Af", "Eindgesprek", "Bijeenkomsten van de basistraining", "Klaar"):
        assert words in page
    assert "Bea Bel" not in page
    assert "Cor Cel" not in page


def test_it_shows_a_trainer_no_paper_no_role_and_no_decision(client, sign_in, femke, trained):
    sign_in(client, femke)
    page = main_of(client.get(TRAINING).content.decode())
    for secret in (
        "VOG",
        "Geheimhouding",
        "nzetbaar",
        "evestig",
        "rol en je grenzen",
        "Intervisie",
        "Stand<",
    ):
        assert secret not in page
    for address in ("board", "matrix", "outlook", "own_people"):
        assert client.get(reverse(f"dashboards:{address}")).status_code == 404


def test_it_narrows_to_one_edition_of_the_trainer_only(client, sign_in, femke, trained):
    own, other = trained
    sign_in(client, femke)
    assert "Aad Af" in client.get(f"{TRAINING}?lichting={own.uuid}").content.decode()
    page = client.get(f"{TRAINING}?lichting={other.uuid}").content.decode()
    assert "Bea Bel" not in page
    assert "Voorjaar" not in page


def test_it_leads_a_trainer_there_from_the_editions(client, sign_in, femke, koen, trained):
    sign_in(client, femke)
    assert TRAINING in client.get(reverse("cohorts:list")).content.decode()
    sign_in(client, koen)
    assert TRAINING not in client.get(reverse("cohorts:list")).content.decode()
