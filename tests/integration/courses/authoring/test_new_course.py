"""A course that begins as the example which comes along with the product."""

import uuid

import pytest
from django.urls import reverse

from lms.courses.models import CoursePage, LessonPage
from lms.packages.archive import read_folder
from lms.packages.example import FOLDER, begin_course
from lms.packages.renewing import renewed
from tests.integration.courses.authoring.conftest import Desk

pytestmark = pytest.mark.django_db


def test_it_makes_drafts_with_ids_of_their_own(femke, home, municipality, now):
    example = read_folder(FOLDER)
    first, second = (begin_course(uuid.uuid4(), "Omgaan met geld", actor=femke, now=now) for _ in range(2))
    assert first.title == second.title == "Omgaan met geld"
    assert first.slug != second.slug
    lessons = LessonPage.objects.all()
    assert lessons.count() == 2 * len(example.modules[0].lessons)
    assert not lessons.filter(live=True).exists()
    assert not CoursePage.objects.filter(live=True).exists()
    ids = [block.id for lesson in lessons for block in lesson.body]
    assert len(ids) == len(set(ids))


def test_it_makes_one_course_of_a_form_that_is_sent_twice(femke_writes: Desk):
    url = reverse("new_course")
    sent = {"title": "Omgaan met geld", "submission": str(uuid.uuid4())}
    answers = [femke_writes.client.post(url, sent) for _ in range(2)]
    course = CoursePage.objects.get()
    explorer = reverse("wagtailadmin_explore", args=[course.pk])
    assert [answer.url for answer in answers] == [explorer, explorer]
    page = femke_writes.client.get(explorer).content.decode()
    assert "Zo bouw je een cursus" in page


def test_it_asks_for_a_name(femke_writes: Desk):
    page = femke_writes.client.post(reverse("new_course"), {"submission": str(uuid.uuid4())}).content.decode()
    assert "Geef je cursus eerst een naam." in page
    assert not CoursePage.objects.exists()


def test_it_is_not_there_for_who_does_not_write(client, noor, koen, sign_in, home):
    for person in (noor, koen):
        sign_in(client, person)
        assert client.get(reverse("new_course")).status_code == 404


def test_it_goes_online_lesson_by_lesson(femke, home, municipality, now):
    begin_course(uuid.uuid4(), "Omgaan met geld", actor=femke, now=now)
    for page in (CoursePage.objects.get(), *LessonPage.objects.all()):
        page.save_revision(user=femke).publish()
    assert LessonPage.objects.filter(live=True).count() == 4


def test_it_renews_the_same_seed_to_the_same_course():
    example, seed = read_folder(FOLDER), uuid.uuid4()
    one, two = (renewed(example, seed, title="A", slug="a") for _ in range(2))
    assert one == two
    assert one.course.uid != example.course.uid
    assert [lesson.title for lesson in one.modules[0].lessons] == [
        lesson.title for lesson in example.modules[0].lessons
    ]
