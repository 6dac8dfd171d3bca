"""What waits for an answer, talked about or handed in: by whom, about whom, and who answers."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from lms.accounts.models import User
from lms.certification.models import Evidence, TalkRecord
from lms.certification.readiness import FactKind
from lms.certification.readiness.names import CLOSING_TALK_POINTS
from tests.conftest import NOW
from tests.factories import cohorts
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _today(time_machine) -> None:
    time_machine.move_to(NOW)


def url(name: str, person: User, *rest: object) -> str:
    return reverse(f"certification:{name}", args=[person.uuid, *rest])


def talk(**more: object) -> dict[str, object]:
    said = {
        "submission": uuid.uuid4(),
        "held_on": TODAY,
        "points": list(CLOSING_TALK_POINTS),
        "agreements": "x",
    }
    return said | more


def test_it_makes_nothing_final_for_a_trainer(town: Town):
    cohorts.place(cohorts.cohort(trainer=town.femke), town.noor)
    femke = Browser(town, "femke")
    smuggled = {"is_final": "on", "final": "1", "answer": "yes", "made_by": town.koen.pk, "source": "seen"}
    femke.post(url("talk", town.noor, "closing_talk"), talk(**smuggled))
    made = TalkRecord.objects.get()
    assert not made.is_final
    yes = {"submission": uuid.uuid4(), "answer": "yes"}
    assert femke.post(url("talk_finish", town.noor, made.uuid), yes).status_code == 404
    assert femke.post(url("assess", town.noor, made.uuid), yes).status_code == 404
    koen = Browser(town, "koen")
    koen.post(url("assess", town.noor, made.uuid), yes)
    koen.post(url("talk_finish", town.sam, made.uuid), yes)
    assert not Evidence.objects.filter(kind__in=(FactKind.CONVERSATION_HELD, FactKind.ASSESSED)).exists()


def test_it_lets_no_trainer_write_about_another_talk_or_person(town: Town):
    cohorts.place(cohorts.cohort(trainer=town.femke), town.noor)
    femke = Browser(town, "femke")
    for where in (
        url("talk", town.sam, "closing_talk"),
        url("talk", town.noor, "vog"),
        url("talk", town.femke, "closing_talk"),
    ):
        assert femke.get(where).status_code == 404
        assert femke.post(where, talk()).status_code == 404
    assert not TalkRecord.objects.exists()


def test_it_answers_who_lost_a_talk_to_the_coordinator(town: Town):
    cohorts.place(cohorts.cohort(trainer=town.femke), town.noor)
    Browser(town, "femke").post(url("talk", town.noor, "closing_talk"), talk())
    row = Evidence.objects.get(kind=FactKind.HANDED_IN)
    right = {"what": "other_day", "happened_on": TODAY - timedelta(days=1)}
    Browser(town, "koen").post(url("evidence", town.noor, row.uuid), right)
    back = reverse("certification:talk_back", args=[TalkRecord.objects.get().uuid])
    assert Browser(town, "femke").post(back).status_code in {302, 404}


def test_it_hides_nothing_that_waits_behind_a_talk(town: Town):
    """Who hands something in under the id of a talk would be protected for ever: nobody could answer it."""
    koen = Browser(town, "koen")
    koen.post(url("talk", town.noor, "closing_talk"), talk())
    made = TalkRecord.objects.get()
    sent = {"rule": "vog", "happened_on": TODAY, "submission": made.uuid}
    Browser(town, "noor").post(reverse("certification:hand_in"), sent)
    assert not Evidence.objects.filter(kind=FactKind.HANDED_IN).exists()


def test_it_hands_in_for_oneself_only(town: Town):
    noor, used = Browser(town, "noor"), uuid.uuid4()
    sent = {"rule": "vog", "happened_on": TODAY, "submission": used, "person": town.sam.uuid, "kind": "seen"}
    noor.post(reverse("certification:hand_in"), sent | {"source": "seen"})
    Browser(town, "sam").post(reverse("certification:hand_in"), sent)
    row = Evidence.objects.get()
    assert (row.person, row.kind, row.source) == (town.noor, FactKind.HANDED_IN, "online")
    noor.post(reverse("certification:hand_in"), sent)
    assert Evidence.objects.count() == 1
    answer = {"submission": uuid.uuid4(), "answer": "yes"}
    for who in ("noor", "sam", "femke", "vera", "cas"):
        assert Browser(town, who).post(url("assess", town.noor, used), answer).status_code == 404
    back = reverse("certification:hand_in_back", args=[used])
    assert Browser(town, "sam").post(back).status_code == 404
    assert Evidence.objects.count() == 1
