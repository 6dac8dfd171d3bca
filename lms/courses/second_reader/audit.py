"""What is logged about the second reader; what happens to a text is in Wagtail's own log."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.pages.models import HomePage

register_actions(
    {
        "courses.second_reader_asked": "Een tweede lezer leest elke tekst",
        "courses.second_reader_dropped": "Een tweede lezer is niet meer nodig",
    }
)


def second_reader_changed(home: HomePage, actor: User | None, *, asks: bool) -> None:
    """The municipality asked for a second reader, or no longer does."""
    action = "courses.second_reader_asked" if asks else "courses.second_reader_dropped"
    record(action, subject=home, actor=actor)
