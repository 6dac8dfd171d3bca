"""The scheme of a package on the site: an example to begin with, never in force by itself."""

import uuid
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.certification.models import SchemeTemplate, SchemeVersion
from lms.certification.readiness import scheme_from_data, scheme_to_data
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.selectors import StarterItems
from lms.certification.schemes.services import ensure_default_scheme, publish_scheme
from lms.courses.models import CoursePage
from lms.courses.public import course_items
from lms.packages.apply import apply
from lms.packages.snapshot import snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(home, municipality, starter, now):
    return apply(starter, actor=None, now=now, use_examples=True)


def test_it_keeps_the_scheme_as_an_example_only(loaded, starter):
    template = SchemeTemplate.objects.get()
    assert scheme_from_data(template.content) == starter.scheme
    assert (template.package, template.package_version) == (starter.course.uid, starter.manifest.version)
    assert not SchemeVersion.objects.exists()
    assert "OCO Almere licht" in loaded.created


def test_it_is_what_the_first_scheme_of_an_installation_asks(loaded, starter, now):
    version = ensure_default_scheme(now, None, StarterItems(course_items(CoursePage.objects.get())))
    assert version.content == scheme_to_data(starter.scheme)


def test_it_changes_and_goes_with_the_package(loaded, starter, now):
    changed = replace(starter, scheme=rules.remove(starter.scheme, "contact"))
    assert apply(changed, actor=None, now=now).updated == ["OCO Almere licht"]
    assert snapshot(CoursePage.objects.get()) == changed
    without = replace(starter, scheme=None)
    assert apply(without, actor=None, now=now).updated == ["regeling.json"]
    assert snapshot(CoursePage.objects.get()) == without
    assert apply(without, actor=None, now=now).changed_nothing


@pytest.fixture
def koen_client(client, koen, with_second_factor, sign_in, now, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: now)
    with_second_factor(koen)
    sign_in(client, koen)
    return client


def share(client, version, course):
    url = reverse("certification:scheme_share", kwargs={"slug": version.slug, "number": version.number})
    return client.post(url, {"course": course}, follow=True).content.decode()


def test_it_lets_a_version_go_with_the_course(loaded, starter, koen, koen_client, now):
    own = rules.remove(starter.scheme, "contact")
    version = publish_scheme(own, timezone.localdate(now), actor=koen, now=now)
    html = share(koen_client, version, str(starter.course.uid))
    assert "Deze versie gaat nu mee met de cursus." in html
    assert snapshot(CoursePage.objects.get()) == replace(starter, scheme=own)


def test_it_lets_no_version_about_other_lessons_go_with_the_course(loaded, starter, koen, koen_client, now):
    rule = rules.find(starter.scheme, "awareness").rule
    other = rules.put(starter.scheme, replace(rule, items=(str(uuid.UUID(int=1)),)))
    version = publish_scheme(other, timezone.localdate(now), actor=koen, now=now)
    assert "vraagt lessen die niet bij deze cursus horen" in share(koen_client, version, starter.course.uid)
    assert snapshot(CoursePage.objects.get()) == starter


@pytest.mark.parametrize("course", ["", "x", str(uuid.UUID(int=9))])
def test_it_answers_a_course_that_is_not_there(course, loaded, starter, koen, koen_client, now):
    version = publish_scheme(starter.scheme, timezone.localdate(now), actor=koen, now=now)
    assert "Kies een cursus die online is." in share(koen_client, version, course)
