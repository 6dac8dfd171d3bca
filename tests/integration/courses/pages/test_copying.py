"""A copy is another page with other questions: progress in one says nothing about the other."""

import pytest
from django.urls import reverse

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.exercises.content import exercises_of
from lms.courses.models import LessonPage

pytestmark = pytest.mark.django_db


def test_it_gives_a_copy_ids_of_its_own(client, small, femke, sign_in, with_second_factor):
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    sign_in(client, femke)
    data = {
        "new_title": "Kopie",
        "new_slug": "kopie",
        "new_parent_page": str(small.module.pk),
        "copy_subpages": "",
        "publish_copies": "on",
        "alias": "",
    }
    response = client.post(reverse("wagtailadmin_pages:copy", args=[small.questions.pk]), data)
    assert response.status_code == 302
    copy = LessonPage.objects.get(title="Kopie")
    assert copy.live
    assert copy.uid != small.questions.uid
    mine, others = (exercises_of(page.body.get_prep_value()) for page in (copy, small.questions))
    assert not set(mine) & set(others)
    assert [one.prompt for one in mine.values()] == [one.prompt for one in others.values()]
    answers, old = (
        {option.uid for one in each.values() for option in one.options} for each in (mine, others)
    )
    assert not answers & old


def test_it_lets_an_alias_follow_its_source_with_an_id_of_its_own(small):
    alias = small.reading.create_alias(update_slug="alias")
    small.reading.minutes_doing = 9
    small.reading.save_revision().publish()
    alias = LessonPage.objects.get(pk=alias.pk)
    assert alias.minutes_doing == 9
    assert alias.uid != small.reading.uid
