"""Which personal data the courses app holds: each slice declares its own models."""

from lms.courses.cohorts import privacy as cohorts
from lms.courses.pages import privacy as pages
from lms.courses.progress import privacy as progress

__all__ = ["cohorts", "pages", "progress"]
