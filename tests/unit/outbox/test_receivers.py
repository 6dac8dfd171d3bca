"""The words of an error stay out of log and table."""

import logging
import sys

from django_tasks_db.models import DBTaskResult

from lms.outbox.receivers import KindOnly, keep_frames_only

SECRET = "noor@example.org"
TRACEBACK = f'''Traceback (most recent call last):
  File "/app/lms/x.py", line 3, in send
    raise ValueError("{SECRET}")
ValueError: {SECRET}
  File "/home" {SECRET}
'''


def test_it_keeps_only_where_it_happened():
    row = DBTaskResult(traceback=TRACEBACK)
    keep_frames_only(DBTaskResult, row)
    assert row.traceback == '  File "/app/lms/x.py", line 3, in send'


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
