"""What Django and Wagtail tell the courses app: each slice has its own receivers."""

from lms.courses.second_reader import receivers as second_reader

__all__ = ["second_reader"]
