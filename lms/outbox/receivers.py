"""Keep the text of errors out of what the task library stores and logs: it may hold personal data."""

import logging
import re
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django_tasks_db.models import DBTaskResult

FRAME = re.compile(r'^ *File "[^"\n]*", line \d+, in [^\n]*$', re.MULTILINE)


@receiver(pre_save, sender=DBTaskResult, dispatch_uid="outbox.keep_frames_only")
def keep_frames_only(sender: Any, instance: "DBTaskResult[Any, Any]", **kwargs: Any) -> None:
    """Reduce the stored traceback to where it happened: files, lines and functions."""
    instance.traceback = "\n".join(FRAME.findall(instance.traceback))


class KindOnly(logging.Filter):
    """Replaces the traceback of a log record by the kind of the error and the place it came from."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the words of its error."""
        if record.exc_info and record.exc_info[0] is not None:
            kind, _error, trace = record.exc_info
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
            record.msg = f"{record.getMessage()} error={kind.__name__} at={place}"
            record.args = ()
            record.exc_info = record.exc_text = None
        return True
