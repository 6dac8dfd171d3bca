"""What accounts do when something happened."""

from django.utils import timezone

from lms.accounts.invitations.services import mail_invitation
from lms.accounts.models import User
from lms.outbox.public import Message, subscribe


@subscribe("accounts.person_invited", network=True)
def send_invitation(message: Message) -> None:
    """Mail the invitation; a person who is gone meanwhile gets none."""
    person = User.objects.filter(uuid=message.ids["person"]).first()
    if person is not None:
        mail_invitation(person, timezone.now())
