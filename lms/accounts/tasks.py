"""What accounts do on a schedule."""

from datetime import datetime, time

from lms.accounts.sign_in.services import clear_expired_sessions
from lms.outbox.public import scheduled


@scheduled("accounts.clear_expired_sessions", daily_at=time(3, 30))
def clear_sessions(now: datetime) -> None:
    """Delete sessions that are over, with what they still hold (a list of invitations, for example)."""
    clear_expired_sessions(now)
