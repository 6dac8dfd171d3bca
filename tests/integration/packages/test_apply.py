"""Loading a course package: nothing lost, nothing twice."""

import pytest
from wagtail.models import Revision

from lms.courses.models import CoursePage, LessonPage, ModulePage, TralansPage
from lms.intervision.models import Method
from lms.packages.apply import apply
from lms.packages.snapshot import snapshot

pytestmark = pytest.mark.django_db


def test_it_loads_the_starter_course_and_reads_the_same_package_back(home, municipality, starter, now):
    report = apply(starter, actor=None, now=now, use_examples=True)

    assert report.still_empty == ()
    assert CoursePage.objects.live().count() == 1
    assert ModulePage.objects.live().count() == 8
    kinds = [LessonPage.objects.live().filter(kind=kind).count() for kind in LessonPage.Kind.values]
    assert dict(zip(LessonPage.Kind.values, kinds, strict=True)) == {
        "lesson": 37,
        "assignments": 8,
        "questions": 8,
        "scenarios": 8,
    }
    assert TralansPage.objects.live().count() == 1
    assert Method.objects.count() == 2
    assert snapshot(CoursePage.objects.get()) == starter

    before = Revision.objects.count()
    again = apply(starter, actor=None, now=now, use_examples=True)

    assert again.changed_nothing
    assert Revision.objects.count() == before
