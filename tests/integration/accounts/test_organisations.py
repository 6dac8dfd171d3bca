"""Partner organisations: the list and the form."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import Organisation
from lms.accounts.roles import Role
from tests.factories.people import member_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_koen(client, koen, municipality, sign_in):
    sign_in(client, koen)
    return client


def test_it_adds_an_organisation(as_koen, koen):
    data = {"name": "De Club", "convenant_signed_on": "2018-10-01", "pledged_volunteers": "3"}
    assert as_koen.post("/organisaties/nieuw/", data)["Location"] == "/organisaties/"
    club = Organisation.objects.get(name="De Club")
    assert (club.convenant_signed_on, club.pledged_volunteers) == (date(2018, 10, 1), 3)
    assert ModelLogEntry.objects.get(action="accounts.organisation_saved").user == koen


def test_it_changes_an_organisation_and_keeps_its_date_in_the_form(as_koen):
    club = Organisation.objects.create(name="De Club", convenant_signed_on=date(2018, 10, 1))
    path = f"/organisaties/{club.uuid}/"
    assert 'value="2018-10-01"' in as_koen.get(path).content.decode()
    as_koen.post(path, {"name": "De Kring"})
    club.refresh_from_db()
    assert club.name == "De Kring"


@pytest.mark.parametrize(
    "data", [{"name": ""}, {"name": "Al Hier"}, {"name": "A", "pledged_volunteers": "-1"}]
)
def test_it_says_what_to_do_about_a_mistake(as_koen, data):
    Organisation.objects.create(name="Al Hier")
    page = as_koen.post("/organisaties/nieuw/", data)
    assert page.status_code == 200
    assert "<title>Fout:" in page.content.decode()


def test_it_counts_people_and_contact_persons(as_koen, django_assert_max_num_queries):
    for number in range(3):
        club = Organisation.objects.create(name=f"Club {number}")
        member_of(person("Noor de Wit", Role.VOLUNTEER, email=f"n{number}@example.org"), club)
        person("Carla Loos", Role.CONTACT_PERSON, email=f"c{number}@example.org", organisation=club)
    as_koen.get("/organisaties/")
    with django_assert_max_num_queries(6):
        page = as_koen.get("/organisaties/").content.decode()
    assert page.count("<td>1</td>") == 6
