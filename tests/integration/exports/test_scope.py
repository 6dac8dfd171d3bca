"""For which life domains somebody is matchable: told when it changes, and never of who is not matchable."""

import uuid

import pytest
from django.urls import reverse

from lms.certification.decisions.services import Ruling, decide
from lms.certification.ledger.services import record_all, retract_evidence
from lms.certification.models import Evidence
from lms.certification.readiness import Effect, FactKind, scheme_from_data
from lms.certification.readiness.rules import Attended
from lms.certification.readiness.scheme import Domain, Scheme
from lms.certification.schemes.services import publish_scheme
from lms.exports.services import give_consent
from lms.outbox.public import deliver_due
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
CHANGES = "/api/v1/statuswijzigingen"


def own(name: str, title: str) -> Domain:
    texts = {"title": f"Dag {title}", "why": "Zo ken je het.", "how": "Kom.", "alternative": "Bel."}
    rule = Attended(id=f"day_{name}", effect=Effect.BLOCK, series=name, minimum=1, of=1, **texts)
    return Domain(id=name, title=title, rules=(rule,))


@pytest.fixture
def domains(municipality, now, today):
    """The default scheme, with a day for youth and a day for work."""
    known = scheme_from_data(factory.scheme(now).content)
    scheme = Scheme(known.slug, known.title, known.rules, (own("jeugd", "Jeugd"), own("werk", "Werk")))
    return publish_scheme(scheme, today, actor=None, now=now)


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture
def noor_for_youth(domains, noor, koen, now, today):
    factory.ready(noor, today, now)
    record_all(noor, [factory.entry(FactKind.ATTENDED, today, key="jeugd")], actor=None, now=now)
    decide(noor, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    give_consent(noor, actor=noor, now=now)
    return noor


def told(api, now):
    deliver_due(now)
    return [line["status"] for line in api.get(CHANGES).json()["items"]]


def test_it_tells_when_only_the_life_domains_change(api, noor_for_youth, now, today):
    assert [(line["inzetbaar"], line["domeinen"]) for line in told(api, now)] == [(True, ["jeugd"])]
    record_all(noor_for_youth, [factory.entry(FactKind.ATTENDED, today, key="werk")], actor=None, now=now)
    assert told(api, now)[1:] == [told(api, now)[0] | {"domeinen": ["jeugd", "werk"]}]


def test_it_names_no_life_domain_of_who_is_not_matchable(api, noor_for_youth, koen, now):
    retract_evidence(Evidence.objects.get(kind="conversation_held"), actor=koen, now=now)
    last = told(api, now)[-1]
    assert (last["inzetbaar"], last["domeinen"]) == (False, [])


def test_it_shows_the_volunteer_the_names_of_the_life_domains(
    client, sign_in, noor_for_youth, monkeypatch, now
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    sign_in(client, noor_for_youth)
    page = client.get(reverse("exports:sharing"))
    assert b"<dd>Jeugd</dd>" in page.content
