"""The coordinator's sheet and putting a line right, through the pages."""

import uuid

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.certification.ledger.services import record_evidence
from lms.certification.models import Evidence
from lms.certification.readiness import FactKind
from lms.courses.models import Attendance
from lms.municipality.models import MunicipalitySettings
from tests.factories import certification as factory
from tests.factories import cohorts

pytestmark = pytest.mark.django_db


def url(name: str, person, **more: object) -> str:
    return reverse(f"certification:{name}", kwargs={"uuid": person.uuid, **more})


def sheet(**filled: object) -> dict[str, object]:
    return {"submission": str(uuid.uuid4()), **filled}


def test_it_writes_everything_down_in_one_go(scheme, noor, koen, koen_client, today):
    data = sheet(
        talk_closing_talk="2026-11-20",
        seen_vog="2026-11-03",
        signed_geheimhouding="2026-11-01",
        alternative="course_core",
        alternative_source="oral",
        alternative_on="2026-11-19",
    )
    for _ in range(2):
        assert koen_client.post(url("record", noor), data).url == url("person", noor)
    rows = {(row.kind, row.key): row for row in Evidence.objects.all()}
    assert len(rows) == Evidence.objects.count() == 4
    assert rows["seen", "vog"].happened_on.isoformat() == "2026-11-03"
    assert (
        rows["statement_signed", "geheimhouding"].source,
        rows["statement_signed", "geheimhouding"].number,
    ) == (
        "paper",
        1,
    )
    assert rows["alternative_route", "course_core"].source == "oral"
    assert {row.recorded_by for row in rows.values()} == {koen}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("seen_vog", "2026-11-23", "Deze dag moet nog komen."),
        ("seen_vog", "1999-12-31", "Kijk het jaar na."),
        ("seen_vog", "gisteren", "Vul een datum in"),
        ("alternative", "course_core", "Vul ook de datum in."),
        ("alternative_on", "2026-11-01", "Kies ook wat er gedaan is."),
        ("alternative", "iets_anders", "Kies een van de antwoorden die er staan."),
    ],
)
def test_it_says_at_the_field_what_to_put_right_and_loses_nothing(
    scheme, noor, koen_client, field, value, words
):
    page = koen_client.post(url("record", noor), sheet(talk_closing_talk="2026-11-20", **{field: value}))
    text = page.content.decode()
    assert words in text
    assert 'value="2026-11-20"' in text
    assert "<title>Fout: " in text
    assert not Evidence.objects.exists()


def test_it_asks_for_at_least_one_thing(scheme, noor, koen_client):
    assert "Vul ten minste 1 ding in." in koen_client.post(url("record", noor), sheet()).content.decode()


def test_it_writes_presence_down_where_it_belongs(scheme, home, noor, koen_client):
    meeting = cohorts.meeting(cohorts.cohort())
    cohorts.place(meeting.cohort, noor)
    field = f"meeting_{meeting.uuid}"
    assert field in koen_client.get(url("record", noor)).content.decode()
    koen_client.post(url("record", noor), sheet(**{field: "present"}))
    assert Attendance.objects.get(user=noor).presence == "present"
    assert Evidence.objects.effective().get().ref == str(meeting.uuid)
    koen_client.post(url("record", noor), sheet(**{field: "absent"}))
    assert not Evidence.objects.effective().exists()


def test_it_ignores_meetings_of_others_and_other_fields(scheme, home, noor, femke, koen_client):
    strange = cohorts.meeting(cohorts.cohort())
    data = sheet(
        seen_vog="2026-11-03",
        recorded_by=str(femke.pk),
        state="matchable",
        kind="confirm",
        **{f"meeting_{strange.uuid}": "present", "person": str(femke.uuid)},
    )
    koen_client.post(url("record", noor), data)
    assert Evidence.objects.get().person == noor
    assert not Attendance.objects.filter(meeting=strange).exists()


def test_it_asks_for_age_only_where_people_may_be_younger_than_sixteen(scheme, noor, koen_client):
    assert "Wordt 16 jaar op" not in koen_client.get(url("record", noor)).content.decode()
    MunicipalitySettings.objects.update(minimum_age=14)
    assert "Wordt 16 jaar op" in koen_client.get(url("record", noor)).content.decode()
    koen_client.post(url("record", noor), sheet(turns_sixteen_on="2027-03-01", guardian_on="2026-11-01"))
    assert set(Evidence.objects.values_list("kind", flat=True)) == {"turns_sixteen", "guardian_consent"}


def test_it_writes_down_that_a_limits_card_was_made_and_nothing_of_it(scheme, noor, koen, koen_client):
    page = koen_client.get(url("record", noor)).content.decode()
    assert "Grenzenkaart gemaakt op" in page
    assert "Vul dit alleen in als alle punten besproken zijn." in page
    koen_client.post(url("record", noor), sheet(limits_card="2026-11-20"))
    row = Evidence.objects.get()
    assert (row.kind, row.key, row.ref, row.recorded_by) == ("limits_card_made", "", "", koen)


@pytest.fixture
def line(scheme, noor, koen, now, today):
    return record_evidence(noor, factory.entry(FactKind.SEEN, today, key="vog"), actor=koen, now=now)


def test_it_moves_a_line_to_the_right_day(line, noor, koen, koen_client):
    place = url("evidence", noor, evidence=line.uuid)
    assert "VOG gezien" in koen_client.get(place).content.decode()
    koen_client.post(place, {"what": "other_day", "happened_on": "2026-11-02"})
    row = Evidence.objects.effective().get()
    assert (row.happened_on.isoformat(), row.supersedes, row.recorded_by) == ("2026-11-02", line, koen)


def test_it_takes_a_line_back_and_keeps_it_visible(line, noor, koen_client):
    place = url("evidence", noor, evidence=line.uuid)
    koen_client.post(place, {"what": "not_so"})
    assert not Evidence.objects.effective().exists()
    text = koen_client.get(url("person", noor)).content.decode()
    assert "<s>VOG gezien</s>" in text
    assert "Dit is teruggenomen." in text
    again = koen_client.post(place, {"what": "not_so"})
    assert "Dit is al verbeterd." in again.content.decode()


def test_it_needs_the_right_day_when_the_day_was_wrong(line, noor, koen_client):
    page = koen_client.post(url("evidence", noor, evidence=line.uuid), {"what": "other_day"})
    assert "Vul de goede datum in." in page.content.decode()
    assert Evidence.objects.count() == 1


def test_it_knows_no_line_of_somebody_else(line, koen, koen_client):
    other = factory.people_volunteer("Ilias Amrani")
    assert koen_client.get(url("evidence", other, evidence=line.uuid)).status_code == 404


def test_it_logs_who_looked_and_who_wrote(scheme, noor, koen, koen_client):
    koen_client.get(url("person", noor))
    koen_client.get(url("record", noor))
    koen_client.post(url("record", noor), sheet(seen_vog="2026-11-03"))
    log = ModelLogEntry.objects.filter(object_id=str(noor.pk), user=koen)
    assert list(log.order_by("pk").values_list("action", flat=True)) == [
        "certification.person_viewed",
        "certification.person_viewed",
        "certification.evidence_recorded",
    ]
