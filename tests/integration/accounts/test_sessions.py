"""How long one stays signed in, where, and how that ends."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.accounts.rights.services import assign_role, deactivate, end_role
from lms.accounts.roles import Role
from lms.accounts.sign_in.services import end_sessions
from lms.accounts.tasks import clear_sessions

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def is_in(browser: Client) -> bool:
    return browser.get("/ik/").status_code == 200


@pytest.mark.parametrize(
    ("who", "away", "stays"),
    [
        ("noor", timedelta(days=13), True),
        ("noor", timedelta(days=16), False),
        ("koen", timedelta(minutes=54), True),
        ("koen", timedelta(minutes=66), False),
    ],
)
def test_it_ends_a_session_that_was_idle(who, away, stays, request, municipality, sign_in):
    user, browser = request.getfixturevalue(who), Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(browser, user)
        clock.shift(away)
        assert is_in(browser) is stays


def test_it_keeps_an_active_session_going(koen, municipality, sign_in):
    browser = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(browser, koen)
        for _ in range(5):
            clock.shift(timedelta(minutes=50))
            assert is_in(browser)


def test_it_ends_even_an_active_staff_session_after_twelve_hours(koen, municipality, sign_in):
    browser = Client()
    with time_machine.travel(NOON, tick=False) as clock:
        sign_in(browser, koen)
        for _ in range(14):
            clock.shift(timedelta(minutes=50))
            assert is_in(browser)
        clock.shift(timedelta(minutes=50))
        answer = browser.get("/ik/")
    assert answer["Location"] == "/account/login/?next=/ik/"


def test_it_writes_activity_down_now_and_then_only(
    noor, municipality, sign_in, django_assert_max_num_queries
):
    browser = Client()
    sign_in(browser, noor)
    browser.get("/ik/")
    with django_assert_max_num_queries(4) as captured:
        browser.get("/account/sneller/")
    assert not any(query["sql"].startswith("UPDATE") for query in captured.captured_queries)


def test_it_ends_all_sessions_at_once_when_an_account_closes(noor, koen, municipality, by_code, now):
    phone, laptop = by_code(noor), by_code(noor)
    assert is_in(phone)
    assert is_in(laptop)
    deactivate(noor, actor=koen, now=now)
    assert not is_in(phone)
    assert not is_in(laptop)


@pytest.mark.parametrize("listed", [True, False])
def test_it_also_ends_sessions_that_no_list_knows(noor, municipality, sign_in, by_code, listed):
    browser = Client()
    if listed:
        browser = by_code(noor)
    else:
        sign_in(browser, noor)
    assert UserSession.objects.exists() is listed
    end_sessions(noor)
    assert not is_in(browser)


def test_it_ends_sessions_when_a_staff_role_begins_or_ends(noor, koen, municipality, by_code, now):
    browser = by_code(noor)
    assignment = assign_role(noor, Role.TRAINER, actor=koen, now=now)
    assert not is_in(browser)
    again = by_code(noor)
    assert again.get("/ik/")["Location"] == "/account/extra-slot/"
    end_role(assignment, actor=koen, now=now)
    assert "_auth_user_id" not in again.session or not is_in(again)


def test_it_keeps_sessions_when_a_volunteer_becomes_facilitator(noor, koen, municipality, by_code, now):
    browser = by_code(noor)
    assign_role(noor, Role.FACILITATOR, actor=koen, now=now)
    assert is_in(browser)


def test_it_shows_where_one_is_signed_in_and_ends_the_others(noor, municipality, by_code):
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit Safari/605"
    phone = by_code(noor, Client(headers={"user-agent": agent}))
    laptop = by_code(noor)
    page = laptop.get("/account/apparaten/").content.decode()
    assert "Safari op iPhone" in page
    assert "Dit apparaat." in page
    laptop.post("/account/apparaten/")
    assert not is_in(phone)
    assert is_in(laptop)
    assert ModelLogEntry.objects.filter(action="accounts.sessions_ended").count() == 1


def test_it_signs_out_only_by_the_button_and_asks_the_browser_to_forget(noor, municipality, by_code):
    browser = by_code(noor)
    assert browser.get("/account/logout/").status_code == 200
    assert is_in(browser)
    answer = browser.post("/account/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_in(browser)


def test_it_keeps_pages_of_a_signed_in_person_out_of_caches(noor, municipality, sign_in, client):
    assert "no-store" not in client.get("/privacy/").get("Cache-Control", "")
    sign_in(client, noor)
    for path in ("/ik/", "/privacy/", "/bestaat-niet/"):
        assert "no-store" in client.get(path)["Cache-Control"], path


def test_it_logs_coming_in_and_going_out(noor, municipality, by_code):
    browser = by_code(noor)
    browser.post("/account/logout/")
    entries = ModelLogEntry.objects.filter(object_id=str(noor.pk)).order_by("pk")
    actions = [entry.action for entry in entries]
    assert actions == ["accounts.code_requested", "accounts.signed_in", "accounts.signed_out"]
    assert noor.email not in str([(entry.label, entry.data) for entry in entries])


def test_it_clears_sessions_that_are_over(noor, municipality, by_code):
    by_code(noor)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=15), tick=False):
        kept = by_code(noor)
        clear_sessions(timezone.now())
    assert [row.session_key for row in Session.objects.all()] == [kept.session.session_key]
    assert [row.session_key for row in UserSession.objects.all()] == [kept.session.session_key]
