"""What certification does by itself."""

from datetime import datetime, time

from lms.certification.standings.services import rebuild_standings
from lms.outbox.public import scheduled


@scheduled("certification.refresh_standings", daily_at=time(0, 15))
def refresh_standings(now: datetime) -> None:
    """Every day: compute the standings that change by time alone, and tell the outside."""
    rebuild_standings(now)
