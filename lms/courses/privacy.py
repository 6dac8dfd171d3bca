"""Which personal data the courses app holds: each slice declares its own models."""

from lms.courses.cohorts import privacy as cohorts

__all__ = ["cohorts"]
