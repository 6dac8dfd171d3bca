"""What a trainer reads: the work of the own learners that waits, and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet

from lms.accounts.models import User
from lms.courses.cohorts.models import Cohort
from lms.courses.hand_ins.models import HandIn
from lms.courses.hand_ins.policies import work_for
from lms.courses.hand_ins.selectors import FileView, assignment_of, file_views, names_of

PER_PAGE = 30


class Which(StrEnum):
    """What of the list to show."""

    OPEN = "open"
    ANSWERED = "beantwoord"
    ALL = "alles"


WHICH = {Which.OPEN: Q(replied_at=None), Which.ANSWERED: Q(replied_at__isnull=False), Which.ALL: Q()}


@dataclass(frozen=True)
class WorkRow:
    """One line of the list."""

    uuid: UUID
    person: str
    name: str
    handed_in_at: datetime
    is_answered: bool


@dataclass(frozen=True)
class WorkPage:
    """One work as the trainer reads it, with what was handed in before it."""

    work: HandIn
    person: User
    name: str
    lesson_url: str
    files: tuple[FileView, ...]
    earlier: tuple[HandIn, ...]


def waiting_for(trainer: User) -> int:
    """Return how many works wait for a reply of this trainer; 1 query."""
    return work_for(trainer).filter(WHICH[Which.OPEN]).count()


def work_rows(
    trainer: User, which: Which, cohort: Cohort | None, page: str | None
) -> tuple[Page[HandIn], list[WorkRow]]:
    """Return one page of works: what waits longest first, then what was answered, newest first; 4 queries."""
    rows = work_for(trainer).filter(WHICH[which]).select_related("enrollment__user")
    if cohort is not None:
        places = cohort.members.filter(left_on=None)
        rows = rows.filter(enrollment__user__in=places.values("user"))
    found = Paginator(_in_order(rows, which), PER_PAGE).get_page(page)
    works = list(found.object_list)
    names = names_of(work.lesson_uid for work in works)
    return found, [
        WorkRow(
            work.uuid,
            work.enrollment.user.name,
            names.get(work.exercise_uid, ""),
            work.handed_in_at,
            work.replied_at is not None,
        )
        for work in works
    ]


def _in_order(rows: QuerySet[HandIn], which: Which) -> QuerySet[HandIn]:
    if which is Which.ANSWERED:
        return rows.order_by("-replied_at", "-pk")
    return rows.order_by(F("replied_at").asc(nulls_first=True), "handed_in_at", "pk")


def work_page(work: HandIn) -> WorkPage:
    """Return a work with its files and what the learner handed in before for the same assignment."""
    assignment = assignment_of(work.lesson_uid, work.exercise_uid)
    earlier = HandIn.objects.filter(
        enrollment=work.enrollment_id, exercise_uid=work.exercise_uid, handed_in_at__lt=work.handed_in_at
    )
    return WorkPage(
        work=work,
        person=work.enrollment.user,
        name=assignment.name if assignment else "",
        lesson_url=assignment.url if assignment else "",
        files=file_views(work.files.order_by("pk").values_list("uuid", "kind")),
        earlier=tuple(earlier.order_by("-handed_in_at")),
    )


def cohorts_with_work(trainer: User) -> QuerySet[Cohort]:
    """Return the editions this trainer trains, to choose from."""
    return Cohort.objects.filter(trainer=trainer).order_by("-starts_on", "title")
