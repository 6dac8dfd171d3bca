"""Verbs of inviting: make the accounts, and let the worker send the mail."""

from collections.abc import Sequence
from datetime import datetime

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from lms.accounts import audit
from lms.accounts.invitations.rules import Row
from lms.accounts.invitations.selectors import checked_rows
from lms.accounts.models import Invitation, RoleAssignment, User
from lms.accounts.roles import Role
from lms.municipality.public import current_settings
from lms.outbox.public import publish


@transaction.atomic
def invite_people(rows: Sequence[Row], *, actor: User, now: datetime) -> list[User]:
    """Make a volunteer of every row that is right, and ask for the mail; return the new people.

    Rows with a problem are left out, also when the problem came up after somebody looked at the list.
    """
    invited = []
    for row in checked_rows(list(rows)):
        if row.problem is None and (person := _create(row.name, row.email)):
            _invite(person, actor, now)
            invited.append(person)
    return invited


def _create(name: str, email: str) -> User | None:
    try:
        with transaction.atomic():
            return User.objects.create_user(email, name)
    except IntegrityError:  # another coordinator was a moment earlier
        return None


def _invite(person: User, actor: User, now: datetime) -> None:
    # Not verified: the first mailed code proves the address.
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=False)
    RoleAssignment.objects.create(user=person, role=Role.VOLUNTEER, granted_at=now, granted_by=actor)
    Invitation.objects.create(user=person, invited_by=actor, invited_at=now)
    audit.person_invited(person, actor)
    publish("accounts.roles_changed", now=now, person=person.uuid)
    publish("accounts.person_invited", now=now, person=person.uuid)


@transaction.atomic
def invite_again(person: User, *, actor: User, now: datetime) -> bool:
    """Mail the invitation once more; False for somebody who came in already or whose mail is still to go."""
    waiting = Invitation.objects.filter(user=person, accepted_at=None, user__is_active=True)
    if not waiting.exclude(mailed_at=None).update(mailed_at=None, invited_at=now, invited_by=actor):
        return False
    audit.person_invited(person, actor)
    publish("accounts.person_invited", now=now, person=person.uuid)
    return True


def mail_invitation(person: User, now: datetime) -> bool:
    """Send the invitation and note the moment; False when it was sent, accepted or withdrawn already.

    Runs outside a transaction: a slow mail server must hold no lock. A stop between the mail and the note
    sends it twice, never not at all.
    """
    waiting = Invitation.objects.filter(user=person, mailed_at=None, accepted_at=None, user__is_active=True)
    if not waiting.exists():
        return False
    invitation_mail(person).send()
    with transaction.atomic():
        waiting.update(mailed_at=now)
        audit.invitation_mailed(person)
    return True


def invitation_mail(person: User) -> EmailMessage:
    """Return the invitation: whom it is from, how to come in, and whom to call."""
    context = {
        "name": person.get_short_name(),
        "municipality": current_settings(),
        "link": settings.SITE_URL + reverse("account_login"),
    }
    subject = " ".join(render_to_string("emails/invitation/subject.txt", context).split())
    body = render_to_string("emails/invitation/body.txt", context).strip()
    return EmailMessage(subject, body, to=[person.email])
