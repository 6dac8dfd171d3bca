"""What is logged about answers on paper. The subject is the learner; never an answer."""

from uuid import UUID

from lms.accounts.models import User
from lms.audit.public import record, register_actions

register_actions({"courses.paper_entered": "Antwoorden van papier overgenomen"})


def entered(person: User, module: UUID, actor: User, *, answers: int) -> None:
    """Somebody wrote down what a learner answered on paper."""
    record("courses.paper_entered", subject=person, actor=actor, module=str(module), answers=answers)
