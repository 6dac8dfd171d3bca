"""Statements: the text of the day, signed once, in the version that was read."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from lms.certification.ledger.services import LedgerError, retract_evidence
from lms.certification.models import Evidence, Standing, StatementVersion
from lms.certification.public import ensure_default_statements
from lms.certification.statements.selectors import signature_of, statement_on
from lms.certification.statements.services import sign_statement
from lms.municipality.models import MunicipalitySettings

pytestmark = pytest.mark.django_db
CODE = "geheimhouding"
URL = "/inzetbaar/afspraken/geheimhouding/"


@pytest.fixture
def version(scheme, today):
    return statement_on(CODE, today)


def newer(today, days: int = 0) -> StatementVersion:
    return StatementVersion.objects.create(
        code=CODE,
        number=2,
        title="Geheimhouding",
        body="<p>Nieuw.</p>",
        effective_on=today + timedelta(days=days),
    )


def code_of(person) -> str:
    return next(
        each["code"] for each in Standing.objects.get(person=person).criteria if each["id"] == "secrecy"
    )


def test_it_ships_two_texts_that_admit_to_be_examples(db, now):
    made = ensure_default_statements(now)
    assert {row.code for row in made} == {"vrijwilligersovereenkomst", CODE}
    for row in made:
        assert "Voorbeeldtekst: laat je eigen organisatie dit nakijken." in row.body
        words = re.split(r"[.?!:]|</li>|</h2>", re.sub(r"<(?!/li|/h2)[^>]*>", "", row.body))
        assert max(len(sentence.split()) for sentence in words) <= 20
    assert "Huisregels van het leerplein" in made[0].body
    assert ensure_default_statements(now) == []


def test_it_is_signed_once(version, noor, now):
    submission = uuid.uuid4()
    first = sign_statement(noor, version, submission, now=now)
    assert sign_statement(noor, version, submission, now=now) == first
    assert sign_statement(noor, version, uuid.uuid4(), now=now) == first
    assert Evidence.objects.count() == 1
    assert (first.number, first.recorded_by, first.source) == (1, noor, "online")


def test_it_is_asked_again_with_a_new_text(version, noor, now, today):
    sign_statement(noor, version, uuid.uuid4(), now=now)
    assert code_of(noor) == "met"
    second = newer(today)
    with pytest.raises(LedgerError):
        sign_statement(noor, version, uuid.uuid4(), now=now)
    assert signature_of(noor, second) is None
    sign_statement(noor, second, uuid.uuid4(), now=now)
    assert code_of(noor) == "met"


def test_it_keeps_asking_the_old_text_until_the_new_one_holds(version, noor, now, today):
    newer(today, days=5)
    assert statement_on(CODE, today) == version
    assert statement_on(CODE, today + timedelta(days=5)).number == 2


def test_it_can_be_signed_again_after_taking_back(version, noor, koen, now):
    retract_evidence(sign_statement(noor, version, uuid.uuid4(), now=now), actor=koen, now=now)
    assert code_of(noor) == "todo"
    sign_statement(noor, version, uuid.uuid4(), now=now)
    assert code_of(noor) == "met"


def test_it_cannot_be_signed_while_words_are_missing(version, noor, now):
    MunicipalitySettings.objects.update(phone="")
    with pytest.raises(LedgerError):
        sign_statement(noor, version, uuid.uuid4(), now=now)


def test_it_shows_the_whole_text_with_our_own_words(version, noor_client):
    text = noor_client.get(URL).content.decode()
    assert "OCO Almere" in text
    assert "{{" not in text
    assert "Ik heb dit gelezen en ga akkoord" in text


def test_it_needs_the_check_box(version, noor_client):
    page = noor_client.post(URL, {"submission": uuid.uuid4(), "number": 1})
    assert "Zet eerst een vinkje." in page.content.decode()
    assert not Evidence.objects.exists()


def test_it_refuses_a_signature_under_another_text(version, noor_client, today):
    newer(today)
    page = noor_client.post(URL, {"submission": uuid.uuid4(), "number": 1, "agrees": "on"})
    assert "Er is een nieuwe tekst. Lees die eerst." in page.content.decode()
    assert not Evidence.objects.exists()


def test_it_signs_and_goes_back_to_the_list(version, noor, noor_client):
    data = {"submission": uuid.uuid4(), "number": 1, "agrees": "on"}
    for _ in range(2):
        assert noor_client.post(URL, data).url == reverse("certification:mine")
    assert Evidence.objects.get().person == noor


def test_it_knows_no_other_statement(scheme, noor_client):
    assert noor_client.get("/inzetbaar/afspraken/iets-anders/").status_code == 404
