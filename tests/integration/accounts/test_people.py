"""The list of people, one person's page, and who may see which organisation."""

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import Membership, Theme, ThemeChoice, User
from lms.accounts.public import contact_person_name, has_contact_person
from lms.accounts.roles import Role
from tests.conftest import NOW
from tests.factories.people import member_of, person
from tests.integration.accounts.conftest import SECRET

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor_in_club(noor, club) -> User:
    member_of(noor, club)
    theme = Theme.objects.create(name="Onderwerp Maanlicht")
    ThemeChoice.objects.create(user=noor, theme=theme, consented_at=NOW)
    return noor


@pytest.fixture
def carla(club) -> User:
    """Carla, contact person of the club."""
    return person("Carla Loos", Role.CONTACT_PERSON, organisation=club)


def page(client, sign_in, who, path) -> str:
    sign_in(client, who)
    return client.get(path).content.decode()


def test_it_lists_people_with_roles_organisation_and_state(client, koen, noor_in_club, municipality, sign_in):
    text = page(client, sign_in, koen, "/mensen/")
    assert "Noor de Wit" in text
    assert SECRET in text
    assert "Actief" in text
    assert "Femke" not in text
    assert noor_in_club.email not in text


def test_it_shows_an_organisation_to_coordinator_contact_person_and_the_person(
    client, koen, carla, noor_in_club, municipality, sign_in
):
    for who in (koen, carla):
        text = page(client, sign_in, who, f"/mensen/{noor_in_club.uuid}/")
        assert SECRET in text
        assert "Onderwerp Maanlicht" in text
    assert SECRET in page(client, sign_in, noor_in_club, "/ik/")


@pytest.mark.parametrize("who", ["femke", "vera", "bas"])
@pytest.mark.parametrize(
    "path", ["/mensen/", "/mensen/{uuid}/", "/mensen/nog-te-koppelen/", "/ik/", "/mensen/{uuid}/rol/"]
)
def test_it_shows_it_to_nobody_else(who, path, request, client, noor_in_club, municipality, sign_in):
    actor = request.getfixturevalue(who)
    text = page(client, sign_in, actor, path.format(uuid=noor_in_club.uuid))
    assert "Onderwerp Maanlicht" not in text
    if not path.endswith("rol/"):  # there an administrator chooses from all organisations
        assert SECRET not in text


def test_it_shows_a_contact_person_the_own_people_only(client, carla, noor_in_club, municipality, sign_in):
    ali = person("Ali Kaya", Role.VOLUNTEER)
    text = page(client, sign_in, carla, "/mensen/")
    assert "Noor de Wit" in text
    assert "Ali Kaya" not in text
    assert client.get(f"/mensen/{ali.uuid}/").status_code == 404
    assert client.post(f"/mensen/{noor_in_club.uuid}/organisatie/").status_code == 404
    assert client.post(f"/mensen/{noor_in_club.uuid}/uitzetten/").status_code == 404


def test_it_shows_a_coordinator_of_one_organisation_its_people_only(
    client, club, noor_in_club, municipality, sign_in
):
    cor = person("Cor Vis", Role.COORDINATOR, organisation=club)
    person("Ali Kaya", Role.VOLUNTEER)
    text = page(client, sign_in, cor, "/mensen/")
    assert "Noor de Wit" in text
    assert "Ali Kaya" not in text


def test_it_stops_showing_when_the_membership_ends(client, carla, noor_in_club, municipality, sign_in):
    Membership.objects.update(ended_at=NOW)
    assert "Noor" not in page(client, sign_in, carla, "/mensen/")
    assert client.get(f"/mensen/{noor_in_club.uuid}/").status_code == 404


def test_it_lists_who_has_no_organisation_yet(client, koen, noor_in_club, municipality, sign_in):
    person("Ali Kaya", Role.VOLUNTEER)
    text = page(client, sign_in, koen, "/mensen/nog-te-koppelen/")
    assert "Ali Kaya" in text
    assert "Noor de Wit" not in text


def test_it_offers_the_work_list_to_who_can_do_the_work(client, koen, carla, municipality, sign_in):
    assert "/mensen/nog-te-koppelen/" in page(client, sign_in, koen, "/mensen/")
    assert "/mensen/nog-te-koppelen/" not in page(client, sign_in, carla, "/mensen/")


def test_it_searches_without_a_name_in_the_address(client, koen, noor, municipality, sign_in):
    person("Ali Kaya", Role.VOLUNTEER)
    sign_in(client, koen)
    answer = client.post("/mensen/", {"words": "kaya"})
    assert answer["Location"] == "/mensen/"
    text = client.get("/mensen/").content.decode()
    assert "Ali Kaya" in text
    assert "Noor de Wit" not in text
    client.post("/mensen/", {"words": ""})
    assert "Noor de Wit" in client.get("/mensen/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rol=facilitator", {"Fay Mol"}),
        ("stand=uitgenodigd", set()),
        ("stand=actief", {"Fay Mol", "Noor de Wit"}),
        ("rol=onzin", {"Fay Mol", "Noor de Wit"}),
        ("page=999", {"Fay Mol", "Noor de Wit"}),
        ("sort=password", {"Fay Mol", "Noor de Wit"}),
    ],
)
def test_it_filters_and_survives_any_address(client, koen, noor, municipality, sign_in, query, found):
    person("Fay Mol", Role.VOLUNTEER, Role.FACILITATOR)
    sign_in(client, koen)
    answer = client.get(f"/mensen/?{query}")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert {name for name in ("Fay Mol", "Noor de Wit") if name in text} == found


def test_it_needs_as_many_queries_for_fifty_people_as_for_two(
    client, koen, club, municipality, sign_in, django_assert_max_num_queries
):
    for number in range(60):
        member_of(person(f"Mens {number}", Role.VOLUNTEER, email=f"m{number}@example.org"), club)
    sign_in(client, koen)
    client.get("/mensen/")
    with django_assert_max_num_queries(8):
        client.get("/mensen/")


def test_it_tells_the_person_who_looked(client, koen, noor, municipality, sign_in):
    sign_in(client, koen)
    client.get(f"/mensen/{noor.uuid}/")
    entry = ModelLogEntry.objects.get(action="accounts.person_viewed")
    assert (entry.object_id, entry.user) == (str(noor.pk), koen)


def test_it_knows_the_contact_person(noor_in_club, carla):
    assert has_contact_person(noor_in_club)
    assert contact_person_name(noor_in_club) == "Carla Loos"


def test_it_counts_no_contact_person_who_left_or_is_oneself(noor_in_club, carla, club):
    User.objects.filter(pk=carla.pk).update(is_active=False)
    assert not has_contact_person(noor_in_club)
    person("Noor de Wit", Role.CONTACT_PERSON, organisation=club)
    assert not has_contact_person(noor_in_club)
    assert contact_person_name(noor_in_club) == ""


def test_it_escapes_a_hostile_name_everywhere(client, koen, municipality, sign_in):
    evil = person('"><svg onload=alert(1)>', Role.VOLUNTEER, email="evil@example.org")
    sign_in(client, koen)
    for path in ("/mensen/", f"/mensen/{evil.uuid}/", f"/mensen/{evil.uuid}/uitzetten/"):
        assert "<svg onload" not in client.get(path).content.decode()
