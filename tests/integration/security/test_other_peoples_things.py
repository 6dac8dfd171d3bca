"""Somebody else's id in the address: as if nothing were there, for reading and for writing."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from lms.accounts.models import RoleAssignment
from lms.accounts.roles import Role
from lms.certification.ledger.services import record_evidence
from lms.certification.readiness import FactKind
from lms.exports.models import ServiceAccount
from lms.exports.services import create_token
from tests.conftest import NOW
from tests.factories import certification as readiness
from tests.factories import cohorts, intervision, people
from tests.integration.access.rows import nothing
from tests.integration.security.town import Browser, Town, arranged, rows, written_tables

pytestmark = pytest.mark.django_db
# About a text everybody reads, a colour, or a passkey that is asked for by one's own list only.
NOBODYS = {"certification:statement", "municipality:house_style", "mfa_edit_webauthn", "mfa_remove_webauthn"}
# For anybody with a paper in hand; without its code they name nobody (test_certificates_attacked).
NOBODYS |= {"check:certificate", "credentials:did", "credentials:status"}
# What a course shows to everybody who reads it.
NOBODYS |= {"media:picture", "media:recording", "media:captions"}
# Throwing away twice is harmless: whoever asks hears the same, whether there was a text or not.
SAME_FOR_ALL = {("own_texts:throw_away", "post", 302)}
# Every coordinator may read the rules.
SCHEMES = {"certification:scheme", "certification:scheme_version", "certification:scheme_download"}
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HIDDEN = {401, 404, 405}


@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_it_shows_another_volunteer_nothing_of_noor(town: Town, method: str):
    browser, seen, tried = Browser(town, "sam"), [], 0
    for name, row in rows():
        if row.arrange is nothing or name in NOBODYS:
            continue
        with arranged(name, town) as url, written_tables() as written:
            written.clear()
            status = getattr(browser, method)(url, row.data).status_code
            tried += 1
            if (status not in HIDDEN and (name, method, status) not in SAME_FOR_ALL) or written:
                seen.append((name, status, written))
    assert seen == []
    assert tried > 40


@pytest.mark.parametrize(("who", "may"), [("cas", {"accounts:person"}), ("vera", SCHEMES)])
def test_it_shows_outsiders_only_what_is_theirs(town: Town, who: str, may: set[str]):
    ours = ("accounts:", "certification:", "exports:", "intervision:group", "intervision:session", "privacy:")
    for name, row in rows():
        if row.arrange is nothing or name in NOBODYS or not name.startswith(ours) or "admin_" in name:
            continue
        with arranged(name, town) as url:
            for method in ("get", "post"):
                status = getattr(Browser(town, who), method)(url, row.data).status_code
                assert status in HIDDEN or name in may, f"{who} {method} {name}"


def test_it_pairs_every_second_id_with_the_first(town: Town):
    koen, ada = Browser(town, "koen"), Browser(town, "ada")
    fact = readiness.entry(FactKind.SEEN, NOW.date(), key="vog")
    line = record_evidence(town.sam, fact, actor=town.koen, now=NOW)
    role = RoleAssignment.objects.get(user=town.sam)
    one, other = (ServiceAccount.objects.create(name=name, created_at=NOW) for name in "ab")
    create_token(one, actor=town.ada, now=NOW)
    prefix = one.tokens.get().prefix
    edition, group = cohorts.cohort(), intervision.group()
    wrong = [
        (koen, "certification:evidence", {"uuid": town.noor.uuid, "evidence": line.uuid}),
        (koen, "cohorts:member_remove", {"uuid": edition.uuid, "person": town.noor.uuid}),
        (koen, "intervision:member_remove", {"uuid": group.uuid, "person": town.noor.uuid}),
        (ada, "accounts:stop_role", {"uuid": town.noor.uuid, "assignment": role.pk}),
        (ada, "exports:end_token", {"uuid": other.uuid, "prefix": prefix}),
    ]
    for browser, name, kwargs in wrong:
        answer = browser.post(reverse(name, kwargs=kwargs), {"what": "not_so"})
        assert answer.status_code == 404, name
    role.refresh_from_db()
    assert role.ended_at is None
    assert one.tokens.get().revoked_at is None


def test_it_lets_nobody_touch_the_passkey_of_another(town: Town):
    lock = town.koen.authenticator_set.get()
    femke = Browser(town, "femke")
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        femke.post(reverse(name, kwargs={"pk": lock.pk}), {"name": "van mij"})
    assert town.koen.authenticator_set.filter(pk=lock.pk).exists()


def test_it_ends_nobody_elses_sessions(town: Town):
    noor = Browser(town, "noor")
    Browser(town, "sam").post(reverse("usersessions_list"))
    assert noor.get("/ik/").status_code == 200


def test_it_says_the_same_about_what_is_hidden_and_what_is_not_there(town: Town):
    browsers, compared = [Browser(town, who) for who in ("sam", "vera", "cas", "femke")], 0
    for name, row in rows():
        with arranged(name, town) as url:
            nowhere = UUID.sub(lambda _found: str(uuid.uuid4()), url)
            for browser in browsers if nowhere != url else ():
                there = getattr(browser, row.method)(url, row.data)
                if there.status_code == 404:
                    # A notice about an earlier form stands on the next page only, so ask once more.
                    there = getattr(browser, row.method)(url, row.data)
                    gone = getattr(browser, row.method)(nowhere, row.data)
                    assert gone.status_code == 404, name
                    assert plain(gone) == plain(there), name
                    compared += 1
    assert compared > 80


def plain(answer) -> str:
    """Return a page without what differs each time: addresses, form tokens and nonces."""
    return re.sub(
        r'(nonce|value|href|action|data-session-left)="[^"]*"', "", UUID.sub("", answer.content.decode())
    )


@pytest.mark.parametrize("role", [Role.MUNICIPALITY_VIEWER, Role.RESEARCHER, Role.CONTACT_PERSON])
def test_it_shows_roles_without_screens_no_people(town: Town, role: Role):
    where = people.vera().role_assignments.get().organisation if role == Role.CONTACT_PERSON else None
    reader = people.person("Rik Tas", role, organisation=where)
    browser = Client()
    browser.force_login(reader, backend="allauth.account.auth_backends.AuthenticationBackend")
    seen = []
    for name, row in rows():
        with arranged(name, town) as url:
            answer = getattr(browser, row.method)(url, row.data)
            if answer.status_code == 200 and town.noor.name.encode() in answer.getvalue():
                seen.append(name)
    assert seen == []
