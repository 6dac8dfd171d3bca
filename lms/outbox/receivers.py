"""Keep the text of errors out of what the task library stores: it may hold personal data."""

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
