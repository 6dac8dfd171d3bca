"""Every page of the way to being matchable on a phone of 320 pixels: Noor's, Koen's and Femke's."""

import uuid
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.models import SchemeDraft, SchemeVersion, Transition
from lms.certification.readiness import Effect, scheme_from_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.kind_forms import KINDS
from lms.certification.schemes.drafts.services import Plan, begin_draft, plan_draft
from lms.certification.schemes.impact.services import ask_preview
from lms.courses.public import enroll
from tests.browser.conftest import SMALL_PHONE
from tests.browser.scene import Scene, matchable, set_scene, the_worker_runs
from tests.browser.steps import answer, sign_in
from tests.browser.visitor import Visitor
from tests.factories import certificates, cohorts, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COURSE = "/leren/basistraining-oco/"
SMALLEST = """() => Math.min(
  ...[...document.querySelectorAll('main p')].map(p => parseFloat(getComputedStyle(p).fontSize))
)"""


def visit(visitor: Visitor, *paths: str) -> None:
    """Open pages; each is looked at, and no letter on it is too small."""
    for path in paths:
        visitor.go(path)
        assert visitor.page.evaluate("() => innerWidth") == 320
        assert visitor.page.evaluate(SMALLEST) >= 14, path


@pytest.fixture
def scene() -> Scene:
    return set_scene(timezone.now())


def test_noor_reads_and_answers_on_the_smallest_phone(open_browser, scene):
    enroll(people.noor(), scene.course, scene.koen, timezone.now())
    noor = open_browser("Noor", size=SMALL_PHONE)
    sign_in(noor)
    visit(
        noor,
        "/",
        COURSE,
        f"{COURSE}je-rol-zuiver-houden/",
        f"{COURSE}wat-is-oco/waarom-is-er-een-oco/",
        f"{COURSE}je-rol-zuiver-houden/vijf-rollen-die-op-elkaar-lijken/",
        f"{COURSE}tralansmodel/",
        "/inzetbaar/",
        "/inzetbaar/afspraken/geheimhouding/",
    )
    noor.go(f"{COURSE}wat-is-oco/vragen/")
    answer(noor, 2)
    noor.sees("Nog niet")
    noor.go(f"{COURSE}je-rol-zuiver-houden/situaties/")
    answer(noor, 1)


def test_noor_finds_her_way_to_matchable_on_the_smallest_phone(open_browser, scene):
    now = timezone.now()
    person = matchable("Noor de Wit", scene.koen, now, vog_days_left=20)
    cohorts.place(scene.cohort, person)
    proof = certificates.proof(person, scene.koen, now)
    the_worker_runs()
    noor = open_browser("Noor", size=SMALL_PHONE)
    sign_in(noor)
    visit(
        noor,
        "/",
        "/inzetbaar/",
        "/inzetbaar/vooruit/",
        f"/inzetbaar/op/?dag={timezone.localdate()}",
        "/inzetbaar/ingeleverd/",
        "/inzetbaar/grenzenkaart/",
        "/inzetbaar/grenzenkaart/leeg/",
        "/inzetbaar/pauze/",
        "/inzetbaar/bewijzen/",
        "/inzetbaar/bewijzen/woorden/",
        f"/inzetbaar/bewijzen/{proof.uuid}/",
        f"/bewijs/{proof.uuid}/",
    )


def test_koen_reads_boards_and_people_on_the_smallest_phone(open_browser, scene):
    now = timezone.now()
    person = matchable("Noor de Wit", scene.koen, now, vog_days_left=20)
    proof = certificates.proof(person, scene.koen, now)
    the_worker_runs()
    koen = open_browser("Koen", size=SMALL_PHONE)
    sign_in(koen, second_factor=True)
    about = reverse("certification:person", kwargs={"uuid": person.uuid})
    visit(
        koen,
        "/bord/?groep=expiring",
        "/bord/eisen/",
        "/bord/vooruit/",
        about,
        f"{about}vooruit/",
        f"{about}op/?dag={timezone.localdate()}",
        f"{about}ingeleverd/",
        f"{about}gesprek/closing_talk/",
        f"{about}besluit/withdraw/",
        f"{about}bewijzen/",
        f"{about}bewijzen/nieuw/",
        f"/inzetbaar/bewijzen/{proof.uuid}/intrekken/",
        f"/inzetbaar/verlengen/?wie={person.uuid}&eis=vog",
        "/inzetbaar/wacht-op-mij/",
    )


def test_koen_works_on_the_scheme_on_the_smallest_phone(open_browser, scene):
    draft = given_a_draft_that_changes_somebody(scene.koen)
    koen = open_browser("Koen", size=SMALL_PHONE)
    sign_in(koen, second_factor=True)
    about = reverse("certification:draft", kwargs={"uuid": draft.uuid})
    visit(
        koen,
        "/inzetbaar/regeling/",
        f"/inzetbaar/regeling/versie/{draft.based_on.slug}/1/",
        "/inzetbaar/regeling/vergelijken/",
        "/inzetbaar/regeling/probeer/live_days/",
        "/inzetbaar/regeling/concept/",
        about,
        *(f"{about}{page}/" for page in ("naam", "volgorde", "groep", "leefgebied", "nieuw", "wanneer")),
        *(f"{about}nieuw/{kind}/" for kind in KINDS),
        f"{about}eis/boundaries/",
        f"{about}eis/vog/",
        f"{about}gevolgen/",
        f"{about}instellen/",
    )
    koen.sees("1 valt uit.")


def given_a_draft_that_changes_somebody(koen: User) -> SchemeDraft:
    """A draft that asks the meetings of everybody, and a preview of it: Aad would fall out."""
    now = timezone.now()
    matchable("Aad Af", koen, now)
    version = SchemeVersion.objects.get()
    scheme = scheme_from_data(version.content)
    asked = rules.put(scheme, replace(rules.find(scheme, "live_days").rule, effect=Effect.BLOCK))
    draft = begin_draft(asked, uuid.uuid4(), based_on=version, actor=koen, now=now)
    plan = Plan(
        effective_on=timezone.localdate(now),
        transition=Transition.EVERYONE,
        transition_until=None,
        summary="Oefenen aan tafel is nodig.",
    )
    draft = plan_draft(draft, draft.revision, plan, actor=koen, now=now)
    ask_preview(draft, actor=koen, now=now)
    the_worker_runs()
    return draft


def test_femke_sees_her_people_on_the_smallest_phone(open_browser, scene):
    now = timezone.now()
    person = people.noor()
    edition = certificates.edition(person)
    edition.trainer = scene.femke
    edition.save()
    cohorts.place(scene.cohort, person)
    the_worker_runs()
    femke = open_browser("Femke", size=SMALL_PHONE)
    sign_in(femke, second_factor=True)
    about = reverse("certification:talk", kwargs={"uuid": person.uuid, "rule": "closing_talk"})
    proof = certificates.proof(person, scene.koen, now, edition)
    visit(
        femke,
        "/inzetbaar/eindgesprekken/",
        about,
        "/lichtingen/stand/",
        f"/lichtingen/{edition.uuid}/",
        f"/inzetbaar/lichting/{edition.uuid}/bewijzen/",
        f"/bewijs/{proof.uuid}/",
    )
