"""How much time a session has left: what js/idle.js warns by."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
JSON = {"Accept": "application/json"}
MINUTE, DAY = 60, 24 * 3600


@pytest.fixture
def url() -> str:
    return reverse("accounts:session")


@pytest.mark.parametrize(("who", "left"), [("koen", 60 * MINUTE), ("noor", 14 * DAY)])
def test_it_tells_every_page_how_long_the_session_lives_on(who, left, request, municipality, sign_in):
    user, browser = request.getfixturevalue(who), Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(browser, user)
        clock.shift(timedelta(minutes=4))
        page = browser.get("/ik/").content.decode()
    assert f'data-session-left="{left - 4 * MINUTE}"' in page
    assert f'data-person="{user.uuid}"' in page


def test_it_warns_before_the_session_really_ends(koen, municipality, sign_in, url):
    browser = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(browser, koen)
        clock.shift(timedelta(minutes=4))
        left = int(browser.get("/ik/", headers=JSON)["X-Session-Left"])
        clock.shift(timedelta(seconds=left - 1))
        assert browser.get(url, headers=JSON).json() == {"left": 60 * MINUTE}


def test_it_gives_no_more_than_twelve_hours_to_staff(koen, municipality, sign_in, url):
    browser = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(browser, koen)
        for _ in range(14):
            clock.shift(timedelta(minutes=50))
            left = browser.get(url, headers=JSON).json()["left"]
    assert left == 20 * MINUTE


def test_it_answers_a_script_without_a_session_with_a_status(client, koen, municipality, sign_in, url):
    assert client.get(url, headers=JSON).status_code == 401
    assert client.get(url).status_code == 302
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(client, koen)
        client.session.set_expiry(30 * DAY)
        clock.shift(timedelta(minutes=66))
        assert client.get(url, headers=JSON).status_code == 401


@pytest.mark.parametrize(
    ("came_from", "to"),
    [
        ("http://testserver/leren/les/?stap=2", "/leren/les/%3Fstap%3D2"),
        ("http://testserver/leren/les/", "/leren/les/"),
        ("https://elders.example/leren/", "/"),
        ("//elders.example", "/"),
        ("", "/"),
    ],
)
@pytest.mark.parametrize("ended", [True, False])
def test_it_leads_back_to_the_page_a_form_was_sent_from(
    client, koen, municipality, sign_in, came_from, to, ended: bool
):
    with time_machine.travel(NOON, tick=False) as clock:
        if ended:
            sign_in(client, koen)
            clock.shift(timedelta(minutes=66))
        answer = client.post(reverse("own_texts:keep"), headers={"Referer": came_from})
    assert answer.url == f"/account/login/?next={to}"


def test_it_tells_a_visitor_nothing(client, municipality):
    page = client.get("/account/login/").content.decode()
    assert "data-person" not in page
    assert "Ik ben er nog" not in page
