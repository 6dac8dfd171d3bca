"""What a visitor sends cannot forge, fill or color a line of the log."""

import pytest

from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db


def lines_after(caplog, browser: Browser, path: str, **headers: str) -> str:
    caplog.clear()
    browser.get(path, headers=headers)
    found = [line for line in caplog.messages if line.startswith("event=request_")]
    assert len(found) == 2
    return "\n".join(found)


def test_it_believes_no_address_that_a_visitor_sends(town: Town, caplog):
    forged = {"x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9", "forwarded": "for=203.0.113.9"}
    lines = lines_after(caplog, Browser(town, "noor"), "/ik/", **forged)
    assert "203.0.113.9" not in lines
    assert lines.count("ip=127.0.0.1") == 2


def test_it_believes_the_last_proxy_when_there_is_one(town: Town, caplog, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    lines = lines_after(
        caplog, Browser(town, "noor"), "/ik/", **{"x-forwarded-for": "203.0.113.9, 192.0.2.7"}
    )
    assert lines.count("ip=192.0.2.7") == 2


def test_it_writes_one_short_line_whatever_a_browser_calls_itself(town: Town, caplog):
    evil = "a\nevent=forged code=200\r\x1b[31m" + "x" * 5000
    lines = lines_after(
        caplog, Browser(town, "noor"), "/ik/", **{"user-agent": evil, "x-request-id": "forged"}
    )
    assert "\x1b" not in lines
    assert len(lines.splitlines()) == 2
    assert len(lines) < 1500
    assert "request_id=forged" not in lines


def test_it_writes_no_question_into_the_log(town: Town, caplog):
    lines = lines_after(caplog, Browser(town, "noor"), "/ik/?naam=Noor&sleutel=geheim")
    assert "geheim" not in lines
    assert "Noor" not in lines
