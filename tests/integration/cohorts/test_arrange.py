"""Make editions, plan meetings, and give people a place."""

import uuid
from datetime import date, timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.accounts.models import Organisation
from lms.accounts.public import Role
from lms.courses.cohorts import services
from lms.courses.cohorts.rules import Problem, Refused
from lms.courses.models import Cohort, CohortMember, Enrollment, Meeting
from lms.courses.public import meetings_of, upcoming_meetings
from tests.factories import cohorts, people

pytestmark = pytest.mark.django_db


def draft(**fields):
    return services.CohortDraft(
        **{"title": "Voorjaar 2027", "trainer": None, "starts_on": date(2027, 1, 12), "series": "basis"}
        | fields
    )


def meeting_draft(number: int, now, days: int = 5, **fields):
    starts_at = now + timedelta(days=days)
    return services.MeetingDraft(
        number, f"Onderwerp {number}", starts_at, starts_at + timedelta(hours=3), **fields
    )


def test_it_makes_one_edition_of_one_page_sent_twice(home, femke):
    submission = uuid.uuid4()
    course = cohorts.course()
    first = services.start_cohort(draft(trainer=femke), course, submission, femke)
    second = services.start_cohort(draft(trainer=femke), course, submission, femke)
    assert first == second
    assert Cohort.objects.count() == 1
    assert ModelLogEntry.objects.filter(action="courses.cohort_started").count() == 1


def test_it_fixes_the_series_once_presence_was_counted(cohort, meeting, noor, femke, now):
    kept = services.CohortDraft(cohort.title, None, cohort.starts_on, "anders")
    services.change_cohort(cohort, kept, femke)
    cohort.refresh_from_db()
    assert cohort.series == "anders"
    services.record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    with pytest.raises(Refused) as refusal:
        services.change_cohort(cohort, draft(series="basistraining"), femke)
    assert refusal.value.problem == Problem.SERIES_FIXED


def test_it_plans_meetings_once(cohort, femke, now):
    submission = uuid.uuid4()
    plan = [meeting_draft(1, now), meeting_draft(2, now, 12)]
    assert len(services.plan_meetings(cohort, plan, submission, femke)) == 2
    assert services.plan_meetings(cohort, plan, submission, femke) == []
    assert cohort.meetings.count() == 2


def test_it_refuses_a_number_that_is_taken_and_plans_nothing(cohort, meeting, femke, now):
    with pytest.raises(Refused) as refusal:
        services.plan_meetings(cohort, [meeting_draft(2, now), meeting_draft(1, now)], uuid.uuid4(), femke)
    assert refusal.value.problem == Problem.NUMBER_TAKEN
    assert Meeting.objects.count() == 1


def test_it_moves_presence_along_with_the_day(meeting, noor, femke, now, published):
    services.record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    published.clear()
    services.change_meeting(meeting, meeting_draft(1, now, days=-9), femke, now)
    assert published == [
        ("courses.attendance_recorded", {"person": noor.uuid, "meeting": meeting.uuid}),
    ]
    with pytest.raises(Refused) as refusal:
        services.change_meeting(meeting, meeting_draft(1, now, days=9), femke, now)
    assert refusal.value.problem == Problem.NOT_STARTED


def test_it_says_nothing_when_only_the_place_changes(meeting, noor, femke, now, published):
    services.record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    published.clear()
    new_place = meeting_draft(1, now, days=-10, place="Bibliotheek")
    services.change_meeting(meeting, new_place, femke, now)
    meeting.refresh_from_db()
    assert meeting.place == "Bibliotheek"
    assert published == []


def test_it_cancels_only_a_meeting_without_presence(cohort, meeting, noor, femke, now):
    other = cohorts.meeting(cohort, 2)
    services.cancel_meeting(other, femke)
    services.record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    with pytest.raises(Refused) as refusal:
        services.cancel_meeting(meeting, femke)
    assert refusal.value.problem == Problem.ATTENDANCE_KNOWN
    assert list(cohort.meetings.all()) == [meeting]


def test_it_gives_a_place_in_the_course_too(home, noor, femke, now):
    edition = cohorts.cohort()
    assert services.add_members(edition, [noor], femke, now) == [noor]
    assert Enrollment.objects.get().user == noor
    assert services.add_members(edition, [noor], femke, now) == []
    assert ModelLogEntry.objects.filter(action="courses.cohort_joined").count() == 1


def test_it_lets_a_person_come_back(cohort, noor, femke, now):
    assert services.remove_member(cohort, noor, femke, now)
    assert not services.remove_member(cohort, noor, femke, now)
    assert CohortMember.objects.get().left_on == date(2026, 11, 22)
    assert services.add_members(cohort, [noor], femke, now) == [noor]
    assert CohortMember.objects.get().left_on is None


def test_it_refuses_people_outside_the_scope(home, noor, vera, now):
    edition = cohorts.cohort()
    with pytest.raises(Refused):
        services.add_members(edition, [noor], vera, now)
    assert not CohortMember.objects.exists()
    assert not Enrollment.objects.exists()


def test_it_gives_a_coordinator_of_one_organisation_only_those_people(home, noor, vera, now):
    greet = people.person("Greet Bakker", Role.VOLUNTEER)
    people.member_of(greet, Organisation.objects.get(name="Stichting Elders"))
    edition = cohorts.cohort()
    assert services.add_members(edition, [greet], vera, now) == [greet]
    with pytest.raises(Refused):
        services.add_members(edition, [noor], vera, now)


def test_it_shows_a_person_what_is_still_to_come(cohort, meeting, noor, femke, now):
    cohort.trainer = femke
    cohort.save()
    later, sooner = cohorts.meeting(cohort, 3, days=9), cohorts.meeting(cohort, 2, days=2)
    cards = upcoming_meetings(noor, now)
    assert [card.uuid for card in cards] == [sooner.uuid, later.uuid]
    assert (cards[0].trainer, cards[0].number, cards[0].place) == ("Femke Smit", 2, "De Glasbak, Almere")
    services.remove_member(cohort, noor, femke, now)
    assert upcoming_meetings(noor, now) == []


def test_it_lists_past_and_future_with_presence(cohort, meeting, noor, femke, now, django_assert_num_queries):
    cohorts.meeting(cohort, 2, days=5)
    services.record_attendance(meeting.uuid, {noor.uuid: "partly"}, femke, now)
    with django_assert_num_queries(1):
        rows = meetings_of(noor)
    assert [(row.number, row.presence) for row in rows] == [(1, "partly"), (2, "")]
    assert rows[0].presence_label == "was er een deel van de tijd"
    services.remove_member(cohort, noor, femke, now)
    assert [row.number for row in meetings_of(noor)] == [1], "only what was written down stays after leaving"
