"""What certification does by itself."""

from datetime import datetime, time

from lms.certification.certificates.rendering import remove_old_prints
from lms.certification.reminders.services import digest_coordinators, remind_people
from lms.certification.standings.services import rebuild_standings
from lms.outbox.public import scheduled


@scheduled("certification.refresh_standings", daily_at=time(0, 15))
def refresh_standings(now: datetime) -> None:
    """Every day: compute the standings that change by time alone, and tell the outside."""
    rebuild_standings(now)


@scheduled("certification.remind_people", daily_at=time(8, 0))
def remind(now: datetime) -> None:
    """Every day: remind volunteers of what ends or ended, at most once a week each."""
    remind_people(now)


@scheduled("certification.digest_coordinators", daily_at=time(8, 5))
def digest(now: datetime) -> None:
    """Every day: tell coordinators who had no message this week what asks attention."""
    digest_coordinators(now)


@scheduled("certification.remove_prints", daily_at=time(3, 50))
def remove_prints(now: datetime) -> None:
    """Every night: delete files of whole editions that were made to be printed."""
    remove_old_prints(now)
