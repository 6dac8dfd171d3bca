"""Verbs of signing in: begin, touch and end sessions, and remember that somebody came in."""

from datetime import datetime, timedelta

from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from lms.accounts import audit
from lms.accounts.models import Invitation, User
from lms.accounts.sign_in.rules import STAFF_LIFE, VOLUNTEER_LIFE, SessionLife
from lms.accounts.sign_in.selectors import SECOND_FACTORS, has_second_factor, is_staff_now

SIGNED_IN_AT = "signed_in_at"
TOUCHED_AT = "touched_at"
STAFF = "staff"
SECOND_FACTOR = "second_factor"
OFFER_PASSKEY = "offer_passkey"


def begin_session(session: SessionBase, user: User, now: datetime) -> None:
    """Give a new session its length of life, and decide once whether a second factor is still to add."""
    staff = is_staff_now(user)
    session[STAFF] = staff
    session[SIGNED_IN_AT] = session[TOUCHED_AT] = int(now.timestamp())
    session[SECOND_FACTOR] = not staff or has_second_factor(user)
    session.set_expiry(int(life_of(session).idle.total_seconds()))  # seconds slide; a moment would not


def life_of(session: SessionBase) -> SessionLife:
    """Return how long this session may live: short for staff, long for volunteers."""
    return STAFF_LIFE if session.get(STAFF, True) else VOLUNTEER_LIFE


def is_session_over(session: SessionBase, now: datetime) -> bool:
    """Say whether the session is older than it may ever get, or was idle for too long."""
    life = life_of(session)
    moment = now.timestamp()
    too_old = moment - session.get(SIGNED_IN_AT, moment) > life.longest.total_seconds()
    # A touch may be this much too late, because not every request is written down.
    allowed = life.idle + life.touch_every
    return too_old or moment - session.get(TOUCHED_AT, moment) > allowed.total_seconds()


def seconds_left(session: SessionBase, now: datetime) -> int:
    """Return how many seconds this session lives on when nothing more happens; 0 when it is over.

    Counted from the last activity that was written down: the stored session ends then.
    """
    life, moment = life_of(session), now.timestamp()
    idle_until = session.get(TOUCHED_AT, moment) + life.idle.total_seconds()
    at_most = session.get(SIGNED_IN_AT, moment) + life.longest.total_seconds()
    return max(int(min(idle_until, at_most) - moment), 0)


def touch_session(session: SessionBase, now: datetime) -> None:
    """Write activity down when the last note is old enough; that also moves the end of the session."""
    since = timedelta(seconds=now.timestamp() - session.get(TOUCHED_AT, 0))
    if since >= life_of(session).touch_every:
        session[TOUCHED_AT] = int(now.timestamp())
        session.setdefault(SIGNED_IN_AT, int(now.timestamp()))


def second_factor_settled(session: SessionBase, user: User) -> bool:
    """Say whether this session may pass; a yes is kept in the session, a no is looked up again each time."""
    if not session.get(SECOND_FACTOR):
        settled = not is_staff_now(user) or has_second_factor(user)
        if settled:
            session[SECOND_FACTOR] = True
        return settled
    return True


@transaction.atomic
def record_sign_in(user: User, request: HttpRequest, now: datetime) -> None:
    """Remember a sign-in; the first one accepts the invitation and offers a passkey afterwards."""
    first = Invitation.objects.filter(user=user, accepted_at=None).update(accepted_at=now)
    if first and user.joined_on is None:
        user.joined_on = timezone.localdate(now)
        user.save(update_fields=["joined_on"])
    if first and not has_second_factor(user) and not is_staff_now(user):
        request.session[OFFER_PASSKEY] = True
    audit.signed_in(user)


def authenticator_added(user: User, kind: str, request: HttpRequest) -> None:
    """Log a new authenticator, and decide again whether this session may pass.

    A new passkey or app was used a moment ago, after fresh proof: nobody is asked for it once more to read
    the recovery codes that came with it.
    """
    request.session.pop(SECOND_FACTOR, None)
    if kind in SECOND_FACTORS:
        record_authentication(request, user, method="mfa", type=kind, reauthenticated=True)
    audit.authenticator_added(user, kind=kind)


def authenticator_removed(user: User, kind: str, session: SessionBase) -> None:
    """Log that an authenticator is gone; without one, staff may not pass any more."""
    session.pop(SECOND_FACTOR, None)
    audit.authenticator_removed(user, kind=kind)


@transaction.atomic
def record_email_change(user: User, request: HttpRequest) -> None:
    """Log a new address and end the person's other sessions; this one has just been proved."""
    audit.email_changed(user)
    end_other_sessions(request, user)


@transaction.atomic
def end_sessions(user: User) -> None:
    """End every session of a person at once (ASVS 7.4.2): at deactivation and when a role begins or ends.

    A new unusable password changes the hash every session is checked against, so that a session nobody
    listed ends too.
    """
    user.set_unusable_password()
    user.save(update_fields=["password"])
    listed = UserSession.objects.filter(user=user)
    Session.objects.filter(session_key__in=listed.values("session_key")).delete()
    listed.delete()


def clear_expired_sessions(now: datetime) -> int:
    """Delete sessions that ended by themselves, and the list entries without a session; return how many."""
    number, _ = Session.objects.filter(expire_date__lt=now).delete()
    not_new = UserSession.objects.filter(created_at__lt=now - timedelta(days=1))  # a new one may not be saved
    not_new.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return number
