"""Jobs of the privacy app on the schedule."""

from datetime import datetime, time

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from lms.outbox.public import scheduled


@scheduled("privacy.remove_old_sessions", daily_at=time(3, 30))
def remove_old_sessions(now: datetime) -> None:
    """Each night: remove the sessions that have ended, with the device that was kept beside them."""
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
