"""What the tables of the outbox hold about people."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lms.outbox.models import Heartbeat, OutboxMessage, ScheduledRun, TaskAttempt
from lms.privacy.public import PersonalData, register


def messages_about(person: Any) -> QuerySet[OutboxMessage]:
    """Return the messages that carry this person's outside id."""
    return OutboxMessage.objects.filter(ids__person=str(person.uuid))


register(
    OutboxMessage,
    PersonalData(
        holds=_("Berichten tussen onderdelen van het systeem"),
        why=_("Zo weet elk onderdeel wat er veranderd is. Er staat alleen een code in, geen naam."),
        keep=_("30 dagen na het versturen"),
        find=messages_about,
        fields=("topic", "created_at", "done_at"),
        erase="keep",
    ),
)
register(Heartbeat)
register(TaskAttempt)
register(ScheduledRun)
