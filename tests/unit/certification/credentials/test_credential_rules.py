"""What a digital proof says, and above all what it does not say."""

import json
import uuid
from datetime import date, datetime

import pytest

from lms.certification.credentials.issuers import Issuer, did_document
from lms.certification.credentials.rules import clean, holder_id, hours_of
from tests.unit.certification.credentials import scene
from tests.unit.certification.credentials.scene import CERTIFICATE, NAME, WORDS, frozen, unsigned


def test_it_is_an_open_badge_of_the_installation():
    document = unsigned()
    assert document["type"] == ["VerifiableCredential", "AchievementCredential"]
    assert document["issuer"] == {
        "id": "did:web:leerplein.example.org",
        "type": ["Profile"],
        "name": "OCO Almere",
        "url": "https://leerplein.example.org",
    }
    achievement = document["credentialSubject"]["achievement"]
    assert achievement["name"] == "Bewijs van deelname: Basistraining OCO"
    assert achievement["achievementType"] == "CertificateOfCompletion"
    assert achievement["criteria"]["narrative"].startswith("Deze persoon deed mee aan de training.")


@pytest.mark.parametrize("context", [scene.participation(), scene.hours()])
def test_it_tells_nothing_personal(context):
    text = json.dumps(unsigned(context), ensure_ascii=False)
    for private in (*NAME.split(), *WORDS.split(), "Koen", "Najaar", "matchable", "vog"):
        assert private not in text


def test_it_tells_no_counts_and_no_hours_of_a_participation():
    other = scene.participation()
    other["facts"] |= {"meetings": [1, 9], "minutes": 60, "lessons": [2, 8], "modules": [1, 5]}
    assert unsigned(other) == unsigned(scene.participation())
    assert "result" not in unsigned()["credentialSubject"]


def test_it_tells_the_hours_of_a_proof_of_hours():
    subject = unsigned(scene.hours())["credentialSubject"]
    described = subject["achievement"]["resultDescription"][0]
    assert subject["result"] == [{"type": ["Result"], "resultDescription": described["id"], "value": "24.5"}]
    assert described["name"] == "Uren"
    assert subject["achievement"]["name"] == "Bewijs van uren"


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0"), (60, "1"), (90, "1.5"), (100, "1.67"), (600, "10"), (6000, "100")]
)
def test_it_writes_minutes_as_hours(minutes: int, text: str):
    assert hours_of(minutes) == text


def test_it_knows_the_holder_by_another_name_on_each_certificate():
    one, other = uuid.UUID(int=1), uuid.UUID(int=2)
    assert holder_id(one) == holder_id(one)
    assert len({holder_id(one), holder_id(other), one.urn, other.urn}) == 4
    assert unsigned()["credentialSubject"]["id"] == holder_id(CERTIFICATE)


def test_it_holds_from_the_first_moment_of_the_day_of_issue():
    assert unsigned()["validFrom"] == "2026-11-22T00:00:00+01:00"
    summer = frozen(scene.participation()["facts"], "participation", date(2026, 7, 1))
    assert unsigned(summer)["validFrom"] == "2026-07-01T00:00:00+02:00"


def test_it_tells_the_period_as_moments_and_leaves_out_what_is_not_known():
    subject = unsigned()["credentialSubject"]
    assert datetime.fromisoformat(subject["activityStartDate"]) == datetime(2026, 9, 1, tzinfo=scene.ZONE)
    assert datetime.fromisoformat(subject["activityEndDate"]) == datetime(2026, 11, 3, tzinfo=scene.ZONE)
    open_ended = scene.participation()
    open_ended["facts"] |= {"starts_on": "", "ends_on": ""}
    assert set(unsigned(open_ended)["credentialSubject"]) == {"id", "type", "achievement"}


def test_it_names_the_same_achievement_for_everybody_of_the_same_training():
    one = unsigned()["credentialSubject"]["achievement"]
    other_training = scene.participation()
    other_training["facts"]["course"] = "Verdieping"
    other = unsigned(other_training)["credentialSubject"]["achievement"]
    assert one["id"] == unsigned()["credentialSubject"]["achievement"]["id"] != other["id"]


def test_it_does_without_the_title_of_a_training():
    nameless = scene.participation()
    nameless["facts"]["course"] = " "
    assert unsigned(nameless)["name"] == "Bewijs van deelname"


def test_it_makes_one_line_of_a_text():
    assert clean("  Basis\ttraining\r\n\x00\x07 \u200eOCO\x7f ") == "Basis training OCO"
    assert clean('Zoë’s "groep" \\ 🙂') == 'Zoë’s "groep" \\ 🙂'


@pytest.mark.parametrize(
    ("site", "did"),
    [
        ("https://leerplein.example.org", "did:web:leerplein.example.org"),
        ("http://127.0.0.1:8000", "did:web:127.0.0.1%3A8000"),
    ],
)
def test_it_derives_the_identity_from_the_address(site: str, did: str):
    assert Issuer(site).did == did


def test_it_lists_every_key_that_counts():
    document = did_document(scene.SITE, ["z6MkNew", "z6MkOld"])
    assert document["id"] == "did:web:leerplein.example.org"
    assert document["assertionMethod"] == [
        "did:web:leerplein.example.org#z6MkNew",
        "did:web:leerplein.example.org#z6MkOld",
    ]
    assert [each["publicKeyMultibase"] for each in document["verificationMethod"]] == ["z6MkNew", "z6MkOld"]


def test_it_says_where_the_status_of_a_number_stands():
    status = unsigned()["credentialStatus"]
    assert status["statusListCredential"] == "https://leerplein.example.org/bewijs/status/0.json"
    assert status["statusListIndex"] == "17"
