"""What the Word import does by itself."""

from datetime import datetime, time

from lms.courses.word_import.services import sweep_uploads
from lms.outbox.public import scheduled


@scheduled("courses.sweep_word_uploads", daily_at=time(3, 50))
def sweep_word_uploads(now: datetime) -> None:
    """Every night: throw away documents of which nothing was made."""
    sweep_uploads(now)
