"""Remind people once, and tell coordinators once a week.

Who writes the row of a reminder asks for the mail in the same transaction, so two runs at once make one mail.
The mail itself is sent later, outside a transaction; by then it may not be needed any more.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.models import Reminder
from lms.certification.reminders import audit
from lms.certification.reminders.rules import DIGEST, Notice, may_mail_again, week_of
from lms.certification.reminders.selectors import (
    Digest,
    candidates,
    digest_of,
    newest_reminder_on,
    notices_of,
    sent_of,
)
from lms.certification.standings.selectors import Ground, ground_on
from lms.certification.standings.services import lock_people, rebuild_standings
from lms.municipality.public import current_settings
from lms.outbox.public import publish

CHUNK = 500
REMINDER, DIGEST_DUE = "certification.reminder_due", "certification.digest_due"


def remind_people(now: datetime) -> int:
    """Ask for a mail to everybody who is to be reminded today; return how many. Twice at once is one mail."""
    rebuild_standings(now)
    ground = ground_on(localdate(now))
    if ground is None:
        return 0
    return sum(_remind_piece(people, ground, now) for people in _pieces())


def _pieces() -> Iterator[list[User]]:
    last = 0
    while people := list(candidates().filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield people
        last = people[-1].pk


def _remind_piece(people: list[User], ground: Ground, now: datetime) -> int:
    due, sent = notices_of(people, ground), sent_of([person.pk for person in people])
    new = [person for person in people if not sent[person.pk].issuperset(due[person.pk])]
    return sum(_remind(person, due[person.pk], now) for person in new)


@transaction.atomic
def _remind(person: User, due: tuple[Notice, ...], now: datetime) -> bool:
    """Note what a person is reminded of, and ask for one mail; False when it is not new, or too soon."""
    lock_people([person.pk])
    sent = sent_of([person.pk])[person.pk]
    new = [notice for notice in due if notice not in sent]
    if not new or not may_mail_again(newest_reminder_on(person), localdate(now)):
        return False
    Reminder.objects.bulk_create(
        Reminder(person=person, rule_id=each.rule_id, ends_on=each.ends_on, step=each.step, sent_at=now)
        for each in new
    )
    publish(REMINDER, now=now, person=person.uuid)
    return True


def mail_reminder(person: User, now: datetime) -> bool:
    """Send the reminder; False for who has nothing to be reminded of any more, or left.

    Runs outside a transaction. A stop between the mail and the log sends it twice, never not at all.
    """
    ground = ground_on(localdate(now))
    volunteers = User.objects.with_role(Role.VOLUNTEER)
    if ground is None or not volunteers.filter(pk=person.pk).exists():
        return False
    if not notices_of([person], ground)[person.pk]:
        return False
    reminder_mail(person).send()
    audit.reminder_mailed(person)
    return True


def digest_coordinators(now: datetime) -> int:
    """Ask once a week for a mail to each coordinator who has something to look at; return how many."""
    rebuild_standings(now)
    return sum(_digest(each, now) for each in User.objects.with_role(Role.COORDINATOR).order_by("pk"))


@transaction.atomic
def _digest(coordinator: User, now: datetime) -> bool:
    lock_people([coordinator.pk])
    today = localdate(now)
    week = {"person": coordinator, "rule_id": "", "ends_on": week_of(today), "step": DIGEST}
    if Reminder.objects.filter(**week).exists() or digest_of(coordinator, today).is_empty:
        return False
    Reminder.objects.create(**week, sent_at=now)
    publish(DIGEST_DUE, now=now, person=coordinator.uuid)
    return True


def mail_digest(coordinator: User, now: datetime) -> bool:
    """Send a coordinator the numbers of this moment; False when there are none, and for who left."""
    digest = digest_of(coordinator, localdate(now))
    coordinators = User.objects.with_role(Role.COORDINATOR)
    if digest.is_empty or not coordinators.filter(pk=coordinator.pk).exists():
        return False
    digest_mail(coordinator, digest).send()
    audit.digest_mailed(coordinator)
    return True


def reminder_mail(person: User) -> EmailMessage:
    """The reminder: that something asks attention, and where. Never what: a mail is read by others too."""
    return mail_to("reminder", person, link=reverse("certification:mine"))


def digest_mail(coordinator: User, digest: Digest) -> EmailMessage:
    """The numbers of the week, without a name."""
    return mail_to("digest", coordinator, link=reverse("dashboards:board"), digest=digest)


def mail_to(name: str, person: User, *, link: str, **words: object) -> EmailMessage:
    """One of the mails in templates/emails, to a person; `link` is a page of ours."""
    context = {
        "name": person.get_short_name(),
        "municipality": current_settings(),
        "link": settings.SITE_URL + link,
        **words,
    }
    subject = " ".join(render_to_string(f"emails/{name}/subject.txt", context).split())
    body = render_to_string(f"emails/{name}/body.txt", context).strip()
    return EmailMessage(subject, body, to=[person.email])
