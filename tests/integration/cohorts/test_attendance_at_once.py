"""Attendance at the same moment as something else: one consistent answer, and what counts it stands still."""

import threading
import time

import pytest
from django.db import transaction
from wagtail.models import ModelLogEntry

from lms.accounts.public import Role
from lms.courses.cohorts.rules import Problem, Refused
from lms.courses.cohorts.services import (
    CohortDraft,
    cancel_meeting,
    change_cohort,
    record_attendance,
)
from lms.courses.models import Attendance
from tests.at_once import at_once
from tests.factories import cohorts, people

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


def test_it_keeps_one_row_per_person_and_one_answer(home, now):
    trainers = [people.femke(), people.person("Ties Bakker", Role.TRAINER)]
    edition = cohorts.cohort()
    crowd = [people.person(f"Mens{i} Jansen", Role.VOLUNTEER) for i in range(6)]
    for one in crowd:
        cohorts.place(edition, one)
    meeting = cohorts.meeting(edition)
    answers = ["present", "absent"]
    troubles = at_once(
        (
            lambda actor=actor, answer=answer: record_attendance(
                meeting.uuid, {one.uuid: answer for one in crowd}, actor, now
            )
            for actor, answer in zip(trainers, answers, strict=True)
        )
    )
    assert troubles == []
    rows = list(Attendance.objects.all())
    assert len(rows) == len(crowd)
    assert len({(row.presence, row.recorded_by_id) for row in rows}) == 1, "a mix of two answers"
    assert ModelLogEntry.objects.filter(action="courses.attendance_recorded").count() == 2 * len(crowd)


def test_it_changes_nothing_twice_when_both_say_the_same(home, noor, now):
    trainers = [people.femke(), people.person("Ties Bakker", Role.TRAINER)]
    edition = cohorts.cohort()
    cohorts.place(edition, noor)
    meeting = cohorts.meeting(edition)
    counts = []
    troubles = at_once(
        lambda actor=actor: counts.append(record_attendance(meeting.uuid, {noor.uuid: "present"}, actor, now))
        for actor in trainers
    )
    assert troubles == []
    assert sorted(counts) == [0, 1]
    assert Attendance.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda meeting, actor: change_cohort(
                meeting.cohort,
                CohortDraft("Najaar 2026", None, meeting.cohort.starts_on, "verdieping"),
                actor,
            ),
            Problem.SERIES_FIXED,
        ),
        (cancel_meeting, Problem.ATTENDANCE_KNOWN),
    ],
)
def test_it_holds_the_edition_while_presence_is_written_down(home, noor, femke, koen, now, change, problem):
    edition = cohorts.cohort()
    cohorts.place(edition, noor)
    meeting = cohorts.meeting(edition)
    written = threading.Event()

    def record():
        with transaction.atomic():
            record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
            written.set()
            time.sleep(0.5)  # not committed yet: whoever looks now must wait

    def change_meanwhile():
        assert written.wait(timeout=10)
        change(meeting, koen)

    troubles = at_once([record, change_meanwhile])
    assert [trouble.problem for trouble in troubles if isinstance(trouble, Refused)] == [problem]
    assert len(troubles) == 1
    assert Attendance.objects.get().meeting.cohort.series == "basistraining"
