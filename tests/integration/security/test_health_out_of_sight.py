"""A byte search: who must not see a VOG, an organisation or an agreement finds none, whatever they open."""

import uuid

import pytest
from django.urls import reverse

from lms.accounts.models import Membership, Organisation
from lms.certification.decisions.services import Ruling, decide
from lms.certification.roles.services import OtherRoles, declare_roles
from tests.conftest import NOW
from tests.factories import certificates, cohorts
from tests.factories import certification as readiness
from tests.integration.access.rows import nothing
from tests.integration.security.town import Browser, Town, arranged, rows

pytestmark = pytest.mark.django_db
HEALTH = (b"Stichting Dichtbij", b"kanarierol", b"kanarieafspraak", b"kanariereden")
VOG = (b"vog", b"goed gedrag", b"Geheimhouding")
# The rules themselves, lists to choose from, texts for everybody: what is asked, not what somebody has.
ABOUT_NOBODY = (
    "accounts:my_organisation",
    "certification:scheme",
    "certification:statement",
    "wagtail",
    "api:",
)


@pytest.fixture
def told(town: Town, time_machine) -> Town:
    """Noor is in an edition of Femke, did everything, and told a lot."""
    time_machine.move_to(NOW)
    other = OtherRoles(other="kanarierol", agreements="kanarieafspraak")
    declare_roles(town.noor, other, uuid.uuid4(), actor=town.noor, now=NOW)
    readiness.ready(town.noor, NOW.date(), NOW)
    pause = Ruling(kind="pause", submission=uuid.uuid4(), reason="kanariereden")
    decide(town.noor, pause, actor=town.koen, now=NOW)
    decide(town.noor, Ruling(kind="resume", submission=uuid.uuid4()), actor=town.koen, now=NOW)
    edition = certificates.edition(town.noor)
    edition.trainer = town.femke
    edition.save()
    cohorts.meeting(edition, 9, days=3)
    return town


@pytest.mark.parametrize("who", ["femke", "cas", "vera", "sam", "ada"])
def test_it_shows_no_health_and_no_vog(told: Town, who: str):
    browser, seen, read = Browser(told, who), [], 0
    may_name_own = {b"Stichting Dichtbij"} if who in {"cas", "ada"} else set()
    for name, row in rows():
        if name.startswith(ABOUT_NOBODY) or (who == "sam" and row.arrange is nothing):
            continue
        with arranged(name, told) as url:
            answer = browser.get(url)
            body = getattr(answer, "content", b"")
            if answer.status_code != 200:
                continue
            read += 1
            about = told.noor.name.encode() in body or str(told.noor.uuid).encode() in body
            words = [word for word in HEALTH if word in body and word not in may_name_own]
            words += [word for word in VOG if about and word.lower() in body.lower()]
            seen += [(name, word) for word in words]
    assert seen == []
    assert read >= 3


@pytest.mark.parametrize("shares", [False, True])
def test_it_tells_a_contact_person_one_word_and_only_when_shared(told: Town, shares: bool):
    Membership.objects.filter(user=told.noor).update(shares_status_since=NOW if shares else None)
    page = Browser(told, "cas").get(reverse("dashboards:own_people")).content.decode()
    assert told.noor.name in page
    assert ("Nu niet inzetbaar" in page) is shares
    for word in ("pauze", "Pauze", "VOG", "Eindgesprek", "kanarie", "bevestig"):
        assert word not in page
    elsewhere = Organisation.objects.create(name="Stichting Verder")
    Membership.objects.filter(user=told.noor).update(organisation=elsewhere)
    assert told.noor.name not in Browser(told, "cas").get(reverse("dashboards:own_people")).content.decode()


def test_it_ends_sharing_with_the_membership(told: Town):
    noor = Browser(told, "noor")
    noor.post(reverse("accounts:share_status"), {"shares": "yes", "user": told.sam.pk})
    assert Membership.objects.get(user=told.noor).shares_status_since is not None
    Membership.objects.filter(user=told.noor).update(ended_at=NOW)
    here = Organisation.objects.get(name="Stichting Dichtbij")
    Membership.objects.create(user=told.noor, organisation=here, consented_at=NOW)
    page = Browser(told, "cas").get(reverse("dashboards:own_people")).content.decode()
    assert "Niet gedeeld" in page
    assert "inzetbaar" not in page.split("<main", 1)[1].split("Noor de Wit", 1)[1][:300].lower()
