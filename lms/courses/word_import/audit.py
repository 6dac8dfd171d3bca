"""What is logged about Word documents."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.pages.models import ModulePage

register_actions({"courses.word_imported": "Lessen gemaakt van een Word-bestand"})


def word_imported(module: ModulePage, actor: User, *, lessons: int) -> None:
    """Drafts of lessons were made of a document; `lessons` is how many."""
    record("courses.word_imported", subject=module, actor=actor, lessons=lessons)
