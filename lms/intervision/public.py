"""The door of intervision: presence and dates, never what was said."""

from lms.intervision.selectors import (
    PresenceFact,
    SessionCard,
    presence_fact,
    sessions_of,
    upcoming_sessions,
)
from lms.intervision.services import record_session

__all__ = [
    "PresenceFact",
    "SessionCard",
    "presence_fact",
    "record_session",
    "sessions_of",
    "upcoming_sessions",
]
