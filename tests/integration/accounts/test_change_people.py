"""What a coordinator and an administrator change about a person: organisation, roles, the account itself."""

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import Membership, RoleAssignment
from lms.accounts.roles import Role
from lms.outbox.models import OutboxMessage
from tests.integration.accounts.conftest import SECRET

pytestmark = pytest.mark.django_db


def test_it_links_an_organisation_only_with_consent(client, koen, noor, club, municipality, sign_in):
    sign_in(client, koen)
    path = f"/mensen/{noor.uuid}/organisatie/"
    assert "Heeft Noor hier toestemming voor gegeven?" in client.get(path).content.decode()
    refused = client.post(path, {"organisation": club.uuid, "consent_version": 1})
    assert "Zonder toestemming bewaren wij de organisatie niet." in refused.content.decode()
    assert "Zet een vinkje of kies ‘Geen organisatie’." in refused.content.decode()
    old = client.post(path, {"organisation": club.uuid, "consent": "on", "consent_version": 0})
    assert "De tekst is veranderd." in old.content.decode()
    assert not Membership.objects.exists()
    client.post(path, {"organisation": club.uuid, "consent": "on", "consent_version": 1})
    link = Membership.objects.get()
    assert (link.user, link.organisation, link.consent_version) == (noor, club, 1)
    kept = str(list(ModelLogEntry.objects.values("data", "label"))) + str(
        list(OutboxMessage.objects.values())
    )
    assert SECRET not in kept
    assert str(club.uuid) not in kept
    client.post(path, {"organisation": "", "consent_version": 1})
    assert Membership.objects.get().ended_at is not None


def test_it_gives_and_ends_roles_by_an_administrator(client, bas, noor, club, municipality, sign_in):
    sign_in(client, bas)
    path = f"/mensen/{noor.uuid}/rol/"
    missing = client.post(path, {"role": "contact_person"})
    assert "Kies de organisatie van de contactpersoon." in missing.content.decode()
    assert "Kies een rol." in client.post(path, {"role": ""}).content.decode()
    client.post(path, {"role": "contact_person", "organisation": club.uuid})
    again = client.post(path, {"role": "contact_person", "organisation": club.uuid})
    assert "Deze persoon heeft deze rol al." in again.content.decode()
    row = RoleAssignment.objects.get(user=noor, role=Role.CONTACT_PERSON)
    assert (row.organisation, row.granted_by) == (club, bas)
    client.post(f"/mensen/{noor.uuid}/rol/{row.pk}/stop/")
    row.refresh_from_db()
    assert row.ended_at is not None
    actions = set(ModelLogEntry.objects.filter(object_id=str(noor.pk)).values_list("action", flat=True))
    assert {"accounts.role_assigned", "accounts.role_ended"} <= actions


def test_it_lets_nobody_change_the_own_roles(client, bas, municipality, sign_in):
    sign_in(client, bas)
    row = RoleAssignment.objects.get(user=bas)
    assert client.post(f"/mensen/{bas.uuid}/rol/", {"role": "coordinator"}).status_code == 404
    assert client.post(f"/mensen/{bas.uuid}/rol/{row.pk}/stop/").status_code == 404
    assert client.get(f"/mensen/{bas.uuid}/")["Location"] == "/ik/"


def test_it_ends_no_role_of_another_person_by_a_swapped_number(
    client, bas, noor, koen, municipality, sign_in
):
    sign_in(client, bas)
    row = RoleAssignment.objects.get(user=koen)
    assert client.post(f"/mensen/{noor.uuid}/rol/{row.pk}/stop/").status_code == 404
    row.refresh_from_db()
    assert row.ended_at is None


def test_it_closes_and_reopens_an_account(client, koen, bas, noor, municipality, sign_in):
    sign_in(client, koen)
    assert client.get(f"/mensen/{noor.uuid}/uitzetten/").status_code == 200
    assert client.post(f"/mensen/{noor.uuid}/uitzetten/")["Location"] == "/mensen/"
    noor.refresh_from_db()
    assert not noor.is_active
    assert client.get(f"/mensen/{noor.uuid}/").status_code == 404
    sign_in(client, bas)
    assert "Dit account staat uit." in client.get(f"/mensen/{noor.uuid}/").content.decode()
    client.post(f"/mensen/{noor.uuid}/aanzetten/")
    noor.refresh_from_db()
    assert noor.is_active
