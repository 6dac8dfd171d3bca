"""Where one is sent, whom one is taken for, and what a closed account still opens."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from lms.accounts.models import RoleAssignment, User
from lms.accounts.rights.services import deactivate, end_role
from lms.accounts.roles import Role
from tests.conftest import NOW
from tests.factories import people
from tests.integration.security.town import Browser, Town, arranged, rows
from tests.integration.settings.test_production import GOOD, ROOT

pytestmark = pytest.mark.django_db
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "///evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "\thttps://evil.example",
)
ASK_WHERE_TO = {
    "account_login",
    "account_confirm_login_code",
    "account_logout",
    "account_reauthenticate",
    "account_request_login_code",
    "accounts:faster",
    "accounts:admin_login",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_login_webauthn",
}


@pytest.mark.parametrize("who", ["visitor", "noor", "koen"])
def test_it_sends_nobody_to_another_site(town: Town, who: str):
    browser, sent_away = Browser(town, who), []
    for name, row in rows():
        with arranged(name, town) as url:
            for there in ELSEWHERE if name in ASK_WHERE_TO else ELSEWHERE[:1]:
                asked = {"next": there, "return_url": there, "url": there, "REDIRECT_URL": there}
                headers = {"referer": there.strip(), "origin": "https://evil.example"}
                asks = {browser.get, browser.post if name in ASK_WHERE_TO else getattr(browser, row.method)}
                for answer in [ask(url, {**row.data, **asked}, headers=headers) for ask in asks]:
                    place = answer.get("Location", "")
                    if (place and not place.startswith("/")) or place.startswith(("//", "/\\")):
                        sent_away.append((name, there, place))
    assert sent_away == []


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/%2f%2fevil.example/", "/\\evil.example/", "//evil.example/ik"]
)
def test_it_adds_a_slash_to_no_other_site(client, municipality, path):
    answer = client.get(path)
    assert not answer.get("Location", "/x").startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("header", ["host", "x-forwarded-host"])
def test_it_believes_no_host_name_that_a_visitor_sends(client, noor, municipality, header, mailoutbox):
    for path in ("/", "/account/login/", "/api/v1/openapi.json", "/.well-known/security.txt", "/beheer/"):
        answer = Client().get(path, headers={header: "evil.example"})
        assert "evil.example" not in answer.content.decode() + answer.get("Location", "")
        assert answer.status_code == 400 or header == "x-forwarded-host"
    Client().post("/account/login/", {"login": noor.email}, headers={header: "evil.example"})
    assert all("evil.example" not in mail.body for mail in mailoutbox)


def test_it_ends_everything_when_an_account_closes(town: Town):
    """Every page of every role, with the session that was open."""
    for who in ("noor", "koen", "ada"):
        browser, person = Browser(town, who), getattr(town, who)
        assert browser.get("/ik/").status_code == 200
        for name, row in rows():
            with arranged(name, town) as url:
                deactivate(User.objects.get(pk=person.pk), actor=town.femke, now=NOW)
                answer = getattr(browser, row.method)(url, row.data)
                assert not answer.wsgi_request.user.is_authenticated, name
                shows = person.name.encode() in getattr(answer, "content", b"")
                assert not shows or name == "demo:mailbox", name


def test_it_ends_what_a_role_opened_when_the_role_ends(town: Town):
    browser = Browser(town, "koen")
    assert browser.get(reverse("dashboards:board")).status_code == 200
    end_role(RoleAssignment.objects.get(user=town.koen), actor=town.ada, now=NOW)
    assert browser.get(reverse("dashboards:board"))["Location"].startswith("/account/login/")
    town.koen.refresh_from_db()
    assert Browser(town, "koen").get(reverse("dashboards:board")).status_code == 404


def test_it_lets_a_coordinator_close_no_colleague(town: Town):
    """Who is a volunteer too stays a colleague, or an administrator: only administrators close those."""
    for person in (town.ada, town.femke):
        people.person(person.name, Role.VOLUNTEER)
        url = reverse("accounts:close", args=[person.uuid])
        assert Browser(town, "koen").post(url).status_code == 404
        person.refresh_from_db()
        assert person.is_active
    assert Browser(town, "koen").post(reverse("accounts:close", args=[town.noor.uuid])).status_code == 302


def test_it_lets_no_administrator_become_a_coordinator_alone(town: Town):
    url = reverse("accounts:add_role", args=[town.ada.uuid])
    assert Browser(town, "ada").post(url, {"role": "coordinator"}).status_code == 404
    assert not RoleAssignment.objects.filter(user=town.ada, role=Role.COORDINATOR).exists()


def test_it_changes_no_address_of_staff_without_fresh_proof(town: Town):
    for who in ("koen", "femke", "noor"):
        answer = Browser(town, who).post("/account/email/", {"email": "dief@example.org", "action_add": "1"})
        assert answer.status_code == 302
        assert "/email/" not in answer["Location"].partition("?")[0]
        assert not getattr(town, who).emailaddress_set.filter(email="dief@example.org").exists()


def test_it_sets_cookies_in_production_that_no_other_site_and_no_script_can_use():
    ask = (
        "import json, django; django.setup(); from django.conf import settings as s; "
        "print(json.dumps({n: getattr(s, n) for n in dir(s) if 'COOKIE' in n or n.startswith('SECURE')}))"
    )
    env = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "lms.settings.production", **GOOD}
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, env=env, capture_output=True, text=True, check=True, timeout=60
    )
    found = json.loads(done.stdout)
    for cookie in ("SESSION_COOKIE", "CSRF_COOKIE"):
        assert found[f"{cookie}_SECURE"] is True
        assert found[f"{cookie}_HTTPONLY"] is True
        assert found[f"{cookie}_SAMESITE"] in {"Lax", "Strict"}
        assert found[f"{cookie}_NAME"].startswith("__Host-")
        assert found[f"{cookie}_DOMAIN"] is None
        assert found[f"{cookie}_PATH"] == "/"
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert found["SECURE_SSL_REDIRECT"] is True


def test_it_keeps_the_demo_out_of_production():
    source = (ROOT / "lms" / "settings" / "production.py").read_text(encoding="utf-8")
    assert "demo" not in source
    assert "lms.demo" in django_settings.INSTALLED_APPS  # so that the line above says something
