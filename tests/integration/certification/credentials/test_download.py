"""The digital proof as a file: for its holder and a coordinator, checked by a stranger, off by default."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.unit.certification.credentials import scene
from tests.unit.certification.credentials.checking import Verdict, in_node

pytestmark = pytest.mark.django_db


def address(certificate) -> str:
    return reverse("certification:credential", kwargs={"certificate": certificate.uuid})


def given(client: Client, certificate) -> dict[str, Any]:
    return json.loads(client.get(address(certificate)).content)


def public(name: str, **kwargs: int) -> dict[str, Any]:
    """A document as anybody gets it."""
    response = Client().get(reverse(f"credentials:{name}", kwargs=kwargs))
    assert response.status_code == 200
    return json.loads(response.content)


def checked(credential: dict[str, Any]) -> Verdict:
    """What a stranger finds out with the documents that are public now."""
    (verdict,) = in_node([credential], [public("did"), public("status", page=0)])
    return verdict


@pytest.mark.parametrize("context", [scene.participation(), scene.hours()])
def test_it_gives_the_holder_a_proof_that_a_stranger_can_check(context, offered, issue, noor_client):
    response = noor_client.get(address(issue(context)))
    assert response["Content-Type"] == "application/vc"
    assert response["Content-Disposition"] == 'attachment; filename="digitaal-bewijs-1.json"'
    verdict = checked(json.loads(response.content))
    assert verdict.holds, verdict.error


def test_it_points_to_addresses_that_are_there(offered, issue, noor_client):
    certificate = issue()
    credential = given(noor_client, certificate)
    assert credential["id"].endswith(reverse("check:certificate", kwargs={"uuid": certificate.uuid}))
    page = reverse("credentials:status", kwargs={"page": 0})
    assert credential["credentialStatus"]["statusListCredential"] == f"http://testserver{page}"
    assert public("did")["id"] == "did:web:testserver"


def test_it_tells_nothing_about_the_person(offered, issue, noor, noor_client):
    certificate = issue(scene.hours())
    text = noor_client.get(address(certificate)).content.decode()
    for private in ("Noor", "Wit", noor.email, str(noor.uuid), scene.NAME, scene.WORDS, "Koen"):
        assert private not in text


def test_it_gives_the_same_file_every_time(offered, issue, noor_client):
    certificate = issue()
    assert given(noor_client, certificate) == given(noor_client, certificate)


def test_it_gives_it_to_a_coordinator_and_writes_that_down(offered, issue, koen, noor, koen_client):
    assert koen_client.get(address(issue())).status_code == 200
    entry = ModelLogEntry.objects.get(action="certification.person_viewed")
    assert (entry.user, entry.object_id) == (koen, str(noor.pk))


def test_it_writes_nothing_down_when_the_holder_takes_it(offered, issue, noor_client):
    noor_client.get(address(issue()))
    assert not ModelLogEntry.objects.filter(action="certification.person_viewed").exists()


def test_it_gives_nothing_to_another_volunteer(offered, issue, noor_client, koen):
    assert noor_client.get(address(issue(to=koen))).status_code == 404


def test_it_is_off_until_the_municipality_offers_it(municipality, issue, noor_client):
    assert noor_client.get(address(issue())).status_code == 404


def test_it_is_off_without_a_key(offered, settings, issue, noor_client):
    settings.CREDENTIAL_KEY_FILE = ""
    assert noor_client.get(address(issue())).status_code == 404
    assert Client().get(reverse("credentials:did")).status_code == 404
    assert Client().get(reverse("credentials:status", kwargs={"page": 0})).status_code == 404


def test_it_gives_no_proof_that_does_not_hold(offered, issue, revoke, noor_client):
    revoked, replaced = issue(), issue()
    revoke(revoked)
    issue(replaces=replaced)
    assert noor_client.get(address(revoked)).status_code == 404
    assert noor_client.get(address(replaced)).status_code == 404


def test_it_stops_holding_at_once_when_it_is_taken_back(offered, issue, revoke, noor_client):
    first, second = issue(), issue()
    kept, taken = given(noor_client, first), given(noor_client, second)
    assert checked(taken).holds
    revoke(second)
    assert (checked(taken).genuine, checked(taken).holds) == (True, False)
    assert checked(kept).holds


def test_it_stops_holding_at_once_when_another_replaces_it(offered, issue, noor_client):
    first = issue()
    old = given(noor_client, first)
    new = given(noor_client, issue(replaces=first))
    assert not checked(old).holds
    assert checked(new).holds


def test_it_can_still_be_checked_when_no_new_ones_are_offered(offered, issue, noor_client):
    certificate = issue()
    credential = given(noor_client, certificate)
    offered.offers_credentials = False
    offered.save()
    assert noor_client.get(address(certificate)).status_code == 404
    assert checked(credential).holds
