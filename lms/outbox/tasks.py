"""Jobs of the outbox on the schedule."""

from datetime import datetime, time

from lms.outbox import services
from lms.outbox.schedule import scheduled


@scheduled("outbox.prune", daily_at=time(3, 20))
def prune(now: datetime) -> None:
    """Each night: remove what is done and old."""
    services.prune(now)
