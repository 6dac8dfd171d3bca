"""What time, people and life domains do to the page about a person; both readers read the same."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all
from lms.certification.models import Decision, SchemeVersion
from lms.certification.public import readiness_of
from lms.certification.readiness import (
    Domain,
    FactKind,
    RenewFrom,
    Unit,
    Validity,
    scheme_from_data,
    scheme_to_data,
)
from lms.dashboards.what_now import what_now
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
MINE = "/inzetbaar/"
WMO_AND_YOUTH = ("wmo", "Wmo"), ("jeugd", "Jeugd")


def words(client, url: str = MINE) -> str:
    return " ".join(client.get(url).content.decode().split())


def place(person) -> str:
    return reverse("certification:person", kwargs={"uuid": person.uuid})


@pytest.fixture
def domains(municipality, now):
    """The default scheme with two life domains, each with a talk of its own."""
    version = factory.scheme_where(now)
    scheme = scheme_from_data(version.content)
    talk = next(rule for rule in scheme.rules if rule.id == "closing_talk")
    own = tuple(
        Domain(
            id=code,
            title=title,
            rules=(replace(talk, id=f"talk_{code}", title=f"Verdieping {title}", what=code, points=()),),
        )
        for code, title in WMO_AND_YOUTH
    )
    SchemeVersion.objects.filter(pk=version.pk).delete()
    version.pk, version._state.adding = None, True
    version.content = scheme_to_data(replace(scheme, domains=own))
    version.save()
    return version


def test_it_shows_each_life_domain_with_what_is_open(domains, noor, noor_client, now, today):
    factory.ready(noor, today, now)
    record_all(noor, [factory.entry(FactKind.CONVERSATION_HELD, today, key="wmo")], actor=None, now=now)
    page = readiness_of(noor, today, "Koen")
    assert [(each.title, each.word) for each in page.domains] == [("Wmo", "Klaar"), ("Jeugd", "Nog open")]
    text = words(noor_client)
    assert "Leefgebied: Wmo" in text
    assert text.index("Leefgebied: Jeugd") < text.index("Verdieping Jeugd")
    assert "Verdieping Jeugd" not in [row.label for row in what_now(noor, now).open]


def test_it_says_for_which_domains_somebody_is_matchable(domains, noor, koen, noor_client, now, today):
    factory.ready(noor, today, now)
    record_all(noor, [factory.entry(FactKind.CONVERSATION_HELD, today, key="wmo")], actor=None, now=now)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    assert "Nu is dat voor Wmo." in words(noor_client)


def test_it_shows_open_things_before_what_is_done(scheme, noor, noor_client, now, today):
    vog = factory.entry(FactKind.SEEN, today, key="vog")
    record_all(noor, [vog], actor=None, now=now)
    text = words(noor_client)
    assert text.index("Eindgesprek") < text.index("Dit is klaar") < text.index("Bewijs over gedrag (VOG)")


def test_it_says_how_long_it_counts_and_from_when_one_can_renew(municipality, noor, noor_client, now, today):
    yearly = Validity(length=12, unit=Unit.MONTHS, renew_from=RenewFrom.EXPIRY, window_days=90, warn_days=30)
    factory.scheme_where(now, secrecy={"validity": yearly})
    signed = factory.entry(FactKind.STATEMENT_SIGNED, today, key="geheimhouding", number=1)
    record_all(noor, [signed], actor=None, now=now)
    text = words(noor_client)
    assert "Dit telt tot en met 22 november 2027." in text
    assert "Je kunt dit verlengen vanaf 24 augustus 2027." in text
    assert "Bij jou is dat zo:" in text


def test_it_tells_that_something_handed_in_on_time_goes_on_counting(scheme, noor, noor_client, now, today):
    seen = today - timedelta(days=3 * 365 - 20)
    entries = [
        factory.entry(FactKind.SEEN, seen, key="vog"),
        factory.entry(FactKind.HANDED_IN, today - timedelta(days=12), key="vog", ref=str(uuid.uuid4())),
    ]
    record_all(noor, entries, actor=None, now=now)
    text = words(noor_client)
    assert "Je hebt dit op tijd ingeleverd." in text
    assert "Dat duurt nu 12 dagen." in text
    assert "Op tijd ingeleverd" in text


def test_it_tells_what_was_extended(scheme, noor, noor_client, now, today):
    extended = factory.entry(
        FactKind.EXTENDED, today, key="vog", ref=str(uuid.uuid4()), until=today + timedelta(days=30)
    )
    record_all(noor, [extended], actor=None, now=now)
    text = words(noor_client)
    assert "De coördinator heeft dit voor jou verlengd. Dit telt tot en met 22 december 2026." in text
    assert "Verlengd tot en met 22 december 2026: Bewijs over gedrag (VOG)" in text


def test_it_tells_a_date_to_keep_in_mind(municipality, noor, noor_client, now, today):
    noor.joined_on = today - timedelta(days=10)
    noor.save()
    factory.scheme_where(now, awareness={"due_days": 90})
    assert "Doe dit uiterlijk op 10 februari 2027." in words(noor_client)


def test_it_strikes_a_decision_that_was_taken_back(scheme, noor, koen, koen_client, now, today):
    factory.ready(noor, today, now)
    decision = decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    Decision.objects.create(
        submission=uuid.uuid4(), person=noor, kind="undo", undoes=decision, made_at=now, made_by=koen
    )
    text = words(koen_client, place(noor))
    assert "<s>Inzetbaar, bevestigd</s>" in text
    assert f"Teruggenomen op 22 november 2026, door {koen.name}." in text


def test_it_offers_the_limits_card_and_looking_ahead_and_back(scheme, noor, noor_client):
    text = words(noor_client)
    for name in ("limits_card", "prospect", "as_of"):
        assert reverse(f"certification:{name}") in text


def test_it_asks_no_more_queries_with_examples_and_domains(
    domains, noor, noor_client, now, today, django_assert_max_num_queries
):
    factory.ready(noor, today, now)
    noor_client.get(MINE)
    with django_assert_max_num_queries(28):
        noor_client.get(MINE)
