"""What happens elsewhere and matters here. A message only says where to look: the truth is read there."""

import uuid
from datetime import datetime

from django.utils import timezone

from lms.accounts.models import User
from lms.certification.certificates.rendering import render
from lms.certification.following.services import (
    follow_change,
    follow_changes,
    follow_contact,
    follow_lesson,
    follow_meeting,
    follow_refresh,
    follow_repeat,
    follow_session,
)
from lms.certification.reminders.batches import mail_asked
from lms.certification.reminders.services import mail_digest, mail_reminder
from lms.certification.schemes.impact.services import make_preview
from lms.certification.schemes.publication.services import publish_as_asked
from lms.certification.standings.services import rebuild_standings
from lms.outbox.public import Message, subscribe


@subscribe("courses.lesson_completed")
def lesson_completed(message: Message) -> None:
    """A lesson was completed."""
    if person := _person(message):
        follow_lesson(person, message.ids["lesson"], _now(message))
        follow_changes(person, uuid.UUID(message.ids["lesson"]), _now(message))


# Outside a transaction: each piece of people is one by itself.
@subscribe("courses.lesson_changed", network=True)
def lesson_changed(message: Message) -> None:
    """A lesson went online with a change; a change of safety is asked of who finished the lesson."""
    follow_change(uuid.UUID(message.ids["change"]), _now(message))


@subscribe("courses.lesson_refreshed")
def lesson_refreshed(message: Message) -> None:
    """Somebody read what changed in a lesson."""
    if person := _person(message):
        follow_refresh(person, uuid.UUID(message.ids["change"]), _now(message))


@subscribe("courses.lesson_repeated")
def lesson_repeated(message: Message) -> None:
    """A finished lesson was done again."""
    if person := _person(message):
        follow_repeat(person, uuid.UUID(message.ids["repeat"]), _now(message))


@subscribe("courses.attendance_recorded")
def attendance_recorded(message: Message) -> None:
    """Presence at a meeting was written down or put right."""
    if person := _person(message):
        follow_meeting(person, uuid.UUID(message.ids["meeting"]), _now(message))


@subscribe("intervision.presence_recorded")
def presence_recorded(message: Message) -> None:
    """Presence at a session was written down or put right."""
    if person := _person(message):
        follow_session(person, uuid.UUID(message.ids["session"]), _now(message))


@subscribe("accounts.membership_changed")
def membership_changed(message: Message) -> None:
    """A person joined or left an organisation, and so may have another contact person."""
    if person := _person(message):
        follow_contact(person, message.event, _now(message))


# Outside a transaction: the rebuild makes its own, one for each piece of people.
@subscribe("certification.rules_changed", network=True)
def rules_changed(message: Message) -> None:
    """A scheme or a statement got a new version: compute what does not hold any more."""
    rebuild_standings(_now(message))


@subscribe("certification.reminder_due", network=True)
def reminder_due(message: Message) -> None:
    """Mail a reminder; who is gone, or needs none any more, gets none."""
    if person := _person(message):
        mail_reminder(person, _now(message))


@subscribe("certification.reminder_asked", network=True)
def reminder_asked(message: Message) -> None:
    """Mail the reminder that a coordinator asked for; who is gone, or has nothing open, gets none."""
    if person := _person(message):
        mail_asked(person, _now(message))


@subscribe("certification.digest_due", network=True)
def digest_due(message: Message) -> None:
    """Mail a coordinator the numbers of the week."""
    if coordinator := _person(message):
        mail_digest(coordinator, _now(message))


# Outside a transaction: drawing takes long, and nobody should wait for a lock meanwhile.
@subscribe("certification.rendering_asked", network=True)
def rendering_asked(message: Message) -> None:
    """Somebody waits for a PDF."""
    render(uuid.UUID(message.ids["rendering"]), _now(message))


# Outside a transaction: each piece of people is saved by itself, so that the page can show how far it is.
@subscribe("certification.impact_asked", network=True)
def impact_asked(message: Message) -> None:
    """Somebody waits to see who would change."""
    make_preview(uuid.UUID(message.ids["preview"]), now=_now(message))


@subscribe("certification.publication_asked", network=True)
def publication_asked(message: Message) -> None:
    """Somebody wants a scheme that is about many people in force."""
    publish_as_asked(uuid.UUID(message.ids["preview"]), now=_now(message))


def _person(message: Message) -> User | None:
    """The person of a message, or None when that person was erased meanwhile."""
    return User.objects.filter(uuid=message.ids["person"]).first()


def _now(message: Message) -> datetime:
    # Never before the event itself, whatever this machine's clock says.
    return max(timezone.now(), message.created_at)
