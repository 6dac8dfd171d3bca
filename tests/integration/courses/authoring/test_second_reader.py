"""With a second reader nobody puts the own text online; without one everything is as before (0016)."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry, WorkflowPage, WorkflowState

from lms.courses.models import HomePage
from lms.courses.second_reader.services import follow_second_reader
from lms.municipality.models import MunicipalitySettings
from tests.integration.courses.authoring.conftest import waiting, words_online

pytestmark = pytest.mark.django_db
NEW = "Zo wordt het voortaan."


@pytest.fixture
def asked(municipality: MunicipalitySettings, home: HomePage) -> None:
    """The municipality asks for a second reader."""
    municipality.asks_second_reader = True
    municipality.save()


def test_it_lets_a_trainer_publish_when_no_second_reader_is_asked(femke_writes, lesson):
    page = femke_writes.client.get(femke_writes.address("edit", lesson.pk)).content.decode()
    assert 'name="action-publish"' in page
    assert 'name="action-submit"' not in page
    femke_writes.send(lesson, NEW, **{"action-publish": "1"})
    assert NEW in words_online(lesson)


def test_it_puts_a_text_online_when_another_trainer_read_it(asked, femke_writes, ben_writes, lesson):
    page = femke_writes.client.get(femke_writes.address("edit", lesson.pk)).content.decode()
    assert 'name="action-publish"' not in page
    assert "Tweede lezer" in page
    femke_writes.hand_in(lesson, NEW)
    assert NEW not in words_online(lesson)
    assert lesson.title in ben_writes.client.get(reverse("wagtailadmin_home")).content.decode()
    ben_writes.act(lesson, "approve")
    assert NEW in words_online(lesson)


def test_it_lets_nobody_approve_the_own_text(asked, femke_writes, lesson):
    femke_writes.hand_in(lesson, NEW)
    state = waiting(lesson)
    for name in ("workflow_action", "collect_workflow_action_data"):
        url = femke_writes.address(name, lesson.pk, "approve", state.pk)
        assert femke_writes.client.post(url, {"comment": ""}).status_code in {302, 403}
    femke_writes.send(lesson, NEW, **{"action-workflow-action": "1", "workflow-action-name": "approve"})
    assert NEW not in words_online(lesson)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_it_looks_at_the_step_itself_and_not_at_the_page_in_the_address(
    asked, femke_writes, ben_writes, lesson
):
    module = lesson.get_parent().specific
    mine = module.add_child(instance=type(lesson)(title="Van Femke", slug="van-femke", live=False))
    femke_writes.hand_in(mine, NEW)
    ben_writes.hand_in(lesson, "Van Ben.")
    step_of_femke = waiting(mine).pk
    url = femke_writes.address("workflow_action", lesson.pk, "approve", step_of_femke)
    answer = femke_writes.client.post(url, {"comment": ""}, follow=True)
    assert "Je kunt je eigen tekst niet goedkeuren." in answer.content.decode()
    assert words_online(mine) == ""


def test_it_lets_a_reader_not_change_and_approve_in_one_go(asked, femke_writes, ben_writes, lesson):
    femke_writes.hand_in(lesson, NEW)
    sent = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    answer = ben_writes.send(lesson, "Dit schrijft Ben er even bij.", **sent)
    assert "De tekst is veranderd na het inleveren." in answer
    assert "Ben" not in words_online(lesson)
    lesson.refresh_from_db()
    assert "Ben" in str(lesson.get_latest_revision_as_object().body.get_prep_value())


def test_it_lets_a_reader_who_wrote_it_after_remarks_not_approve(asked, femke_writes, ben_writes, lesson):
    femke_writes.hand_in(lesson, "Van Femke.")
    ben_writes.act(lesson, "reject", "Mag het korter?")
    ben_writes.hand_in(lesson, "Van Ben.")
    answer = ben_writes.act(lesson, "approve")
    assert "Van Ben" not in words_online(lesson), answer
    femke_writes.act(lesson, "approve")
    assert "Van Ben" in words_online(lesson)


def test_it_lets_an_administrator_read_and_publish(asked, femke_writes, ada_writes, lesson):
    femke_writes.hand_in(lesson, NEW)
    ada_writes.act(lesson, "approve")
    assert NEW in words_online(lesson)
    ada_writes.send(lesson, "Van de beheerder.", **{"action-publish": "1"})
    assert "Van de beheerder." in words_online(lesson)


def test_it_changes_the_site_once_and_writes_it_down(municipality, lesson, ada_writes):
    home = HomePage.objects.get()
    assert follow_second_reader(ada_writes.who, asks=True)
    assert not follow_second_reader(ada_writes.who, asks=True)
    assert WorkflowPage.objects.get().page_id == home.pk
    assert follow_second_reader(ada_writes.who, asks=False)
    assert not WorkflowPage.objects.exists()
    actions = PageLogEntry.objects.filter(page=home.pk, action__startswith="courses.second_reader")
    assert sorted(actions.values_list("action", flat=True)) == [
        "courses.second_reader_asked",
        "courses.second_reader_dropped",
    ]
    assert not ModelLogEntry.objects.filter(action__startswith="courses.second_reader").exists()


def test_it_makes_a_waiting_text_a_draft_again_when_no_reader_is_asked(
    asked, municipality, femke_writes, lesson
):
    femke_writes.hand_in(lesson, NEW)
    municipality.asks_second_reader = False
    municipality.save()
    assert NEW not in words_online(lesson)
    femke_writes.send(lesson, NEW, **{"action-publish": "1"})
    assert NEW in words_online(lesson)
