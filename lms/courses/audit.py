"""What the courses app logs: each slice declares its own actions."""

from lms.courses.cohorts import audit as cohorts

__all__ = ["cohorts"]
