"""The words of an error stay out of the table of tasks."""

from django_tasks_db.models import DBTaskResult

from lms.outbox.receivers import keep_frames_only

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
