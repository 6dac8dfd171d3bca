"""Issue, make again, take back: what is frozen, who may, and that a double click is one."""

import uuid
from datetime import date, timedelta

import pytest
from wagtail.models import ModelLogEntry

from lms.certification.certificates.earned import hours_of
from lms.certification.certificates.rules import content_of
from lms.certification.certificates.selectors import Order, view_of
from lms.certification.certificates.services import (
    CertificateRefused,
    issue,
    reissue,
    revoke,
    write_own_words,
)
from lms.certification.models import AppendOnlyError, Certificate, CertificateRevocation, Rendering
from lms.certification.policies import NotAllowed
from lms.certification.rules import HOURS, PARTICIPATION
from lms.courses.models import Attendance, Meeting
from lms.intervision.models import SessionPresence
from lms.outbox.models import OutboxMessage
from tests.factories import certificates as factory
from tests.factories import intervision, people

pytestmark = pytest.mark.django_db
YEAR = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}


def participation(edition) -> Order:
    return Order(kind=PARTICIPATION, cohort=edition)


def actions() -> list[str]:
    return list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))


def test_it_freezes_what_is_true_on_the_day_of_issue(edition, noor, koen, now, scheme):
    made = issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)
    content = content_of(made.context)
    assert content.name == "Noor de Wit"
    assert [line.value for line in content.lines] == ["3 van de 4, samen 9 uur"]
    assert content.issued_on == date(2026, 11, 22)
    assert content.issuer.signer == "Koen"
    assert made.context["scheme"] == f"{scheme.slug}/{scheme.number}"
    assert made.context["state"] == "in_progress"
    assert {each["id"] for each in made.context["criteria"]} >= {"vog"}

    noor.name = "Noor Jansen"
    noor.save()
    Attendance.objects.all().delete()
    edition.title = "Heel anders"
    edition.save()
    assert content_of(Certificate.objects.get().context) == content


def test_it_is_written_once(proof):
    proof.number = 7
    with pytest.raises(AppendOnlyError):
        proof.save()
    with pytest.raises(AppendOnlyError):
        Certificate.objects.update(number=7)


def test_it_issues_one_certificate_for_the_same_submission(edition, noor, koen, now, submission):
    first = issue(noor, participation(edition), submission, actor=koen, now=now)
    again = issue(noor, participation(edition), submission, actor=koen, now=now + timedelta(minutes=1))
    assert first.pk == again.pk
    assert (Certificate.objects.count(), Rendering.objects.count()) == (1, 1)
    assert OutboxMessage.objects.filter(topic="certification.rendering_asked").count() == 1
    assert actions().count("certification.certificate_issued") == 1


def test_it_gives_no_certificate_of_one_person_to_another(edition, noor, koen, now, submission):
    issue(noor, participation(edition), submission, actor=koen, now=now)
    sam = people.person("Sam Ek", people.Role.VOLUNTEER)
    with pytest.raises(CertificateRefused, match="other_person"):
        issue(sam, Order(kind=HOURS, **YEAR), submission, actor=koen, now=now)


def test_it_refuses_a_second_valid_proof_of_one_edition(edition, proof, noor, koen, now):
    with pytest.raises(CertificateRefused, match="exists"):
        issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)
    revoke(proof, "mistake", "", actor=koen, now=now)
    assert issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now).number == 2


def test_it_refuses_a_certificate_of_nothing(home, municipality, noor, koen, now):
    edition = factory.edition(noor, attended=0)
    for order in (participation(edition), Order(kind=HOURS, **YEAR)):
        with pytest.raises(CertificateRefused, match="nothing"):
            issue(noor, order, uuid.uuid4(), actor=koen, now=now)
    assert not Certificate.objects.exists()


def test_it_refuses_a_name_that_the_paper_cannot_show(edition, noor, koen, now):
    noor.name = "Noor 日本"
    noor.save()
    with pytest.raises(CertificateRefused) as refusal:
        issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)
    assert (refusal.value.code, refusal.value.detail) == ("name", "日 本")


def test_it_counts_hours_of_training_and_intervision_in_a_period(edition, noor, koen, now):
    group = intervision.group(members=(noor,))
    for days, net, was_present in ((-10, 85, True), (-20, 60, True), (-5, 90, False), (-400, 90, True)):
        session = intervision.session(group, days=days, net_minutes=net)
        SessionPresence.objects.create(session=session, user=noor, was_present=was_present, recorded_at=now)
    Attendance.objects.filter(meeting__number=3).update(presence="partly")
    done = hours_of(noor, **YEAR)
    assert (done.meetings, done.meeting_minutes) == (2, 360)
    assert (done.sessions, done.session_minutes) == (2, 145)

    made = issue(noor, Order(kind=HOURS, **YEAR), uuid.uuid4(), actor=koen, now=now)
    assert [line.value for line in content_of(made.context).lines] == [
        "2 keer, samen 6 uur",
        "2 keer, samen 2 uur en 25 minuten",
        "8 uur en 25 minuten",
    ]


def test_it_counts_the_first_and_the_last_day_of_a_period(edition, noor):
    days = sorted(
        meeting.starts_at.date() for meeting in Meeting.objects.filter(attendance__presence="present")
    )
    assert hours_of(noor, days[0], days[-1]).meetings == 3
    assert hours_of(noor, days[0] + timedelta(days=1), days[-1]).meetings == 2
    assert hours_of(noor, days[0], days[-1] - timedelta(days=1)).meetings == 2


def test_it_takes_own_words_along_and_leaves_the_line_out_without(edition, noor, koen, now):
    write_own_words(noor, "Ik leerde luisteren.", now=now)
    made = issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)
    write_own_words(noor, "", now=now)
    assert content_of(made.context).words == "Ik leerde luisteren."
    again = reissue(made, uuid.uuid4(), actor=koen, now=now)
    assert content_of(again.context).words == ""


def test_it_lets_a_trainer_issue_participation_but_no_hours(edition, noor, femke, now):
    assert issue(noor, participation(edition), uuid.uuid4(), actor=femke, now=now).issued_by == femke
    with pytest.raises(NotAllowed):
        issue(noor, Order(kind=HOURS, **YEAR), uuid.uuid4(), actor=femke, now=now)


def test_it_lets_nobody_else_issue_anything(edition, noor, vera, now):
    for actor in (noor, vera):
        for order in (participation(edition), Order(kind=HOURS, **YEAR)):
            with pytest.raises(NotAllowed):
                issue(noor, order, uuid.uuid4(), actor=actor, now=now)


def test_it_reads_roles_again(edition, noor, koen, now):
    assert koen.role_assignments.exists()
    list(people.RoleAssignment.objects.filter(user=koen))
    people.RoleAssignment.objects.filter(user=koen).update(ended_at=now)
    with pytest.raises(NotAllowed):
        issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)


def test_it_makes_a_new_one_with_the_new_name_and_keeps_the_first(proof, noor, koen, now, submission):
    noor.name = "Noor Jansen"
    noor.save()
    made = reissue(proof, submission, actor=koen, now=now)
    same = reissue(proof, submission, actor=koen, now=now)
    assert made.pk == same.pk
    assert (made.replaces, made.number) == (proof, 2)
    assert content_of(made.context).name == "Noor Jansen"
    first = Certificate.objects.get(pk=proof.pk)
    assert content_of(first.context).name == "Noor de Wit"
    assert [view_of(row).state for row in (first, made)] == ["replaced", "valid"]
    with pytest.raises(CertificateRefused, match="replaced"):
        reissue(proof, uuid.uuid4(), actor=koen, now=now)


def test_it_makes_hours_again_for_the_same_period(edition, noor, koen, now):
    made = issue(noor, Order(kind=HOURS, **YEAR), uuid.uuid4(), actor=koen, now=now)
    Attendance.objects.filter(meeting__number=1).delete()
    again = content_of(reissue(made, uuid.uuid4(), actor=koen, now=now).context)
    assert (again.starts_on, again.ends_on) == (YEAR["starts_on"], YEAR["ends_on"])
    assert again.lines[0].value == "2 keer, samen 6 uur"


def test_it_takes_back_once_with_a_reason(proof, koen, now):
    first = revoke(proof, "other", "Dit was iemand anders.", actor=koen, now=now)
    again = revoke(proof, "mistake", "", actor=koen, now=now)
    assert first.pk == again.pk
    assert (first.reason_code, first.reason) == ("other", "Dit was iemand anders.")
    assert CertificateRevocation.objects.count() == 1
    assert view_of(Certificate.objects.get()).state == "revoked"
    with pytest.raises(CertificateRefused, match="revoked"):
        reissue(proof, uuid.uuid4(), actor=koen, now=now)


def test_it_lets_only_who_may_issue_take_back(proof, noor, femke, vera, now):
    for actor in (noor, vera):
        with pytest.raises(NotAllowed):
            revoke(proof, "mistake", "", actor=actor, now=now)
        with pytest.raises(NotAllowed):
            reissue(proof, uuid.uuid4(), actor=actor, now=now)
    assert revoke(proof, "mistake", "", actor=femke, now=now).revoked_by == femke


def test_it_logs_ids_and_codes_but_never_what_is_on_the_paper(edition, noor, koen, now):
    write_own_words(noor, "Luisteren is moeilijk.", now=now)
    made = issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)
    revoke(made, "other", "Heel geheim.", actor=koen, now=now)
    assert actions()[-3:] == [
        "certification.own_words_written",
        "certification.certificate_issued",
        "certification.certificate_revoked",
    ]
    told = str(list(ModelLogEntry.objects.values_list("data", flat=True)))
    told += str(list(OutboxMessage.objects.values_list("ids", flat=True)))
    for secret in ("Luisteren", "geheim", "Noor"):
        assert secret not in told


def test_it_never_gives_a_number_out_twice(edition, proof, noor, koen, now):
    Certificate._base_manager.all().delete()
    made = issue(noor, participation(edition), uuid.uuid4(), actor=koen, now=now)
    assert made.number == proof.number + 1
