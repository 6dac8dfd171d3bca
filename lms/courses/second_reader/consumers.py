"""Who hears, beside the request, that a text was handed in or answered. Sent twice is a mail too many."""

from lms.courses.second_reader.letters import tell_readers, tell_writer
from lms.courses.second_reader.rules import ANSWERED, HANDED_IN
from lms.outbox.public import Message, subscribe


@subscribe(HANDED_IN, network=True)
def mail_readers(message: Message) -> None:
    """Ask the other trainers to read."""
    tell_readers(int(message.ids["state"]))


@subscribe(ANSWERED, network=True)
def mail_writer(message: Message) -> None:
    """Tell the writer what became of the text."""
    tell_writer(int(message.ids["state"]))
