"""A coordinator reminds many people at once: that something is open on their own page, never what.

At most one mail a week for each person, those of the schedule included; sent twice is one mail.
"""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.decisions.batches import Batch, Outcome
from lms.certification.models import Reminder, Standing
from lms.certification.policies import coordinated_by
from lms.certification.readiness import State
from lms.certification.reminders import audit
from lms.certification.reminders.rules import ASKED, DIGEST, may_mail_again
from lms.certification.reminders.services import mail_to
from lms.certification.standings.selectors import ground_on, projected
from lms.certification.standings.services import lock_people
from lms.outbox.public import publish

REMINDER_ASKED = "certification.reminder_asked"
NOTHING_OPEN = ","  # Standing.open_rules
_RESTING = {State.PAUSED.value: "paused", State.STOPPED.value: "stopped"}


def preview_reminders(people: Iterable[User], *, actor: User, today: date) -> tuple[Outcome, ...]:
    """Say per person what `remind_all` would do; writes nothing. The same queries for any number."""
    chosen = list({person.pk: person for person in people}.values())
    return tuple(_outcomes(chosen, actor, today))


@transaction.atomic
def remind_all(people: Iterable[User], *, submission: uuid.UUID, actor: User, now: datetime) -> Batch:
    """Ask for a mail to everybody who may be reminded, and say who was not and why.

    The same submission twice is one mail: the second finds that everybody was reminded.
    """
    chosen = list({person.pk: person for person in people}.values())
    lock_people([person.pk for person in chosen])
    today = localdate(now)
    outcomes = _outcomes(chosen, actor, today)
    reminded = [each.person for each in outcomes if each.is_done]
    Reminder.objects.bulk_create(
        Reminder(person=person, rule_id="", ends_on=today, step=ASKED, sent_at=now) for person in reminded
    )
    for person in reminded:
        audit.reminder_asked(person, actor)
        publish(REMINDER_ASKED, now=now, person=person.uuid)
    return Batch(submission, tuple(outcomes))


def mail_asked(person: User, now: datetime) -> bool:
    """Send the mail a coordinator asked for; False for who has nothing open any more, rests, or left.

    Runs outside a transaction. A stop between the mail and the log sends it twice, never not at all.
    """
    ground = ground_on(localdate(now))
    is_volunteer = User.objects.with_role(Role.VOLUNTEER).filter(pk=person.pk).exists()
    if ground is None or not is_volunteer or _rests_or_is_done(projected([person.pk], ground)[person.pk]):
        return False
    asked_mail(person).send()
    audit.reminder_mailed(person)
    return True


def asked_mail(person: User) -> EmailMessage:
    """The mail: that something is open, and where. Never what: a mail is read by others too."""
    return mail_to("reminder_asked", person, link=reverse("certification:mine"))


def _outcomes(people: Sequence[User], actor: User, today: date) -> list[Outcome]:
    keys = [person.pk for person in people]
    allowed = coordinated_by(actor, people)
    ground = ground_on(today)
    rows = projected(keys, ground) if ground is not None else {}
    newest = _newest(keys)
    return [
        Outcome(each, _why_not(rows.get(each.pk), newest.get(each.pk), today))
        if each.pk in allowed
        else Outcome(each, "not_allowed")
        for each in people
    ]


def _why_not(row: Standing | None, newest: date | None, today: date) -> str:
    if row is None:
        return "no_scheme"
    if refusal := _rests_or_is_done(row):
        return refusal
    return "" if may_mail_again(newest, today) else "reminded"


def _rests_or_is_done(row: Standing) -> str:
    is_done = row.open_rules == NOTHING_OPEN and not row.is_expiring
    return _RESTING.get(row.state) or ("nothing_open" if is_done else "")


def _newest(people: Iterable[int]) -> dict[int, date]:
    rows = Reminder.objects.filter(person__in=list(people)).exclude(step=DIGEST).order_by()
    found = rows.values_list("person").annotate(newest=Max("sent_at"))
    return {person: localdate(moment) for person, moment in found}
