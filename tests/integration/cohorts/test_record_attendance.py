"""Write down who was at a meeting."""

import uuid
from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.public import Role
from lms.courses.cohorts.rules import Problem, Refused
from lms.courses.cohorts.services import record_attendance
from lms.courses.models import Attendance
from lms.courses.public import AttendanceFact, Presence, attendance_fact
from tests.factories import cohorts, people

pytestmark = pytest.mark.django_db
ACTION = "courses.attendance_recorded"


def test_it_writes_down_who_was_there(meeting, noor, femke, now, published):
    assert record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now) == 1
    row = Attendance.objects.get()
    assert (row.user, row.presence, row.recorded_by, row.recorded_at) == (noor, "present", femke, now)
    assert published == [(ACTION, {"person": noor.uuid, "meeting": meeting.uuid})]
    assert attendance_fact(meeting.uuid, noor.uuid) == AttendanceFact(
        "basistraining", Presence.PRESENT, (now - timedelta(days=10)).date()
    )


def test_it_logs_it_for_the_person_without_names(meeting, noor, femke, now):
    record_attendance(meeting.uuid, {noor.uuid: "partly"}, femke, now)
    entry = ModelLogEntry.objects.get(action=ACTION)
    assert (entry.object_id, entry.user) == (str(noor.pk), femke)
    assert entry.data["presence"] == "partly"
    assert "Noor" not in str(entry.data) + entry.label


def test_it_does_nothing_the_second_time(meeting, noor, femke, now, published):
    record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    assert record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now + timedelta(hours=1)) == 0
    assert Attendance.objects.get().recorded_at == now
    assert len(published) == 1
    assert ModelLogEntry.objects.filter(action=ACTION).count() == 1


def test_it_lets_the_last_one_count_and_keeps_both_in_the_log(meeting, noor, femke, koen, now, published):
    record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    assert record_attendance(meeting.uuid, {noor.uuid: "absent"}, koen, now + timedelta(days=1)) == 1
    assert Attendance.objects.get().presence == "absent"
    assert attendance_fact(meeting.uuid, noor.uuid).presence == Presence.ABSENT
    correction = ModelLogEntry.objects.filter(action=ACTION).order_by("-pk").first()
    assert (correction.data["presence"], correction.data["was"]) == ("absent", "present")
    assert len(published) == 2


def test_it_publishes_only_the_changed_rows(cohort, meeting, noor, femke, now, published):
    ilias = people.person("Ilias Amrani", Role.VOLUNTEER)
    cohorts.place(cohort, ilias)
    record_attendance(meeting.uuid, {noor.uuid: "present", ilias.uuid: "present"}, femke, now)
    published.clear()
    record_attendance(meeting.uuid, {noor.uuid: "present", ilias.uuid: "partly"}, femke, now)
    assert [ids["person"] for _, ids in published] == [ilias.uuid]


def test_it_refuses_a_meeting_that_is_still_to_come(cohort, noor, femke, now):
    tomorrow = cohorts.meeting(cohort, 2, days=1)
    with pytest.raises(Refused) as refusal:
        record_attendance(tomorrow.uuid, {noor.uuid: "present"}, femke, now)
    assert refusal.value.problem == Problem.NOT_STARTED
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("who", ["noor", "vera"])
def test_it_refuses_who_may_not_write_it_down(who, meeting, noor, now, request):
    actor = request.getfixturevalue(who)
    with pytest.raises(Refused) as refusal:
        record_attendance(meeting.uuid, {noor.uuid: "present"}, actor, now)
    assert refusal.value.problem == Problem.STRANGER
    assert not Attendance.objects.exists()


def test_it_refuses_ones_own_presence(cohort, meeting, now):
    both = people.person("Bo Trainer", Role.VOLUNTEER, Role.TRAINER)
    cohorts.place(cohort, both)
    with pytest.raises(Refused):
        record_attendance(meeting.uuid, {both.uuid: "present"}, both, now)


def test_it_refuses_people_of_elsewhere_and_writes_nothing(meeting, noor, femke, now):
    with pytest.raises(Refused):
        record_attendance(meeting.uuid, {noor.uuid: "present", uuid.uuid4(): "present"}, femke, now)
    assert not Attendance.objects.exists()


def test_it_refuses_who_left_before_that_day_but_not_who_left_later(cohort, meeting, noor, femke, now):
    held_on = (now - timedelta(days=10)).date()
    place = cohort.members.get(user=noor)
    place.left_on = held_on - timedelta(days=1)
    place.save()
    with pytest.raises(Refused):
        record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    place.left_on = held_on + timedelta(days=1)
    place.save()
    assert record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now) == 1


def test_it_knows_nothing_of_what_was_not_written_down(meeting, noor):
    assert attendance_fact(meeting.uuid, noor.uuid) is None
    assert attendance_fact(uuid.uuid4(), noor.uuid) is None


def test_it_asks_the_same_number_of_queries_to_know_a_fact(
    meeting, noor, femke, now, django_assert_num_queries
):
    record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    with django_assert_num_queries(1):
        attendance_fact(meeting.uuid, noor.uuid)
