"""The door of intervision: presence and dates, never what was said."""

from lms.intervision.selectors import (
    PlannedSession,
    PresenceFact,
    SessionCard,
    planned_sessions,
    presence_fact,
    sessions_of,
    upcoming_sessions,
)
from lms.intervision.services import record_session

__all__ = [
    "PlannedSession",
    "PresenceFact",
    "SessionCard",
    "planned_sessions",
    "presence_fact",
    "record_session",
    "sessions_of",
    "upcoming_sessions",
]
