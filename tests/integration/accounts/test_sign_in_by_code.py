"""Signing in with a code by mail: the address, the code, the link, and where one arrives."""

import re

import pytest
import time_machine
from django.test import Client

from tests.factories.mailbox import last_code, last_link, mails
from tests.integration.accounts.conftest import CONFIRM, LOGIN

pytestmark = pytest.mark.django_db


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_it_signs_in_with_the_mailed_code(client, noor, municipality):
    answer = client.post(LOGIN, {"login": noor.email})
    assert answer.status_code == 302
    assert answer["Location"] == CONFIRM
    assert mails()[0].to == [noor.email]
    client.post(CONFIRM, {"code": last_code()})
    assert signed_in(client)


@pytest.mark.parametrize("shape", ["{0}-{1}", " {0}  {1} ", "{0}{1}", "{0} {1}"])
def test_it_accepts_a_code_with_spaces_and_dashes(client, noor, municipality, shape):
    client.post(LOGIN, {"login": noor.email})
    client.post(CONFIRM, {"code": shape.format(*last_code().split(" "))})
    assert signed_in(client)


def test_it_asks_no_password_anywhere(client, municipality):
    page = client.get(LOGIN).content.decode()
    assert 'type="password"' not in page
    assert 'autocomplete="email"' in page


def test_it_asks_the_code_in_one_field_that_a_phone_can_fill(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    page = client.get(CONFIRM).content.decode()
    assert page.count('name="code"') == 1
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_it_uses_a_code_only_once(noor, municipality):
    first = Client()
    first.post(LOGIN, {"login": noor.email})
    code = last_code()
    first.post(CONFIRM, {"code": code})
    assert signed_in(first)
    first.post("/account/logout/")
    first.post(CONFIRM, {"code": code})
    assert not signed_in(first)


def test_it_binds_the_code_to_the_browser_that_asked(noor, municipality):
    mine, other = Client(), Client()
    mine.post(LOGIN, {"login": noor.email})
    code = last_code()
    other.post(CONFIRM, {"code": code})
    assert not signed_in(other)
    other.post(LOGIN, {"login": noor.email})
    other.post(CONFIRM, {"code": code})
    assert not signed_in(other)


def test_it_stops_after_five_wrong_codes(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    code = last_code()
    for _ in range(4):
        assert client.post(CONFIRM, {"code": "0000 0000"}).status_code == 200
    assert client.post(CONFIRM, {"code": "0000 0000"}).status_code == 302
    client.post(CONFIRM, {"code": code})
    assert not signed_in(client)


def test_it_counts_tries_that_all_read_the_same_session(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    code = last_code()
    before = client.session["account_login"]
    for _ in range(5):
        client.post(CONFIRM, {"code": "0000 0000"})
        session = client.session
        session["account_login"] = before  # what a request at the same moment still sees
        session.save()
    client.post(CONFIRM, {"code": code})
    assert not signed_in(client)


def test_it_keeps_a_code_for_ten_minutes(client, noor, municipality):
    with time_machine.travel("2026-11-22T10:00:00Z", tick=False) as clock:
        client.post(LOGIN, {"login": noor.email})
        code = last_code()
        clock.shift(601)
        client.post(CONFIRM, {"code": code})
        assert not signed_in(client)
        client.post(LOGIN, {"login": noor.email})
        code = last_code()
        clock.shift(599)
        client.post(CONFIRM, {"code": code})
        assert signed_in(client)


def test_it_sends_a_new_code_and_forgets_the_old_one(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    old = last_code()
    client.post(CONFIRM, {"action": "resend"})
    assert len(mails()) == 2
    client.post(CONFIRM, {"code": old})
    assert not signed_in(client)
    client.post(CONFIRM, {"code": last_code()})
    assert signed_in(client)


def test_it_keeps_the_code_hidden_in_the_session(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    code = last_code()
    kept = str(dict(client.session.items()))
    assert code not in kept
    assert code.replace(" ", "") not in kept


def test_it_fills_the_code_in_from_the_link_and_uses_it_only_at_the_button(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    link, code = last_link(), last_code().replace(" ", "")
    assert code not in link
    for _ in range(2):
        page = client.get(link)
        assert page.status_code == 200
        assert f'value="{code}"' in page.content.decode()
    assert not signed_in(client)
    client.post(CONFIRM, {"code": code})
    assert signed_in(client)


def test_it_says_plainly_that_a_link_belongs_to_one_browser(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    page = Client().get(last_link())
    assert page.status_code == 200
    text = page.content.decode()
    assert "alleen in de browser waar je de code hebt gevraagd" in text
    assert last_code().replace(" ", "") not in text


def test_it_fills_in_nothing_from_a_made_up_link(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    page = client.get(f"{CONFIRM}?sleutel=verzonnen").content.decode()
    assert re.search(r'<input[^>]*name="code"[^>]*>', page)
    assert not re.search(r'<input[^>]*name="code"[^>]*value=', page)


def test_it_goes_where_the_person_wanted_to_go(client, noor, municipality):
    client.post(f"{LOGIN}?next=/ik/", {"login": noor.email, "next": "/ik/"})
    answer = client.post(CONFIRM, {"code": last_code(), "next": "/ik/"})
    assert answer["Location"] == "/ik/"


def test_it_never_goes_to_another_site(client, noor, municipality):
    evil = "https://kwaad.example.com/"
    client.post(LOGIN, {"login": noor.email, "next": evil})
    answer = client.post(CONFIRM, {"code": last_code(), "next": evil})
    assert signed_in(client)
    assert "kwaad" not in answer["Location"]


def test_it_gives_a_new_session_at_sign_in(client, noor, municipality):
    client.post(LOGIN, {"login": noor.email})
    before = client.session.session_key
    client.post(CONFIRM, {"code": last_code()})
    assert client.session.session_key != before
