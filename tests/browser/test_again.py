"""One lesson counts for a year: Noor is asked for that lesson only, does it again, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.models import SchemeVersion
from lms.certification.public import readiness_of
from lms.certification.readiness import Unit, Validity, scheme_from_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.services import publish_scheme
from lms.courses.models import LessonPage
from lms.courses.public import enroll, record_paper_completion
from tests.browser.scene import set_scene, the_worker_runs
from tests.browser.steps import be_signed_in
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
YEAR = Validity(length=12, unit=Unit.MONTHS, warn_days=60)
ENDS = "7.1"


def test_noor_does_only_the_lesson_that_ends_again(open_browser):
    now = timezone.now()
    scene = set_scene(now)
    person = people.noor()
    enroll(person, scene.course, scene.koen, now)
    given_a_year_for_module_7(person, scene.koen)
    noor = open_browser("Noor", phone=True)
    be_signed_in(noor)

    noor.go("/inzetbaar/")
    noor.sees("Doe deze lessen opnieuw. De andere tellen nog.")
    assert noor.page.locator("p:has-text('Doe deze lessen opnieuw.') + ul li").count() == 1
    noor.follow(f"{ENDS} ", exact=False)
    noor.press("Ik deed deze les opnieuw")
    the_worker_runs()
    noor.go("/inzetbaar/")
    noor.does_not_see("Doe deze lessen opnieuw.")
    found = readiness_of(person, timezone.localdate())
    assert next(each for each in found.criteria if each.rule_id == "awareness").is_done


def given_a_year_for_module_7(person: User, koen: User) -> None:
    """What module 7 asks counts for a year; Noor did all of it, the first lesson almost a year ago."""
    now = timezone.now()
    today = timezone.localdate(now)
    scheme = scheme_from_data(SchemeVersion.objects.get().content)
    awareness = replace(rules.find(scheme, "awareness").rule, validity=YEAR)
    publish_scheme(rules.put(scheme, awareness), today, actor=koen, now=now)
    for lesson in LessonPage.objects.filter(uid__in=awareness.items):
        day = today - timedelta(days=340 if lesson.number == ENDS else 100)
        record_paper_completion(person, lesson.uid, happened_on=day, actor=koen, now=now)
    the_worker_runs()
