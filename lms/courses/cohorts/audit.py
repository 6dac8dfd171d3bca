"""What is logged about group training. The subject is the person, or else the edition."""

from lms.accounts.models import User
from lms.audit.public import record, register_actions
from lms.courses.cohorts.models import Cohort, Meeting

register_actions(
    {
        "courses.cohort_started": "Lichting gemaakt",
        "courses.cohort_changed": "Lichting veranderd",
        "courses.meetings_planned": "Bijeenkomsten gepland",
        "courses.meeting_changed": "Bijeenkomst veranderd",
        "courses.meeting_cancelled": "Bijeenkomst geschrapt",
        "courses.cohort_joined": "In een lichting geplaatst",
        "courses.cohort_left": "Uit een lichting gehaald",
        "courses.attendance_recorded": "Aanwezigheid opgeschreven",
    }
)


def cohort_started(cohort: Cohort, actor: User) -> None:
    """An edition was made."""
    record("courses.cohort_started", subject=cohort, actor=actor)


def cohort_changed(cohort: Cohort, actor: User) -> None:
    """Name, trainer, series or first day of an edition changed."""
    record("courses.cohort_changed", subject=cohort, actor=actor)


def meetings_planned(cohort: Cohort, actor: User, *, count: int) -> None:
    """So many meetings were added to an edition."""
    record("courses.meetings_planned", subject=cohort, actor=actor, count=count)


def meeting_changed(meeting: Meeting, actor: User) -> None:
    """A meeting got another time, place or programme."""
    record("courses.meeting_changed", subject=meeting.cohort, actor=actor, meeting=str(meeting.uuid))


def meeting_cancelled(meeting: Meeting, actor: User) -> None:
    """A meeting was taken away before anyone's presence was written down."""
    record("courses.meeting_cancelled", subject=meeting.cohort, actor=actor, meeting=str(meeting.uuid))


def joined(person: User, cohort: Cohort, actor: User) -> None:
    """A person takes part in an edition."""
    record("courses.cohort_joined", subject=person, actor=actor, cohort=str(cohort.uuid))


def left(person: User, cohort: Cohort, actor: User) -> None:
    """A person no longer takes part in an edition."""
    record("courses.cohort_left", subject=person, actor=actor, cohort=str(cohort.uuid))


def attendance_recorded(person: User, meeting: Meeting, actor: User, *, presence: str, was: str) -> None:
    """A person's presence at a meeting was written down, or corrected (`was` then holds the earlier one)."""
    record(
        "courses.attendance_recorded",
        subject=person,
        actor=actor,
        meeting=str(meeting.uuid),
        presence=presence,
        was=was or None,
    )
