"""What is logged about intervision, never what was said. The subject is the person, or else the group."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.intervision.models import IntervisionGroup, IntervisionSession

register_actions(
    {
        "intervision.group_started": "Intervisiegroep gemaakt",
        "intervision.group_changed": "Intervisiegroep veranderd",
        "intervision.group_joined": "In een intervisiegroep geplaatst",
        "intervision.group_left": "Uit een intervisiegroep gehaald",
        "intervision.session_planned": "Intervisie gepland",
        "intervision.session_changed": "Intervisie veranderd",
        "intervision.session_cancelled": "Intervisie geschrapt",
        "intervision.session_recorded": "Verslag van intervisie bewaard",
        "intervision.presence_recorded": "Aanwezigheid bij intervisie opgeschreven",
    }
)


def group_started(group: IntervisionGroup, actor: User) -> None:
    """A group was made."""
    record("intervision.group_started", subject=group, actor=actor)


def group_changed(group: IntervisionGroup, actor: User) -> None:
    """A group got another name or facilitator."""
    record("intervision.group_changed", subject=group, actor=actor)


def joined(person: User, group: IntervisionGroup, actor: User) -> None:
    """A person got a place in a group."""
    record("intervision.group_joined", subject=person, actor=actor, group=str(group.uuid))


def left(person: User, group: IntervisionGroup, actor: User) -> None:
    """A person's place in a group ended."""
    record("intervision.group_left", subject=person, actor=actor, group=str(group.uuid))


def session_planned(session: IntervisionSession, actor: User) -> None:
    """A session was planned."""
    _about("intervision.session_planned", session, actor)


def session_changed(session: IntervisionSession, actor: User) -> None:
    """A session got another time, place, mode or method."""
    _about("intervision.session_changed", session, actor)


def session_cancelled(session: IntervisionSession, actor: User) -> None:
    """A session was taken away before it had a record."""
    _about("intervision.session_cancelled", session, actor)


def session_recorded(session: IntervisionSession, actor: User) -> None:
    """The minutes of a session were written down or corrected."""
    _about("intervision.session_recorded", session, actor)


def presence_recorded(person: User, session: IntervisionSession, actor: User, *, was_present: bool) -> None:
    """A person's presence at a session was written down or corrected."""
    record(
        "intervision.presence_recorded",
        subject=person,
        actor=actor,
        session=str(session.uuid),
        was_present=was_present,
    )


def _about(action: str, session: IntervisionSession, actor: User) -> None:
    record(action, subject=session.group, actor=actor, session=str(session.uuid))
