"""What happens after handing in."""

from uuid import UUID

from lms.courses.hand_ins.letters import mail_answered
from lms.outbox.public import Message, subscribe


@subscribe("courses.hand_in_answered", network=True)
def answered(message: Message) -> None:
    """Mail the learner that there is an answer."""
    mail_answered(UUID(message.ids["work"]))
