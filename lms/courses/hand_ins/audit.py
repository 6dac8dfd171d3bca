"""What is logged about handing in. The subject is the learner; never a word of the work or of the reply."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.hand_ins.models import HandIn

register_actions(
    {
        "courses.handed_in": "Werk ingeleverd",
        "courses.hand_in_read": "Ingeleverd werk gelezen",
        "courses.hand_in_answered": "Ingeleverd werk beantwoord",
    }
)


def handed_in(person: User, work: HandIn, actor: User, *, files: int) -> None:
    """A learner handed something in, or somebody wrote down what was on paper."""
    record("courses.handed_in", subject=person, actor=actor, work=str(work.uuid), files=files)


def read(person: User, work: HandIn, actor: User) -> None:
    """A trainer opened what a learner handed in."""
    record("courses.hand_in_read", subject=person, actor=actor, work=str(work.uuid))


def answered(person: User, work: HandIn, actor: User) -> None:
    """A trainer replied, or changed the reply."""
    record("courses.hand_in_answered", subject=person, actor=actor, work=str(work.uuid))
