"""Handing in and answering, through the pages."""

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lms.certification.handing_in.services import Answer, HandIn, assess, hand_in
from lms.certification.models import Assessment, Evidence
from lms.certification.roles.services import OtherRoles, declare_roles, mark_roles_seen
from lms.certification.standings.services import rebuild_standings
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
OWN = "/inzetbaar/ingeleverd/"


def place(name: str, person, **more: object) -> str:
    return reverse(f"certification:{name}", kwargs={"uuid": person.uuid, **more})


def filled(rule: str = "vog", day: str = "2026-11-20", **more: object) -> dict[str, object]:
    return {"submission": str(uuid.uuid4()), "rule": rule, "happened_on": day, **more}


@pytest.fixture
def handed(scheme, noor, now, today) -> Evidence:
    said = HandIn(rule_id="vog", happened_on=today - timedelta(days=12), submission=uuid.uuid4())
    return hand_in(noor, said, actor=noor, now=now)


def test_it_asks_only_what_and_when(scheme, noor, noor_client):
    page = noor_client.get(OWN).content.decode()
    assert set(re.findall(r'name="([a-z_]+)"', page.split("<main")[1])) - {"csrfmiddlewaretoken"} == {
        "submission",
        "rule",
        "happened_on",
    }
    data = filled()
    for _ in range(2):
        assert noor_client.post(OWN, data).url == "/inzetbaar/"
    assert Evidence.objects.count() == 1
    text = noor_client.get("/inzetbaar/").content.decode()
    assert "Ingeleverd op 20 november 2026." in text
    assert "Wacht 2 dagen" in text
    assert 'value="vog"' not in noor_client.get(OWN).content.decode(), "it waits already"


def test_it_comes_with_the_criterion_chosen(scheme, noor, noor_client):
    page = noor_client.get(OWN, {"eis": "vog"}).content.decode()
    assert re.search(r'value="vog"[^>]*checked', page)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": "2026-11-23"}, "Deze dag moet nog komen."),
        ({"day": "gisteren"}, "Vul een datum in"),
        ({"day": ""}, "Vul een datum in."),
        ({"day": "2026-09-01"}, "Was het langer dan een maand geleden? Bel dan je coördinator."),
        ({"rule": ""}, "Kies wat het is."),
        ({"rule": "contact"}, "Kies een van de antwoorden die er staan."),
    ],
)
def test_it_says_what_to_put_right_and_loses_nothing(scheme, noor_client, changes, words):
    page = noor_client.post(OWN, filled(**changes)).content.decode()
    assert words in page
    assert "<title>Fout: " in page
    assert not Evidence.objects.exists()


def test_it_can_be_taken_back(handed, noor_client):
    assert "Neem dit terug" in noor_client.get("/inzetbaar/").content.decode()
    url = reverse("certification:hand_in_back", kwargs={"ref": handed.ref})
    assert "Teruggenomen." in noor_client.post(url, follow=True).content.decode()
    again = noor_client.post(url, follow=True).content.decode()
    assert "Dit is teruggenomen. Laad de pagina opnieuw." in again


def test_it_writes_down_what_came_by_phone_or_on_paper(scheme, noor, koen, koen_client):
    url = place("hand_in_for", noor)
    assert "Kies hoe het binnenkwam." in koen_client.post(url, filled()).content.decode()
    koen_client.post(url, filled(day="2026-08-01", source="paper"))
    row = Evidence.objects.get()
    assert (row.source, row.recorded_by, row.happened_on.isoformat()) == ("paper", koen, "2026-08-01")


def test_it_answers_seen(handed, noor, koen_client):
    assert "Wat wacht op jou" in koen_client.get(place("person", noor)).content.decode()
    url = place("assess", noor, ref=handed.ref)
    assert "Dit wacht nu 12 dagen." in koen_client.get(url).content.decode()
    koen_client.post(url, {"submission": str(uuid.uuid4()), "answer": "yes", "happened_on": "", "word": "x"})
    assert Evidence.objects.get(kind="seen").happened_on == handed.happened_on
    assert Assessment.objects.get().word == ""
    assert "Wat wacht op jou" not in koen_client.get(place("person", noor)).content.decode()


def test_it_answers_not_yet_with_a_word_that_the_volunteer_reads(handed, noor, koen_client, sign_in):
    url = place("assess", noor, ref=handed.ref)
    data = {"submission": str(uuid.uuid4()), "answer": "not_yet", "happened_on": "", "word": ""}
    assert "Schrijf in een paar woorden wat er nog nodig is." in koen_client.post(url, data).content.decode()
    koen_client.post(url, data | {"word": "De datum is niet te lezen. <b>Kom</b> even langs."})
    other = Client()
    sign_in(other, noor)
    text = other.get("/inzetbaar/").content.decode()
    assert "De datum is niet te lezen. &lt;b&gt;Kom&lt;/b&gt; even langs." in text


def test_it_says_so_when_a_colleague_was_first(handed, noor, koen_client):
    url = place("assess", noor, ref=handed.ref)
    data = {"answer": "yes", "happened_on": "", "word": ""}
    koen_client.post(url, data | {"submission": str(uuid.uuid4())})
    late = koen_client.post(url, data | {"submission": str(uuid.uuid4())})
    assert "Hier is al naar gekeken." in late.content.decode()
    assert "Hier is al naar gekeken." in koen_client.get(url, follow=True).content.decode()
    assert Assessment.objects.count() == 1


def test_it_lists_what_waits_with_the_oldest_first(handed, noor, koen_client, now, today):
    other = factory.people_volunteer("Ilias Amrani")
    said = HandIn(rule_id="agreement", happened_on=today, submission=uuid.uuid4())
    hand_in(other, said, actor=other, now=now)
    text = koen_client.get(reverse("certification:waiting")).content.decode()
    assert text.index("Noor de Wit: Bewijs over gedrag (VOG)") < text.index("Ilias Amrani: ")
    assert "Wacht 12 dagen" in text


def test_it_lists_whose_other_roles_nobody_saw_yet(scheme, noor, koen, koen_client, now, today):
    told = declare_roles(noor, OtherRoles(), uuid.uuid4(), actor=noor, now=now - timedelta(days=30))
    rebuild_standings(now)
    text = koen_client.get(reverse("certification:waiting")).content.decode()
    assert (
        text.index("Andere rollen om te bekijken") < text.index("Noor de Wit") < text.index("Wacht 30 dagen")
    )
    assert "Er is niets ingeleverd dat op jou wacht." in text
    mark_roles_seen(noor, told.uuid, actor=koen, now=now)
    rebuild_standings(now)
    assert "Er wacht nu niets op jou." in koen_client.get(reverse("certification:waiting")).content.decode()


def test_it_shows_nobody_elses_people(handed, vera, client, sign_in, clock):
    sign_in(client, vera)
    text = client.get(reverse("certification:waiting")).content.decode()
    assert "Noor" not in text
    assert "Er wacht nu niets op jou." in text


def test_it_stays_within_its_queries(scheme, koen_client, now, today, django_assert_max_num_queries):
    for number in range(12):
        person = factory.people_volunteer(f"Persoon{number} Nummer")
        said = HandIn(rule_id="vog", happened_on=today, submission=uuid.uuid4())
        hand_in(person, said, actor=person, now=now)
    with django_assert_max_num_queries(12):
        koen_client.get(reverse("certification:waiting"))


def test_it_tells_the_coordinator_what_goes_along_with_a_mistake(handed, noor, koen, koen_client, now):
    assess(noor, handed.ref, Answer(accepted=True, submission=uuid.uuid4()), actor=koen, now=now)
    row = Evidence.objects.get(kind="seen")
    url = place("evidence", noor, evidence=row.uuid)
    assert "Dan wacht het weer tot er iemand kijkt." in koen_client.get(url).content.decode()
    koen_client.post(url, {"what": "not_so"})
    assert Evidence.objects.effective().get().kind == "handed_in"
