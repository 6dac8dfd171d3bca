"""What the courses app logs: each slice declares its own actions."""

from lms.courses.cohorts import audit as cohorts
from lms.courses.pages import audit as pages
from lms.courses.progress import audit as progress

__all__ = ["cohorts", "pages", "progress"]
