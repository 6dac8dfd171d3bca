"""What handing in does by itself."""

from datetime import datetime, time

from lms.courses.hand_ins.storing import sweep
from lms.outbox.public import scheduled


@scheduled("courses.sweep_hand_ins", daily_at=time(3, 40))
def sweep_files(now: datetime) -> None:
    """Every night: delete files of requests that were cut off before their row was there."""
    sweep(now)
