"""What Django and Wagtail tell the courses app: each slice has its own receivers."""

from lms.courses.changes import receivers as changes
from lms.courses.second_reader import receivers as second_reader

__all__ = ["changes", "second_reader"]
