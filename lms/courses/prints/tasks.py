"""What paper does by itself."""

from datetime import datetime, time

from lms.courses.prints.services import remove_old
from lms.outbox.public import scheduled


@scheduled("courses.remove_old_prints", daily_at=time(4, 0))
def remove_old_prints(now: datetime) -> None:
    """Every night: delete PDFs that nobody asked for lately; they can always be made again."""
    remove_old(now)
