"""No words of an error, and no question of a person, in a log line."""

import logging
import sys

import pytest
import structlog
from django.core.exceptions import ValidationError

from lms.settings.logs import LOGGING, KindOnly

SECRET = "noor@example.org"


@pytest.fixture(autouse=True)
def _nothing_bound() -> None:
    """A line says only what its own test says: an address stays bound in the thread that saw a request."""
    structlog.contextvars.clear_contextvars()


def test_it_names_the_kind_and_the_place_in_the_log():
    try:
        raise ValueError(SECRET)
    except ValueError:
        record = logging.LogRecord("django_tasks", 40, "", 1, "Task id=%s failed", ("7",), sys.exc_info())
    assert KindOnly().filter(record)
    words = logging.Formatter().format(record)
    assert SECRET not in words
    assert words.startswith("Task id=7 failed error=ValueError at=")


def test_it_leaves_a_line_without_an_error_alone():
    record = logging.LogRecord("django_tasks", 20, "", 1, "Task id=%s done", ("7",), None)
    assert KindOnly().filter(record)
    assert record.getMessage() == "Task id=7 done"


def test_it_guards_the_one_handler_of_the_root():
    assert LOGGING["root"]["handlers"] == ["console"]
    assert LOGGING["handlers"]["console"]["filters"] == ["kind_only"]
    assert LOGGING["filters"]["kind_only"]["()"] is KindOnly


def test_it_keeps_question_and_error_out_of_a_structured_line(caplog):
    log = structlog.get_logger("lms.test")
    name = "Noor de Wit"
    try:
        raise ValidationError(name)
    except ValidationError as error:
        log.exception("request_failed", request=f"GET /mensen/?naam={name}", exception=error, code=500)
        log.error("mail_failed", exception=error)
    assert caplog.messages[0].startswith(
        'event=request_failed code=500 request="GET /mensen/" error=ValidationError at='
    )
    assert caplog.messages[1] == "event=mail_failed error=ValidationError"


@pytest.mark.django_db
def test_it_logs_a_broken_page_without_its_words(client, settings, caplog, capsys, noor):
    settings.ROOT_URLCONF = "tests.unit.audit.broken_urls"
    client.raise_request_exception = False
    assert client.get("/kapot/?naam=Noor").status_code == 500
    text = "".join(capsys.readouterr()) + "".join(caplog.handler.format(record) for record in caplog.records)
    assert "Noor" not in text
    assert SECRET not in text
    assert "error=ValueError" in text
