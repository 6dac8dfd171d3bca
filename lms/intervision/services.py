"""Verbs of intervision: arrange groups, plan sessions, and write down who was there. Never what was said."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import DateField, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.public import Role, people_within
from lms.intervision import audit
from lms.intervision.models import (
    GroupMember,
    IntervisionGroup,
    IntervisionSession,
    Method,
    SessionPresence,
)
from lms.intervision.policies import recordable_people
from lms.intervision.rules import Problem, Record, Refused, record_problem, whose_fact_changed
from lms.outbox.public import publish


@dataclass(frozen=True)
class SessionDraft:
    """What one says about a session beforehand."""

    starts_at: datetime
    ends_at: datetime
    place: str
    mode: str
    method: Method | None


@transaction.atomic
def start_group(name: str, facilitator: User | None, submission: uuid.UUID, actor: User) -> IntervisionGroup:
    """Make a group; the same submission again gives the group that is already there."""
    _must_facilitate(facilitator)
    group, made = IntervisionGroup.objects.get_or_create(
        uuid=submission, defaults={"name": name, "facilitator": facilitator}
    )
    if made:
        audit.group_started(group, actor)
    return group


@transaction.atomic
def change_group(group: IntervisionGroup, name: str, facilitator: User | None, actor: User) -> None:
    """Give a group another name, or appoint another facilitator."""
    if (group.name, group.facilitator) == (name, facilitator):
        return
    if facilitator != group.facilitator:
        _must_facilitate(facilitator)
    group.name, group.facilitator = name, facilitator
    group.save(update_fields=["name", "facilitator"])
    audit.group_changed(group, actor)


@transaction.atomic
def add_members(group: IntervisionGroup, people: Iterable[User], since: date, actor: User) -> list[User]:
    """Give people a place in a group from a day; return those who are new in it."""
    IntervisionGroup.objects.select_for_update().get(pk=group.pk)
    allowed = set(people_within(actor, Role.COORDINATOR))
    here = set(group.members.filter(until=None).values_list("user_id", flat=True))
    new = [person for person in people if person.pk not in here]
    if not allowed.issuperset(new):
        raise Refused(Problem.STRANGER)
    for person in new:
        GroupMember.objects.create(group=group, user=person, since=since)
        audit.joined(person, group, actor)
    return new


@transaction.atomic
def end_membership(group: IntervisionGroup, person: User, until: date, actor: User) -> bool:
    """End a person's place in a group on a day; what was written down stays. Return whether there was one."""
    if not people_within(actor, Role.COORDINATOR).filter(pk=person.pk).exists():
        raise Refused(Problem.STRANGER)
    last = Greatest("since", Value(until, output_field=DateField()))
    ended = group.members.filter(user=person, until=None).update(until=last)
    if ended:
        audit.left(person, group, actor)
    return bool(ended)


@transaction.atomic
def plan_session(
    group: IntervisionGroup, draft: SessionDraft, submission: uuid.UUID, actor: User
) -> IntervisionSession:
    """Plan a session; the same submission again gives the session that is already there."""
    session, made = IntervisionSession.objects.get_or_create(
        uuid=submission, defaults={"group": group, **_fields(draft)}
    )
    if made:
        audit.session_planned(session, actor)
    return session


@transaction.atomic
def change_session(session: IntervisionSession, draft: SessionDraft, actor: User, now: datetime) -> None:
    """Change a session; its record must still be possible, and the facts move along with its day."""
    row = _locked(session.uuid)
    if row.net_minutes is not None:
        _must_fit(draft.starts_at, draft.ends_at, row.net_minutes, now)
    was_on = timezone.localdate(row.starts_at)
    changed = [name for name, value in _fields(draft).items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, _fields(draft)[name])
    if not changed:
        return
    row.save(update_fields=changed)
    audit.session_changed(row, actor)
    if timezone.localdate(row.starts_at) != was_on:
        _tell(row, row.presence.values_list("user__uuid", flat=True), now)


@transaction.atomic
def cancel_session(session: IntervisionSession, actor: User) -> None:
    """Take a session away; refused when it has a record."""
    row = _locked(session.uuid)
    if row.recorded_at is not None:
        raise Refused(Problem.RECORD_KNOWN)
    audit.session_cancelled(row, actor)
    row.delete()


@transaction.atomic
def record_session(
    session: uuid.UUID, net_minutes: int, presences: Mapping[uuid.UUID, bool], actor: User, now: datetime
) -> int:
    """Write down the minutes and who was there, by the uuid of the person; return how many facts changed.

    The last one counts, and the same twice changes nothing. Refused before the session starts, for more
    minutes than there were, and for people who are not on the actor's list of this session.
    """
    row = _locked(session)
    _must_fit(row.starts_at, row.ends_at, net_minutes, now)
    people = {
        person.uuid: person for person in recordable_people(actor, row, timezone.localdate(row.starts_at))
    }
    if not presences.keys() <= people.keys():
        raise Refused(Problem.STRANGER)
    known = dict(row.presence.values_list("user_id", "was_present"))
    given = {people[key].pk: was for key, was in presences.items()}
    before = None if row.net_minutes is None else Record(row.net_minutes, known)
    after = Record(net_minutes, known | given)
    _write_minutes(row, net_minutes, actor, now)
    _write_presence(row, {pk: was for pk, was in given.items() if known.get(pk) != was}, actor, now)
    changed = whose_fact_changed(before, after)
    _tell(row, User.objects.filter(pk__in=changed).values_list("uuid", flat=True), now)
    return len(changed)


def _write_minutes(session: IntervisionSession, net_minutes: int, actor: User, now: datetime) -> None:
    if session.net_minutes == net_minutes:
        return
    session.net_minutes, session.recorded_at = net_minutes, now
    session.save(update_fields=["net_minutes", "recorded_at"])
    audit.session_recorded(session, actor)


def _write_presence(session: IntervisionSession, new: Mapping[int, bool], actor: User, now: datetime) -> None:
    SessionPresence.objects.bulk_create(
        (
            SessionPresence(
                session=session, user_id=person, was_present=was, recorded_by=actor, recorded_at=now
            )
            for person, was in new.items()
        ),
        update_conflicts=True,
        unique_fields=["session", "user"],
        update_fields=["was_present", "recorded_by", "recorded_at"],
    )
    for person in User.objects.filter(pk__in=new):
        audit.presence_recorded(person, session, actor, was_present=new[person.pk])


def _tell(session: IntervisionSession, people: Iterable[uuid.UUID], now: datetime) -> None:
    for person in people:
        publish("intervision.presence_recorded", now=now, person=person, session=session.uuid)


def _must_fit(starts_at: datetime, ends_at: datetime, net_minutes: int, now: datetime) -> None:
    if problem := record_problem(starts_at, ends_at, net_minutes, now):
        raise Refused(problem)


def _must_facilitate(person: User | None) -> None:
    if person is not None and not User.objects.with_role(Role.FACILITATOR).filter(pk=person.pk).exists():
        raise Refused(Problem.NOT_A_FACILITATOR)


def _fields(draft: SessionDraft) -> dict[str, object]:
    return {
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "place": draft.place,
        "mode": draft.mode,
        "method": draft.method,
    }


def _locked(session: uuid.UUID) -> IntervisionSession:
    """Return the session as it is now, held until the end of the transaction."""
    sessions = IntervisionSession.objects.select_for_update(of=("self",)).select_related("group")
    return sessions.get(uuid=session)
