"""What the exports listen to: every event after which the outside may have to know something else."""

from django.utils import timezone

from lms.accounts.models import User
from lms.exports.services import write_change
from lms.outbox.public import Message, subscribe


@subscribe("certification.standing_changed")
@subscribe("accounts.roles_changed")
def tell_the_feed(message: Message) -> None:
    """Compare what the outside knows with what is true now; reading the truth makes it safe to repeat."""
    person = User.objects.filter(uuid=message.ids["person"]).first()
    if person is not None:
        write_change(person, now=timezone.now())
