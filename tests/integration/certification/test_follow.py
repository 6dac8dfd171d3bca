"""The ledger follows lessons, meetings, sessions and contact persons: in any order, as often as one likes."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse

from lms.accounts.models import Membership, Organisation
from lms.accounts.public import Role
from lms.certification import consumers
from lms.certification.ledger.services import retract_evidence
from lms.certification.models import Evidence, Standing
from lms.courses.models import LessonProgress
from lms.courses.public import complete_lesson, record_attendance
from lms.intervision.public import record_session
from lms.outbox.public import Message, deliver_due
from tests.factories import certification as factory
from tests.factories import cohorts, courses, intervision, people

pytestmark = pytest.mark.django_db


def message(topic: str, now, **ids: object) -> Message:
    return Message(uuid.uuid4(), topic, {name: str(value) for name, value in ids.items()}, now)


def effective(kind: str) -> list[Evidence]:
    return list(Evidence.objects.effective().filter(kind=kind))


@pytest.fixture
def lesson(scheme, home, noor):
    course = courses.course(home)
    courses.enrolled(noor, course)
    return courses.lesson(courses.module(course, 5), uid=factory.LESSONS[4])


@pytest.fixture
def meeting(scheme, home, noor, femke):
    made = cohorts.meeting(cohorts.cohort(trainer=femke))
    cohorts.place(made.cohort, noor)
    return made


def test_it_hears_of_a_lesson(lesson, noor, now, today, clock):
    complete_lesson(noor, lesson.uid, now)
    deliver_due(now)
    row = Evidence.objects.get()
    assert (row.kind, row.key, row.happened_on, row.source) == (
        "item_completed",
        factory.LESSONS[4],
        today,
        "online",
    )
    consumers.lesson_completed(message("courses.lesson_completed", now, person=noor.uuid, lesson=lesson.uid))
    assert Evidence.objects.count() == 1


def test_it_believes_the_course_and_not_the_message(lesson, noor, now, clock):
    consumers.lesson_completed(message("courses.lesson_completed", now, person=noor.uuid, lesson=lesson.uid))
    assert not Evidence.objects.exists()


def test_it_ignores_messages_about_who_was_erased(lesson, now, clock):
    consumers.lesson_completed(
        message("courses.lesson_completed", now, person=uuid.uuid4(), lesson=lesson.uid)
    )
    assert not Evidence.objects.exists()


def test_it_does_not_bring_back_what_the_coordinator_took_back(lesson, noor, koen, now, clock):
    complete_lesson(noor, lesson.uid, now)
    deliver_due(now)
    retract_evidence(Evidence.objects.get(), actor=koen, now=now)
    consumers.lesson_completed(message("courses.lesson_completed", now, person=noor.uuid, lesson=lesson.uid))
    assert not effective("item_completed")


def test_it_writes_a_lesson_on_paper_once_with_its_own_day(lesson, noor, koen, koen_client, now):
    url = reverse("certification:record", kwargs={"uuid": noor.uuid})
    assert str(lesson.title) in koen_client.get(url).content.decode()
    data = {"submission": str(uuid.uuid4()), "lesson": str(lesson.uid), "lesson_on": "2026-11-10"}
    assert koen_client.post(url, data).status_code == 302
    deliver_due(now)
    row = Evidence.objects.get()
    assert (row.source, row.happened_on, row.recorded_by) == ("paper", date(2026, 11, 10), koen)
    assert LessonProgress.objects.get(lesson_uid=lesson.uid).completed_at is not None


def test_it_says_so_when_the_person_does_not_take_the_course(scheme, home, noor, koen_client):
    lesson = courses.lesson(courses.module(courses.course(home), 5), uid=factory.LESSONS[4])
    data = {"submission": str(uuid.uuid4()), "lesson": str(lesson.uid), "lesson_on": "2026-11-10"}
    page = koen_client.post(reverse("certification:record", kwargs={"uuid": noor.uuid}), data)
    assert "Deze persoon doet niet mee met de cursus van deze les." in page.content.decode()
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(("presence", "counts"), [("present", 1), ("partly", 0), ("absent", 0)])
def test_it_counts_who_was_there_all_the_time(meeting, noor, femke, now, clock, presence, counts):
    record_attendance(meeting.uuid, {noor.uuid: presence}, femke, now)
    deliver_due(now)
    assert len(effective("attended")) == counts


def test_it_follows_a_correction_in_whatever_order_messages_come(meeting, noor, femke, now, clock):
    for presence in ("present", "absent", "present"):
        record_attendance(meeting.uuid, {noor.uuid: presence}, femke, now)
    for _ in range(2):
        deliver_due(now)
    (row,) = effective("attended")
    assert (row.key, row.ref) == ("basistraining", str(meeting.uuid))
    assert Evidence.objects.count() == 1
    record_attendance(meeting.uuid, {noor.uuid: "absent"}, femke, now)
    deliver_due(now)
    assert not effective("attended")


def test_it_follows_presence_at_intervision(scheme, noor, femke, now, today, clock):
    others = tuple(
        factory.people_volunteer(f"Mens {number}", email=f"m{number}@example.org") for number in range(4)
    )
    session = intervision.session(intervision.group(facilitator=femke, members=(noor, *others)), days=-3)
    everybody = dict.fromkeys([noor.uuid, *(person.uuid for person in others)], True)
    record_session(session.uuid, 80, everybody, femke, now)
    deliver_due(now)
    row = Evidence.objects.effective().get(person=noor)
    assert (row.kind, row.number, row.group_size) == ("intervision", 80, 5)
    record_session(session.uuid, 80, {others[0].uuid: False}, femke, now)
    deliver_due(now)
    assert Evidence.objects.effective().get(person=noor).group_size == 4


def test_it_follows_the_contact_person_both_ways(scheme, noor, now, today, clock):
    organisation = Organisation.objects.create(name="Stichting Samen")
    people.person("Carla Contact", Role.CONTACT_PERSON, organisation=organisation)
    member = people.member_of(noor, organisation)
    changed = message("accounts.membership_changed", now, person=noor.uuid)
    for _ in range(2):
        consumers.membership_changed(changed)
    assert [row.state for row in effective("contact_linked")] == [True]
    Membership.objects.filter(pk=member.pk).update(ended_at=now)
    consumers.membership_changed(
        message("accounts.membership_changed", now + timedelta(hours=1), person=noor.uuid)
    )
    assert [row.state for row in effective("contact_linked")] == [True, False]
    contact = next(each for each in Standing.objects.get(person=noor).criteria if each["id"] == "contact")
    assert not contact["passed"]


def test_it_never_says_unlinked_about_who_was_never_linked(scheme, noor, now, clock):
    consumers.membership_changed(message("accounts.membership_changed", now, person=noor.uuid))
    assert not Evidence.objects.exists()


def test_it_puts_lines_that_follow_right_where_they_came_from(meeting, noor, femke, koen_client, now):
    record_attendance(meeting.uuid, {noor.uuid: "present"}, femke, now)
    deliver_due(now)
    row = Evidence.objects.get()
    url = reverse("certification:evidence", kwargs={"uuid": noor.uuid, "evidence": row.uuid})
    assert koen_client.get(url).status_code == 404
    page = koen_client.get(reverse("certification:person", kwargs={"uuid": noor.uuid})).content.decode()
    assert "Bij een bijeenkomst geweest" in page
    assert "Dit klopt niet" not in page
