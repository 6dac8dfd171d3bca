"""A statement with a validity is signed again when the old signature ends soon or ended: a new line."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.certification.models import Evidence
from lms.certification.readiness import Unit, Validity
from lms.certification.statements.selectors import may_sign_again, statement_on
from lms.certification.statements.services import sign_statement
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
CODE = "geheimhouding"
URL = "/inzetbaar/afspraken/geheimhouding/"
YEAR = Validity(length=12, unit=Unit.MONTHS, warn_days=60)


@pytest.fixture
def yearly(municipality, now):
    return factory.scheme_where(now, secrecy={"validity": YEAR})


def sign(person, days_ago: int, now):
    then = now - timedelta(days=days_ago)
    return sign_statement(person, statement_on(CODE, timezone.localdate(then)), uuid.uuid4(), now=then)


@pytest.mark.parametrize(("days_ago", "again"), [(0, False), (200, False), (320, True), (400, True)])
def test_it_offers_it_when_the_old_one_ends_soon_or_ended(yearly, noor, now, noor_client, days_ago, again):
    sign(noor, days_ago, now)
    assert may_sign_again(noor, CODE, timezone.localdate(now)) is again
    page = noor_client.get(URL).content.decode()
    assert ("Ik heb dit gelezen en ga akkoord" in page) is again
    assert "Je hebt dit getekend op" in page


def test_it_writes_a_new_line_once_and_leaves_the_old(yearly, noor, now, noor_client):
    old = sign(noor, 320, now)
    data = {"submission": uuid.uuid4(), "number": 1, "agrees": "on"}
    for _ in range(2):
        assert noor_client.post(URL, data).status_code == 302
    sign(noor, 0, now)
    rows = list(Evidence.objects.effective().order_by("pk"))
    assert (len(rows), rows[0]) == (2, old)
    assert "Je hebt dit getekend op 22 november 2026." in noor_client.get(URL).content.decode()


def test_it_never_asks_it_again_without_a_validity(scheme, noor, now):
    sign(noor, 300, now)
    assert not may_sign_again(noor, CODE, timezone.localdate(now))
