"""What an attacker may send, and what may never be written down."""

import logging

import pytest
from django.test import Client

from tests.factories.mailbox import last_code, last_link, mails

pytestmark = pytest.mark.django_db
PARTS = '"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AA", "userHandle": "MQ"'
JUNK = [
    "",
    "null",
    "[]",
    "{}",
    '"x"',
    "1",
    "{",
    '{"id": 1}',
    '{"id": "a", "rawId": "b"}',
    '{"id": "YQ", "rawId": "YQ", "response": []}',
    '{"id": "YQ", "rawId": "YQ", "type": "public-key", "response": {' + PARTS + "}}",
    '{"response": {}}',
    '{"response": {"userHandle": "!!"}}',
]


@pytest.mark.parametrize("credential", JUNK)
def test_it_refuses_any_junk_for_a_passkey(client, noor, municipality, credential):
    client.get("/account/slot/webauthn/login/", headers={"accept": "application/json"})
    answer = client.post("/account/slot/webauthn/login/", {"credential": credential})
    assert answer["Location"] == "/account/login/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("credential", JUNK)
def test_it_refuses_any_junk_for_a_new_passkey(noor, municipality, by_code, credential):
    browser = by_code(noor)
    browser.get("/account/slot/webauthn/add/")
    answer = browser.post("/account/slot/webauthn/add/", {"credential": credential, "name": "x"})
    assert answer.status_code == 200
    assert noor.authenticator_set.count() == 0


@pytest.mark.parametrize("credential", JUNK)
def test_it_refuses_any_junk_as_a_second_factor(koen, municipality, by_code, credential):
    browser = by_code(koen)
    browser.get("/account/slot/authenticate/")
    assert browser.post("/account/slot/authenticate/", {"credential": credential}).status_code == 200
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize(
    "code", ["", " ", "x" * 5000, "'; DROP TABLE", "\x00", "١٢٣٤٥٦٧٨", "1234 567", "é" * 8]
)
def test_it_refuses_any_junk_for_a_code(client, noor, municipality, code):
    client.post("/account/login/", {"login": noor.email})
    assert client.post("/account/login/code/confirm/", {"code": code}).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("key", ["", "%00", "x" * 5000, "é", "<script>"])
def test_it_survives_any_link(client, noor, municipality, key):
    client.post("/account/login/", {"login": noor.email})
    page = client.get("/account/login/code/confirm/", {"sleutel": key})
    assert page.status_code == 200
    assert "<script>" not in page.content.decode().replace("<script src", "")


def test_it_asks_to_wait_after_many_posts_from_one_place(municipality):
    statuses = {
        Client().post("/account/login/", {"login": f"m{n}@example.org"}).status_code for n in range(31)
    }
    assert statuses >= {302, 429} or statuses == {302, 200, 429}
    last = Client().post("/account/login/", {"login": "noor@example.org"})
    assert last.status_code == 429
    assert "Wacht een paar minuten" in last.content.decode()


def test_it_refuses_a_form_without_token(noor, municipality):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/account/login/", {"login": noor.email}).status_code == 403
    assert mails() == []


def test_it_writes_no_address_code_or_key_into_the_log(client, noor, municipality, caplog):
    with caplog.at_level(logging.DEBUG):
        client.post("/account/login/", {"login": noor.email})
        client.get(last_link())
        client.post("/account/login/code/confirm/", {"code": "0000 0000"})
        client.post("/account/login/code/confirm/", {"code": last_code()})
        client.get("/ik/")
    assert "request_started" in caplog.text
    for secret in (noor.email, "Noor", last_code(), last_code().replace(" ", "")):
        assert secret not in caplog.text


def test_it_keeps_the_session_cookie_from_scripts(client, noor, municipality):
    cookie = client.post("/account/login/", {"login": noor.email}).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
