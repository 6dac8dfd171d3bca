"""Ids and fields in the body of a request: those of somebody else, and those that no form asks for."""

import uuid

import pytest
from django.urls import reverse

from lms.accounts.models import RoleAssignment, User
from lms.certification.ledger.services import record_evidence
from lms.certification.models import Decision, Evidence, RoleDeclaration
from lms.certification.readiness import FactKind
from lms.certification.roles.services import OtherRoles, declare_roles
from lms.courses.models import Attempt, Attendance, Cohort, CohortMember
from lms.exports.models import ExportConsent
from lms.intervision.models import GroupMember, SessionPresence
from tests.conftest import NOW
from tests.factories import certification as readiness
from tests.factories import cohorts, intervision, people
from tests.factories import courses as make
from tests.integration.security.forms_of import forms_of
from tests.integration.security.town import Browser, Town, arranged, rows

pytestmark = pytest.mark.django_db
ABOUT_PEOPLE = (Evidence, Decision, RoleDeclaration, ExportConsent)


def smuggled(town: Town) -> dict[str, object]:
    """Return fields that a form might swallow when it takes everything that is sent."""
    sam = town.sam
    return {
        "person": sam.uuid,
        "person_id": sam.pk,
        "user": sam.pk,
        "user_id": sam.pk,
        "subject": sam.pk,
        "recorded_by": sam.pk,
        "made_by": sam.pk,
        "actor": sam.pk,
        "granted_by": sam.pk,
        "pk": sam.pk,
        "is_staff": "on",
        "is_superuser": "on",
        "is_active": "",
        "groups": "1",
        "password": "geheim",
        "state": "matchable",
        "computed_state": "matchable",
        "kind": "confirm",
        "matchable": "true",
        "source": "seen",
        "made_at": "2020-01-01",
        "recorded_at": "2020-01-01",
        "completed_at": "2020-01-01",
        "role": "administrator",
        "roles_given": "administrator",
        "retracts": "on",
        "stage": "2",
    }


@pytest.mark.parametrize("who", ["noor", "femke", "koen"])
def test_it_takes_only_the_fields_of_the_form(town: Town, who: str):
    browser, actor, sent = Browser(town, who), getattr(town, who), 0
    for name, row in rows():
        with arranged(name, town) as url:
            answer = browser.get(url)
            is_page = answer.get("Content-Type", "").startswith("text/html")
            forms = forms_of(answer.content.decode()) if is_page else []
            for fields in [*(form.filled() for form in forms if not form.action), dict(row.data)]:
                browser.post(url, smuggled(town) | fields)
                sent += 1
            assert_nobody_else_was_touched(town, actor, name)
    assert sent > 40


def assert_nobody_else_was_touched(town: Town, actor: User, name: str) -> None:
    assert not User.objects.filter(is_superuser=True).exists(), name
    assert User.objects.get(pk=town.sam.pk).is_active, name
    assert not RoleAssignment.objects.filter(granted_by=town.sam).exists(), name
    for model in ABOUT_PEOPLE:
        field = "user" if hasattr(model, "user") else "person"
        assert not model.objects.filter(**{field: town.sam}).exists(), (name, model)
    assert not Evidence.objects.filter(recorded_by=town.sam).exists(), name
    assert not Evidence.objects.filter(recorded_at__year=2020).exists(), name
    if actor != town.koen:
        assert not Decision.objects.filter(kind="confirm", made_by=actor).exists(), name
        assert not RoleAssignment.objects.filter(user=actor, role="administrator").exists(), name


def test_it_takes_no_stranger_into_an_edition_or_group(town: Town):
    vera = Browser(town, "vera")
    edition, group = cohorts.cohort(), intervision.group()
    sent = {"people": [town.noor.uuid], "since": "2026-11-01"}
    assert vera.post(reverse("cohorts:members", args=[edition.uuid]), sent).status_code == 200
    assert vera.post(reverse("intervision:members", args=[group.uuid]), sent).status_code == 200
    assert not CohortMember.objects.exists()
    assert not GroupMember.objects.exists()


def test_it_lets_vera_write_about_her_own_people_only_in_a_mixed_edition(town: Town):
    own = people.person("Ine Kat", people.Role.VOLUNTEER)
    people.member_of(own, town.vera.role_assignments.get().organisation)
    edition = cohorts.cohort()
    for person in (own, town.noor):
        cohorts.place(edition, person)
    meeting = cohorts.meeting(edition)
    url = reverse("cohorts:attendance", args=[meeting.uuid])
    vera = Browser(town, "vera")
    assert town.noor.name not in vera.get(url).content.decode()
    vera.post(url, {f"person-{town.noor.uuid}": "present", f"person-{own.uuid}": "present"})
    assert [row.user for row in Attendance.objects.all()] == [own]


def test_it_lets_no_facilitator_write_down_the_own_presence(town: Town):
    group = intervision.group(facilitator=town.femke, members=(town.noor, town.femke))
    session = intervision.session(group)
    sent = {"net_minutes": 60, f"person-{town.femke.uuid}": "yes", f"person-{town.noor.uuid}": "yes"}
    Browser(town, "femke").post(reverse("intervision:session_record", args=[session.uuid]), sent)
    assert [row.user for row in SessionPresence.objects.all()] == [town.noor]


def test_it_records_no_meeting_of_others_on_somebodys_sheet(town: Town):
    edition = cohorts.cohort()
    cohorts.place(edition, town.sam)
    meeting = cohorts.meeting(edition)
    sent = {"submission": uuid.uuid4(), f"meeting_{meeting.uuid}": "present"}
    page = Browser(town, "koen").post(reverse("certification:record", args=[town.noor.uuid]), sent)
    assert page.status_code == 200
    assert not Attendance.objects.exists()


def test_it_takes_one_submission_for_one_person(town: Town):
    used = uuid.uuid4()
    said = {"submission": used, "roles": "none", "step": "send"}
    for who in ("noor", "sam"):
        Browser(town, who).post(reverse("certification:roles"), said)
    assert [row.person for row in RoleDeclaration.objects.all()] == [town.noor]
    koen = Browser(town, "koen")
    sheet = {"submission": used, "seen_vog": "2026-11-20"}
    for person in (town.noor, town.sam):
        koen.post(reverse("certification:record", args=[person.uuid]), sheet)
    assert [row.person for row in Evidence.objects.filter(kind=FactKind.SEEN)] == [town.noor]


def test_it_sees_no_declaration_of_another(town: Town):
    sams = declare_roles(town.sam, OtherRoles(), uuid.uuid4(), actor=town.sam, now=NOW)
    declare_roles(town.noor, OtherRoles(), uuid.uuid4(), actor=town.noor, now=NOW)
    url = reverse("certification:roles_seen", args=[town.noor.uuid])
    Browser(town, "koen").post(url, {"declaration": sams.uuid})
    assert not Evidence.objects.filter(kind=FactKind.ROLES_SEEN).exists()


def test_it_takes_no_answer_from_another_lesson_or_course(town: Town, home):
    course = make.course(home)
    make.enrolled(town.noor, course)
    module = make.module(course)
    asked, other = make.question(), make.question("Een andere vraag?")
    here, there = make.lesson(module, asked), make.lesson(module, other)
    foreign = make.lesson(make.module(make.course(home, "Anders", "anders")), make.question())
    noor = Browser(town, "noor")
    right = {"exercise": asked["id"], "answer": make.options(asked)[0], "submission": uuid.uuid4()}
    swapped = [
        (here, right | {"answer": make.options(other)[0]}),
        (here, right | {"exercise": other["id"], "answer": make.options(other)[0]}),
        (there, right),
        (foreign, right),
    ]
    for lesson, sent in swapped:
        noor.post(reverse("progress:answer", args=[lesson.uid]), sent)
    assert not Attempt.objects.exists()
    noor.post(reverse("progress:answer", args=[here.uid]), right)
    assert Attempt.objects.count() == 1
    Browser(town, "sam").post(reverse("progress:answer", args=[here.uid]), right)
    assert Attempt.objects.count() == 1


def test_it_gives_no_edition_of_others_for_its_id(town: Town):
    taken = cohorts.cohort("Van een ander")
    cohorts.place(taken, town.noor)
    sent = {"submission": taken.uuid, "title": "Gekaapt", "course": taken.course.uid}
    answer = Browser(town, "vera").post(
        reverse("cohorts:new"), sent | {"starts_on": "2026-11-20", "series": "x"}, follow=True
    )
    assert answer.status_code == 404
    assert Cohort.objects.get().title == "Van een ander"


def test_it_corrects_no_line_with_the_words_of_another(town: Town):
    fact = readiness.entry(FactKind.SEEN, NOW.date(), key="vog")
    line = record_evidence(town.noor, fact, actor=town.koen, now=NOW)
    url = reverse("certification:evidence", args=[town.noor.uuid, line.uuid])
    sent = {
        "what": "other_day",
        "happened_on": "2026-11-01",
        "kind": "conversation_held",
        "key": "closing_talk",
    }
    Browser(town, "koen").post(url, sent | {"person": town.sam.pk, "recorded_by": town.sam.pk})
    newest = Evidence.objects.order_by("pk").last()
    assert (newest.person, newest.kind, newest.key) == (town.noor, FactKind.SEEN, "vog")
    assert newest.recorded_by == town.koen
