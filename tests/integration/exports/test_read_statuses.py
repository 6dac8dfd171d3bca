"""The matching system reads who is matchable: only of people who agreed, and every time is written down."""

import json
import uuid

import pytest
from django.test import Client

from lms.exports.models import Pull, PulledPerson, ServiceAccount, ServiceToken
from lms.exports.services import create_token, give_consent, revoke_token, withdraw_consent
from tests.factories.people import person

pytestmark = pytest.mark.django_db
LIST = "/api/v1/trainingsstatussen"


def test_it_lists_only_people_who_agreed(api, noor, volunteers, now):
    give_consent(noor, actor=noor, now=now)
    answer = api.get(LIST).json()
    assert [item["uuid"] for item in answer["items"]] == [str(noor.uuid)]
    assert answer["volgende"] is None


def test_it_tells_a_status_and_nothing_that_names_or_explains(api, noor, now):
    give_consent(noor, actor=noor, now=now)
    response = api.get(f"{LIST}/{noor.uuid}")
    body = response.json()
    assert set(body) == {"uuid", "inzetbaar", "sinds", "tot", "domeinen", "regelingVersie", "redenCategorie"}
    assert body["inzetbaar"] is False
    assert noor.name.encode() not in response.content
    assert noor.email.encode() not in response.content


def test_it_answers_the_same_for_unknown_and_for_not_sharing(api, noor):
    one = api.get(f"{LIST}/{noor.uuid}")
    other = api.get(f"{LIST}/{uuid.uuid4()}")
    assert one.status_code == other.status_code == 404
    assert one.json() == other.json()
    assert Pull.objects.count() == 2
    assert not PulledPerson.objects.exists()


def test_it_pages_without_missing_or_repeating_anyone(api, volunteers, now):
    for volunteer in volunteers:
        give_consent(volunteer, actor=volunteer, now=now)
    seen, cursor = [], ""
    for _ in range(10):
        answer = api.get(f"{LIST}?aantal=2{cursor}").json()
        seen += [item["uuid"] for item in answer["items"]]
        if answer["volgende"] is None:
            break
        cursor = f"&cursor={answer['volgende']}"
    assert seen == [str(volunteer.uuid) for volunteer in volunteers]


def test_it_writes_down_every_pull_for_the_person_to_see(api, noor, now, client, sign_in):
    give_consent(noor, actor=noor, now=now)
    api.get(LIST)
    api.get(f"{LIST}/{noor.uuid}")
    assert PulledPerson.objects.filter(person=noor).count() == 2
    sign_in(client, noor)
    assert client.get("/koppelingen/delen/").content.count(b"Koppelsysteem") == 2


@pytest.mark.parametrize("header", ["", "Bearer nonsense", "Basic abc", "Bearer "])
def test_it_refuses_whoever_has_no_live_key(header, db):
    response = Client().get(LIST, headers={"Authorization": header} if header else {})
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response["WWW-Authenticate"] == "Bearer"
    assert Pull.objects.count() == 0


def test_it_refuses_a_revoked_key_and_a_disabled_account_at_once(api, administrator, now):
    assert api.get(LIST).status_code == 200
    revoke_token(ServiceToken.objects.get(), actor=administrator, now=now)
    assert api.get(LIST).status_code == 401
    account = ServiceAccount.objects.get()
    fresh = create_token(account, actor=administrator, now=now)
    ServiceAccount.objects.update(disabled_at=now)
    assert Client().get(LIST, headers={"Authorization": f"Bearer {fresh}"}).status_code == 401


def test_it_keeps_only_the_hash_of_a_key(token):
    row = ServiceToken.objects.get()
    assert token not in json.dumps([row.prefix, row.digest])
    assert token.startswith(row.prefix)


def test_it_slows_down_whoever_guesses_keys(db):
    client = Client()
    answers = [client.get(LIST, headers={"Authorization": f"Bearer guess{i}"}).status_code for i in range(35)]
    assert answers[:30] == [401] * 30
    assert answers[-1] == 429


def test_it_slows_down_one_visitor_and_not_the_proxy_in_front(db, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    guess = {"Authorization": "Bearer guess"}
    for _ in range(35):
        refused = Client().get(LIST, headers={**guess, "X-Forwarded-For": "192.0.2.1"})
    assert refused.status_code == 429
    assert Client().get(LIST, headers={**guess, "X-Forwarded-For": "192.0.2.2"}).status_code == 401


def test_it_stops_telling_the_moment_consent_ends(api, noor, now):
    give_consent(noor, actor=noor, now=now)
    withdraw_consent(noor, actor=noor, now=now)
    assert api.get(LIST).json()["items"] == []
    assert api.get(f"{LIST}/{noor.uuid}").status_code == 404


def test_it_never_lists_someone_who_is_no_volunteer_or_not_active(api, koen, now):
    gone = person("Weg Gegaan", "volunteer")
    give_consent(gone, actor=gone, now=now)
    give_consent(koen, actor=koen, now=now)
    gone.is_active = False
    gone.save()
    assert api.get(LIST).json()["items"] == []
