"""The default scheme with its numbers, rule by rule, as an installation gets it from its own course."""

import pytest
from django.utils import timezone

from lms.certification.models import SchemeVersion
from lms.certification.public import ensure_default_scheme, ensure_default_statements
from lms.certification.readiness import Unit, Validity, scheme_from_data
from lms.certification.schemes.selectors import StarterItems
from lms.courses.models import CoursePage, LessonPage
from lms.courses.public import course_items
from lms.packages.apply import apply
from lms.packages.archive import read_folder
from tests.browser.scene import CONTENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(home, municipality, now):
    apply(read_folder(CONTENT), actor=None, now=now, use_examples=True)
    ensure_default_statements(now)
    ensure_default_scheme(now, None, StarterItems(course_items(CoursePage.objects.get())))
    version = SchemeVersion.objects.get()
    assert (version.slug, version.effective_on) == ("oco_almere_licht", timezone.localdate(now))
    return {rule.id: rule for rule in scheme_from_data(version.content).rules}


def uids(modules: set[int], *kinds: str) -> set[str]:
    lessons = LessonPage.objects.filter(kind__in=kinds) if kinds else LessonPage.objects.all()
    return {str(each.uid) for each in lessons if each.get_parent().specific.number in modules}


def test_it_asks_the_items_of_the_starter_course(rules):
    assert set(rules["course_core"].items) == uids(set(range(1, 9)))
    assert set(rules["awareness"].items) == uids({7})
    scenarios, roles = rules["boundaries"].rules
    assert set(scenarios.items) == uids({5, 6}, "scenarios")
    assert roles.must_be_seen


def test_it_has_the_numbers_of_the_default_profile(rules):
    live, vog, talks = rules["live_days"], rules["vog"], rules["intervision"]
    assert (live.series, live.minimum, live.of) == ("basistraining", 3, 4)
    assert vog.validity == Validity(length=36, unit=Unit.MONTHS, warn_days=60)
    assert (rules["awareness"].due_days, talks.warn_days) == (90, 60)
    assert (talks.window_months, talks.minimum_sessions, talks.minimum_net_minutes) == (12, 4, 240)
    assert (talks.group_min, talks.group_max) == (4, 8)
    assert [rules[name].code for name in ("agreement", "secrecy")] == [
        "vrijwilligersovereenkomst",
        "geheimhouding",
    ]
