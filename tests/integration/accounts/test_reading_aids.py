"""Reading aids: chosen before and after signing in, kept in a cookie and with the person, at no cost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from lms.accounts.models import ReadingAids, User
from lms.accounts.reading.rules import VALUES, ReadingChoice
from lms.accounts.reading.services import keep_choice
from lms.views import server_error

pytestmark = pytest.mark.django_db
PAGE, RESET = "/leeshulp/", "/leeshulp/terugzetten/"
EVERYTHING = {"text": "200", "spacing": "wide", "font": "system", "contrast": "high", "calm": "on"}
EVERYTHING |= {"pictograms": "on", "easy": "on", "speed": "slow"}
NOTHING = {name: values[0] for name, values in VALUES.items()}
COOKIE = "200.wide.system.high.on.on.on.slow"
ON_HTML = (
    '<html lang="nl" data-text="200" data-spacing="wide" data-font="system"'
    ' data-contrast="high" data-calm="on" data-pictograms="on" data-easy="on" data-speed="slow">'
)
JUNK = [
    "",
    "x",
    "200.wide",
    '200.wide.own.dark.on"><script>.v',
    "\x00" * 50,
    "é" * 9,
    "." * 3000,
    "9.9.9.9.9.p",
]


@pytest.fixture(autouse=True)
def _town(municipality) -> None:
    """Every page stands in Almere."""


def html_of(browser: Client, path: str = "/privacy/") -> str:
    """The opening tag of a page."""
    text = browser.get(path).content.decode()
    return text[text.index("<html") : text.index(">", text.index("<html")) + 1]


def test_it_shows_a_visitor_the_page_with_the_devices_own_wishes_chosen(client):
    page = client.get(PAGE)
    text = page.content.decode()
    for name, value in NOTHING.items():
        assert f'name="{name}" value="{value}" id="id_{name}_0" checked' in " ".join(text.split()).replace(
            " required", ""
        )
    assert text.count(" checked") == len(NOTHING)
    assert html_of(client).rstrip(">").strip() == '<html lang="nl"'


def test_it_stands_on_every_page_from_the_first_answer_on(client):
    assert client.post(PAGE, EVERYTHING)["Location"] == PAGE
    assert "Je leeshulp is bewaard." in client.get(PAGE).content.decode()
    for path in ("/privacy/", "/account/login/", PAGE, "/bestaat-niet/"):
        assert html_of(client, path) == ON_HTML
    assert not ReadingAids.objects.exists()


def test_it_lets_every_page_lead_to_the_page_with_reading_aids(client, noor, sign_in):
    assert 'href="/leeshulp/"' in client.get("/account/login/").content.decode()
    sign_in(client, noor)
    assert client.get("/ik/").content.decode().count('href="/leeshulp/"') == 2


def test_it_keeps_the_cookie_first_party_and_for_a_year(client):
    cookie = client.post(PAGE, EVERYTHING).cookies["leeshulp"]
    assert cookie.value == f"{COOKIE}.v"
    assert (cookie["max-age"], cookie["samesite"], cookie["httponly"]) == (365 * 24 * 3600, "Lax", True)
    assert (cookie["domain"], cookie["path"], cookie["secure"]) == ("", "/", "")


def test_it_keeps_the_cookie_to_a_secure_connection_in_production(client, settings):
    settings.SESSION_COOKIE_SECURE, settings.READING_COOKIE_NAME = True, "__Host-leeshulp"
    assert client.post(PAGE, EVERYTHING).cookies["__Host-leeshulp"]["secure"]
    gone = client.post(RESET).cookies["__Host-leeshulp"]
    assert gone["secure"]
    assert gone["max-age"] == 0


@pytest.mark.parametrize("junk", JUNK)
def test_it_reads_a_spoiled_cookie_as_nothing_chosen(client, junk):
    client.cookies["leeshulp"] = junk
    assert html_of(client).rstrip(">").strip() == '<html lang="nl"'
    assert client.get(PAGE).status_code == 200


def test_it_keeps_what_an_older_cookie_says(client):
    client.cookies["leeshulp"] = "200.wide.own.dark.on.v"
    assert html_of(client) == (
        '<html lang="nl" data-text="200" data-spacing="wide" data-contrast="dark" data-calm="on">'
    )
    client.post(PAGE, EVERYTHING | {"calm": "off"})
    assert 'data-easy="on"' in html_of(client)


@pytest.mark.parametrize("junk", JUNK)
def test_it_signs_in_with_a_spoiled_cookie(noor, by_code, junk):
    browser = Client()
    browser.cookies["leeshulp"] = junk
    assert by_code(noor, browser).get("/ik/").status_code == 200
    assert not ReadingAids.objects.exists()


@pytest.mark.parametrize(
    "changes", [{"text": "300"}, {"calm": ""}, {"contrast": "\x00"}, {"font": "x" * 5000}]
)
def test_it_says_what_is_wrong_and_keeps_the_other_answers(client, changes):
    page = client.post(PAGE, EVERYTHING | changes)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Fout:" in text
    assert "Kies een van de antwoorden" in text
    assert text.count(" checked") == len(EVERYTHING) - 1
    assert "leeshulp" not in page.cookies


def test_it_survives_a_form_without_any_answer(client):
    assert "Kies een van de antwoorden." in client.post(PAGE, {}).content.decode()


def test_it_keeps_the_choice_of_a_person_and_logs_that_but_not_how(client, noor, sign_in):
    sign_in(client, noor)
    for _ in range(2):
        client.post(PAGE, EVERYTHING)
    assert ReadingAids.objects.values(*EVERYTHING).get(user=noor) == EVERYTHING
    entry = ModelLogEntry.objects.get(action="accounts.reading_aids_changed")
    assert entry.object_id == str(noor.pk)
    assert "high" not in f"{entry.data} {entry.label}"
    assert client.cookies["leeshulp"].value.endswith(".p")


def test_it_puts_everything_back(client, noor, sign_in):
    sign_in(client, noor)
    client.post(PAGE, EVERYTHING)
    assert client.get(RESET).status_code == 405
    assert client.post(RESET)["Location"] == PAGE
    assert html_of(client).rstrip(">").strip() == '<html lang="nl"'
    assert not ReadingAids.objects.exists()


def test_it_goes_along_to_another_device_and_stays_after_signing_out(noor, by_code, now):
    keep_choice(noor, ReadingChoice(**EVERYTHING), now=now)
    other = Client()
    other.post(PAGE, NOTHING | {"contrast": "dark"})
    by_code(noor, other)
    assert html_of(other, "/ik/") == ON_HTML
    other.post("/account/logout/")
    assert other.get("/ik/").status_code == 302
    assert html_of(other) == ON_HTML


def test_it_takes_over_at_sign_in_what_a_visitor_chose(noor, by_code):
    browser = Client()
    browser.post(PAGE, EVERYTHING)
    by_code(noor, browser)
    assert ReadingAids.objects.values(*EVERYTHING).get() == EVERYTHING
    assert html_of(browser, "/ik/") == ON_HTML


def test_it_does_not_take_over_how_the_last_person_on_a_shared_computer_reads(noor, by_code, now):
    sam = User.objects.create_user("sam@example.org", "Sam")
    keep_choice(sam, ReadingChoice(**EVERYTHING), now=now)
    shared = by_code(sam)
    shared.post("/account/logout/")
    by_code(noor, shared)
    assert html_of(shared, "/ik/").rstrip(">").strip() == '<html lang="nl"'
    assert ReadingAids.objects.get().user == sam


def test_it_lets_staff_choose_before_the_second_factor(client, koen, sign_in):
    koen.authenticator_set.all().delete()
    sign_in(client, koen)
    assert client.get("/ik/").status_code == 302
    assert client.get(PAGE).status_code == 200


def test_it_costs_a_page_no_query(client, noor, sign_in, django_assert_num_queries):
    sign_in(client, noor)
    client.get("/ik/")
    with CaptureQueriesContext(connection) as plain:
        client.get("/ik/")
        number = len(plain)
    client.post(PAGE, EVERYTHING)
    client.get(PAGE)
    with django_assert_num_queries(number):
        assert html_of(client, "/ik/") == ON_HTML
    visitor = Client()
    visitor.post(PAGE, EVERYTHING)
    visitor.get(PAGE)
    with django_assert_num_queries(1):
        assert html_of(visitor) == ON_HTML


def test_it_tells_caches_that_the_page_differs_by_cookie(client):
    assert "Cookie" in client.get("/privacy/")["Vary"]


@pytest.mark.parametrize(
    ("sent", "leads"),
    [
        ("/leren/", "/leren/"),
        ("http://testserver/leren/?wie=x", "/leren/"),
        ("https://elders.example/leren/", ""),
        ("//elders.example/", ""),
        ("http://testserver//elders.example/", ""),
        ("http://testserver/\\elders.example/", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
        (PAGE, ""),
    ],
)
def test_it_leads_back_to_pages_of_ours_only(client, sent, leads):
    expected = f'class="alone" href="{leads}"' if leads else ""
    for page in (client.get(PAGE, headers={"referer": sent}), client.get(PAGE, {"terug": sent})):
        text = page.content.decode()
        assert ("Terug naar waar je was" in text) == bool(leads)
        assert expected in text
    where = client.post(PAGE, EVERYTHING | {"terug": sent})["Location"]
    assert where == (f"{PAGE}?terug=%2Fleren%2F" if leads else PAGE)


def test_it_holds_on_the_page_that_says_something_broke(rf):
    request = rf.get("/")
    request.COOKIES["leeshulp"] = f"{COOKIE}.v"
    assert ON_HTML in server_error(request).content.decode()
    assert '<html lang="nl" >' in server_error(rf.get("/")).content.decode()
