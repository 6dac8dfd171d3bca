"""What holds for every page, whoever asks: headers, own host only, form tokens, the wall around staff."""

import re

import pytest
from django.urls import reverse

from lms.accounts.middleware import BEFORE_SECOND_FACTOR
from tests.integration.security.town import ROLES, Browser, Town, arranged, rows, written_tables

pytestmark = pytest.mark.django_db
ANY_HOST = re.compile(
    r"""(?:src|href|action|srcset|content|poster|data)\s*=\s*["']?\s*(?:https?:)?//([^/"'\s>]+)"""
)
CSS_HOST = re.compile(r"""(?:url\(|@import)\s*["']?(?:https?:)?//([^/"')\s]+)""")
# What stands in a page as a link that a person may follow; nothing is fetched from there.
LINKED = {"testserver"}
# A colour, and what others need to check a digital proof: nothing in them is about a person.
FOR_EVERYBODY = {"municipality:house_style", "credentials:did", "credentials:status"}
# What a phone keeps of the place itself.
FOR_EVERYBODY |= {"offline:manifest", "offline:page", "offline:service_worker"}
STAFF = ("femke", "koen", "vera", "cas", "ada")
API = "api:"
SAFE = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name: values for name, *values in parts}


def weak(policy: str) -> list[str]:
    """Say what a policy lets through that internet.nl and csp_evaluator complain about."""
    found = directives(policy)
    words = {word for values in found.values() for word in values}
    bad = [word for word in words if "unsafe" in word or word in {"*", "http:", "https:"}]
    # Only what one recorded oneself plays from memory, to listen to before it is sent (decision 0015).
    bad += ["blob:" for name, values in found.items() if "blob:" in values and name != "media-src"]
    bad += [name for name in ("default-src", "base-uri", "frame-ancestors") if found.get(name) != ["'none'"]]
    # A file is powerless: no script at all, and in a box of its own.
    ours = "'none'" if "sandbox" in found else "'self'"
    bad += [name for name in ("form-action", "script-src") if ours not in found.get(name, ["'none'"])]
    return bad


@pytest.mark.parametrize("who", ROLES)
def test_it_sends_the_safe_headers_with_every_page(town: Town, who: str):
    browser, wrong, pages = Browser(town, who), [], 0
    for name, row in rows():
        if name.startswith((API, "accounts:admin_")):
            continue
        with arranged(name, town) as url:
            answer = getattr(browser, row.method)(url, row.data)
            pages += 1
            wrong += [(name, bad) for bad in weak(answer["Content-Security-Policy"])]
            wanted = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY"}
            wanted |= {"Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin"}
            wrong += [(name, header) for header, value in wanted.items() if answer.get(header) != value]
            cached = "no-store" not in answer.get("Cache-Control", "")
            if who != "visitor" and cached and name not in FOR_EVERYBODY:
                wrong.append((name, "may be kept in a cache"))
            if answer.get("Content-Type", "").startswith("text/html"):
                text = answer.content.decode()
                hosts = set(ANY_HOST.findall(text)) | set(CSS_HOST.findall(text))
                wrong += [(name, host) for host in hosts - LINKED]
                wrong += [(name, on) for on in re.findall(r"<[^>]+\s(on[a-z]+|style)=", text)]
    assert wrong == []
    assert pages > 80


@pytest.mark.parametrize("who", ["visitor", "noor", "femke", "koen", "ada"])
def test_it_takes_no_post_without_a_token(town: Town, who: str):
    browser, taken = Browser(town, who, enforce_csrf_checks=True), []
    for name, row in rows():
        with arranged(name, town) as url, written_tables() as written:
            status = browser.post(url, row.data).status_code
            if status not in {403, 404, 405} and not (who == "visitor" and status == 302):
                taken.append((name, status))
            if written - {"django_session"}:
                taken.append((name, written))
    assert taken == []


@pytest.mark.parametrize("who", STAFF)
def test_it_keeps_staff_without_an_extra_lock_out_of_every_page(town: Town, who: str):
    getattr(town, who).authenticator_set.all().delete()
    browser, through = Browser(town, who), []
    for name, row in rows():
        if name.startswith(API) or name in BEFORE_SECOND_FACTOR:
            continue
        with arranged(name, town) as url:
            for method in {"get", "post", row.method}:
                answer = getattr(browser, method)(url, row.data)
                if answer.status_code != 302 or answer["Location"] != reverse("accounts:second_factor"):
                    through.append((name, method, answer.status_code))
    assert through == []


def test_it_lets_be_kept_only_what_is_the_same_for_everybody(town: Town):
    for name in sorted(FOR_EVERYBODY):
        with arranged(name, town) as url:
            answers = [Browser(town, who).get(url) for who in ("visitor", "noor", "koen")]
            assert len({re.sub(rb'nonce="[^"]*"', b"", answer.getvalue()) for answer in answers}) == 1, name
            assert not [answer for answer in answers if answer.cookies], name


def test_it_notices_a_weak_policy_and_a_write(town: Town):
    assert weak("default-src 'none'; script-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none'")
    assert weak(f"{SAFE}; script-src 'self' blob:") == ["blob:"]
    assert weak(f"{SAFE}; worker-src blob:; script-src 'self'") == ["blob:"]
    assert not weak(f"{SAFE}; media-src 'self' blob:; script-src 'self'")
    assert weak("default-src *; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *")
    with written_tables() as written:
        Browser(town, "noor").post("/ik/naam/", {"name": "Noor"})
    assert "accounts_user" in written
