"""What runs on a schedule for one's own texts."""

from datetime import datetime, time

from lms.courses.own_texts.services import clear_thrown_away
from lms.outbox.public import scheduled


@scheduled("courses.clear_thrown_away", daily_at=time(3, 50))
def clear_empty_texts(now: datetime) -> None:
    """Forget also that there was a text, some time after it was thrown away."""
    clear_thrown_away(now)
