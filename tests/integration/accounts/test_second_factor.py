"""Staff needs a passkey or an app before any page; volunteers are never locked out by a passkey."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from wagtail.models import ModelLogEntry

from lms.accounts.roles import Role
from tests.factories.mailbox import last_code, mails
from tests.factories.people import SECRET, person

pytestmark = pytest.mark.django_db
OFFER = "/account/extra-slot/"


def app_code(secret: str = SECRET) -> str:
    """The six digits an authenticator app would show now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def koen_without(koen):
    """Koen before he added anything."""
    Authenticator.objects.filter(user=koen).delete()
    return koen


def actions_about(user) -> list[str]:
    return list(ModelLogEntry.objects.filter(object_id=str(user.pk)).values_list("action", flat=True))


@pytest.mark.parametrize("path", ["/mensen/", "/ik/", "/organisaties/", "/account/apparaten/", "/beheer/"])
def test_it_brings_staff_without_a_second_factor_to_the_offer(koen_without, municipality, by_code, path):
    browser = by_code(koen_without)
    answer = browser.get(path)
    assert (answer.status_code, answer["Location"]) == (302, OFFER)
    page = browser.get(OFFER).content.decode()
    assert "/account/slot/webauthn/add/" in page
    assert "/account/slot/totp/activate/" in page


def test_it_lets_staff_sign_out_and_read_the_public_pages_before(koen_without, municipality, by_code):
    browser = by_code(koen_without)
    assert browser.get("/privacy/").status_code == 200
    assert browser.post("/account/logout/").status_code == 302
    assert "_auth_user_id" not in browser.session


@pytest.mark.django_db(transaction=True)  # allauth tells us only when the app is really saved
def test_it_opens_the_pages_once_an_app_is_added(koen_without, municipality, by_code):
    browser = by_code(koen_without)
    page = browser.get("/account/slot/totp/activate/").content.decode()
    secret = browser.session["mfa.totp.secret"]
    assert "data:image/svg+xml;base64," in page
    assert " ".join(secret[i : i + 4] for i in range(0, 32, 4)) in page
    answer = browser.post("/account/slot/totp/activate/", {"code": app_code(secret)})
    assert browser.get(answer["Location"]).status_code == 200  # the recovery codes, without asking again
    assert browser.get("/mensen/").status_code == 200
    assert "accounts.authenticator_added" in actions_about(koen_without)


def test_it_keeps_the_secret_of_an_app_encrypted(koen):
    kept = Authenticator.objects.get(user=koen).data["secret"]
    assert SECRET not in kept
    assert TOTP(Authenticator.objects.get(user=koen)).validate_code(app_code())


def test_it_asks_staff_for_the_app_after_the_mailed_code(koen, municipality, by_code):
    browser = by_code(koen)
    assert "_auth_user_id" not in browser.session
    assert browser.get("/account/slot/authenticate/").status_code == 200
    browser.post("/account/slot/authenticate/", {"code": app_code()})
    assert "_auth_user_id" in browser.session
    assert browser.get("/mensen/").status_code == 200


def test_it_limits_guesses_of_the_app_code(koen, municipality, by_code):
    browser = by_code(koen)
    for _ in range(5):
        browser.post("/account/slot/authenticate/", {"code": "000000"})
    browser.post("/account/slot/authenticate/", {"code": app_code()})
    assert "_auth_user_id" not in browser.session
    assert "accounts.sign_in_refused" in actions_about(koen)


def test_it_asks_for_a_new_lock_when_the_last_one_is_gone(koen, municipality, by_code):
    browser = by_code(koen)
    browser.post("/account/slot/authenticate/", {"code": app_code()})
    Authenticator.objects.filter(user=koen).exclude(type="totp").delete()
    browser.post("/account/slot/reauthenticate/", {"code": "12"})
    session = browser.session
    session["account_authentication_methods"] = [
        {"method": "mfa", "at": time.time(), "reauthenticated": True, "id": 1, "type": "totp"}
    ]
    session.save()
    assert browser.post("/account/slot/totp/deactivate/").status_code == 302
    assert browser.get("/mensen/")["Location"] == OFFER
    assert "accounts.authenticator_removed" in actions_about(koen)


def test_it_lets_a_volunteer_with_a_passkey_still_use_a_mailed_code(noor, municipality, by_code):
    Authenticator.objects.create(user=noor, type=Authenticator.Type.WEBAUTHN, data={"name": "x"})
    assert "_auth_user_id" in by_code(noor).session


def test_it_asks_a_volunteer_who_chose_an_app_for_its_code(noor, municipality, by_code):
    TOTP.activate(noor, SECRET)
    assert "_auth_user_id" not in by_code(noor).session


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CONTACT_PERSON, Role.RESEARCHER, Role.TRAINER])
def test_it_holds_for_every_staff_role(role, municipality, by_code):
    somebody = person("Sam Vos", role)
    Authenticator.objects.filter(user=somebody).delete()
    assert by_code(somebody).get("/ik/")["Location"] == OFFER


def test_it_asks_no_second_factor_of_a_facilitator(municipality, by_code):
    assert by_code(person("Fay Mol", Role.FACILITATOR)).get("/ik/").status_code == 200


def test_it_decides_once_per_session(koen, municipality, sign_in, django_assert_num_queries):
    client = Client()
    sign_in(client, koen)
    client.get("/ik/")
    with django_assert_num_queries(4) as captured:  # session, person, municipality, roles for the menu
        client.get("/account/sneller/")
    assert not any("mfa_authenticator" in query["sql"] for query in captured.captured_queries)


@pytest.mark.parametrize(
    "path", ["/account/slot/totp/activate/", "/account/slot/webauthn/add/", "/account/email/"]
)
def test_it_asks_old_sessions_for_proof_before_a_change(noor, municipality, sign_in, client, path):
    sign_in(client, noor)
    answer = client.get(path)
    assert answer["Location"].startswith("/account/bevestig/")
    client.post(answer["Location"], {"action": "send"})
    assert mails()[-1].to == [noor.email]
    done = client.post(answer["Location"], {"code": last_code()})
    assert done["Location"] == path
    assert client.get(path).status_code == 200


def test_it_gives_five_tries_to_prove_oneself(noor, municipality, sign_in, client):
    sign_in(client, noor)
    client.post("/account/bevestig/", {"action": "send"})
    code = last_code()
    for _ in range(5):
        client.post("/account/bevestig/", {"code": "0000 0000"})
    client.post("/account/bevestig/", {"code": code})
    assert client.get("/account/email/").status_code == 302


def test_it_lets_no_mailed_code_replace_the_app(koen, municipality, sign_in, client):
    sign_in(client, koen)
    answer = client.post("/account/bevestig/", {"action": "send"})
    assert answer["Location"].startswith("/account/slot/reauthenticate/")
    assert mails() == []


def test_it_never_fills_a_hidden_field_with_another_site(noor, municipality, sign_in, client):
    sign_in(client, noor)
    page = client.get("/account/bevestig/?next=https://kwaad.example.com/").content.decode()
    assert "kwaad" not in page
