"""What strangers may not learn or do at the sign-in page: who has an account, more codes, a way around it."""

import re
import time

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from tests.factories.mailbox import mails
from tests.integration.accounts.conftest import CONFIRM, LOGIN

pytestmark = pytest.mark.django_db


def plain(response) -> str:
    """The page without what differs at every request."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    return re.sub(r'nonce="[^"]*"', "", text)


def test_it_answers_the_same_for_an_unknown_address(noor, municipality):
    known, unknown = Client(), Client()
    one = known.post(LOGIN, {"login": noor.email})
    two = unknown.post(LOGIN, {"login": "niemand@example.org"})
    assert (one.status_code, one["Location"]) == (two.status_code, two["Location"])
    assert sorted(one.headers) == sorted(two.headers)
    first, second = plain(known.get(CONFIRM)), plain(unknown.get(CONFIRM))
    assert first.replace(noor.email, "X") == second.replace("niemand@example.org", "X")
    wrong = [plain(browser.post(CONFIRM, {"code": "0000 0000"})) for browser in (known, unknown)]
    assert wrong[0].replace(noor.email, "X") == wrong[1].replace("niemand@example.org", "X")
    assert [message.to for message in mails()] == [[noor.email]]


def test_it_treats_a_closed_account_as_unknown(client, noor, municipality):
    noor.is_active = False
    noor.save()
    assert client.post(LOGIN, {"login": noor.email})["Location"] == CONFIRM
    assert mails() == []


def test_it_answers_as_fast_with_a_slow_mail_server(client, noor, municipality, monkeypatch):
    def slow(self, messages):
        time.sleep(1.5)
        return EmailBackend.original(self, messages)

    monkeypatch.setattr(EmailBackend, "original", EmailBackend.send_messages, raising=False)
    monkeypatch.setattr(EmailBackend, "send_messages", slow)
    client.get(LOGIN)
    began = time.perf_counter()
    client.post(LOGIN, {"login": noor.email})
    assert time.perf_counter() - began < 1.0
    assert len(mails()) == 1


def test_it_survives_a_mail_server_that_is_down(client, noor, municipality, monkeypatch):
    def refuse(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    assert client.post(LOGIN, {"login": noor.email}).status_code == 302
    assert mails() == mail.outbox == []


def test_it_limits_codes_per_address(noor, municipality):
    for _ in range(5):
        assert Client().post(LOGIN, {"login": noor.email}).status_code == 302
    refused = Client().post(LOGIN, {"login": noor.email.upper()})
    assert refused.status_code == 200
    assert "Fout:" in refused.content.decode()
    assert len(mails()) == 5


def test_it_limits_new_codes_within_one_attempt(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    for _ in range(6):
        client.post(CONFIRM, {"action": "resend"})
    assert len(mails()) == 3


@pytest.mark.parametrize(
    "path",
    [
        "signup/",
        "password/reset/",
        "password/change/",
        "password/set/",
        "signup/passkey/",
        "confirm-email/x/",
    ],
)
def test_it_has_no_page_for_signing_up_or_passwords(client, municipality, path):
    assert client.get(f"/account/{path}").status_code == 404


@pytest.mark.parametrize("address", ["", "geen adres", "a@", "x" * 400 + "@example.org", "\x00@example.org"])
def test_it_asks_again_for_something_that_is_no_address(client, municipality, address):
    answer = client.post(LOGIN, {"login": address})
    assert answer.status_code == 200
    assert "Fout:" in answer.content.decode()
