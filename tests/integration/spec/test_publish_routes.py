"""Publishing is refused by name also on the ways that make a new page: a fresh page, and a copy."""

import json

import pytest
from django.urls import reverse

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import LessonPage, ModulePage
from lms.municipality.models import MunicipalitySettings
from tests.factories import courses as make
from tests.integration.courses.pages.test_publishing import SENTENCE, fill_in, form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def module(home, municipality) -> ModulePage:
    return make.module(make.course(home))


@pytest.fixture
def editor(client, home, femke, sign_in, with_second_factor):
    """Femke, in the editor."""
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    sign_in(client, femke)
    return client


def test_it_names_the_word_of_a_fresh_page_and_keeps_what_was_written(editor, module):
    unsaved = LessonPage(title="Een klacht", slug="klacht", body=json.dumps([make.text("<p>.</p>")]))
    url = reverse("wagtailadmin_pages:add", args=["courses", "lessonpage", module.pk])
    answer = editor.post(url, form_data(unsaved, **{"action-publish": "1"}), follow=True)
    assert answer.status_code == 200
    assert SENTENCE in answer.content.decode()
    draft = LessonPage.objects.get(slug="klacht")
    assert not draft.live
    assert "klachten_contact" in str(draft.get_latest_revision_as_object().body.get_prep_value())


def test_it_names_the_word_of_a_copy_that_would_go_online(editor, module, municipality: MunicipalitySettings):
    fill_in(municipality)
    source = make.lesson(module, make.text("<p>Bel {{ klachten_contact }}.</p>"))
    fill_in(municipality, "")
    url = reverse("wagtailadmin_pages:copy", args=[source.pk])
    data = {
        "new_title": "Kopie",
        "new_slug": "kopie",
        "new_parent_page": str(module.pk),
        "publish_copies": "on",
    }
    answer = editor.post(url, data, follow=True)
    assert SENTENCE in answer.content.decode()
    assert not LessonPage.objects.filter(slug="kopie", live=True).exists()
