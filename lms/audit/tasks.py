"""Jobs of the log on the schedule."""

from datetime import datetime, time

from lms.audit import services
from lms.outbox.public import scheduled


@scheduled("audit.remove_old_entries", daily_at=time(3, 10))
def remove_old_entries(now: datetime) -> None:
    """Each night: remove what is older than 12 months."""
    services.remove_old_entries(now)
