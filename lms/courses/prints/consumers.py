"""What happens after somebody asked for a PDF."""

from uuid import UUID

from lms.courses.prints.services import make
from lms.outbox.public import Message, subscribe


# Outside a transaction: drawing takes long, and nobody should wait for a lock meanwhile.
@subscribe("courses.print_asked", network=True)
def print_asked(message: Message) -> None:
    """Somebody waits for a PDF."""
    make(UUID(message.ids["print"]), message.created_at)
