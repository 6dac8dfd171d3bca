"""What runs on a schedule."""

from datetime import datetime, timedelta

from lms.courses.hand_ins.tasks import sweep_files
from lms.courses.own_texts.tasks import clear_empty_texts
from lms.courses.pages.schedule import run_schedule
from lms.courses.prints.tasks import remove_old_prints
from lms.courses.word_import.tasks import sweep_word_uploads
from lms.outbox.public import scheduled

__all__ = [
    "clear_empty_texts",
    "publish_planned_pages",
    "remove_old_prints",
    "sweep_files",
    "sweep_word_uploads",
]


@scheduled("courses.run_schedule", every=timedelta(minutes=1))
def publish_planned_pages(now: datetime) -> None:
    """Put planned pages online and take expired ones offline."""
    run_schedule(now)
