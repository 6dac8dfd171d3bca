"""With a second reader no route of the admin puts a trainer's own text online (quality.md §7, check 34)."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page

from lms.courses.models import LessonPage
from lms.courses.pages.schedule import run_schedule
from lms.municipality.models import MunicipalitySettings
from lms.outbox.public import deliver_due
from tests.factories import courses as make
from tests.integration.courses.authoring.conftest import Desk, form_of, words_online

pytestmark = pytest.mark.django_db
NEW = "Zo wordt het voortaan."


@pytest.fixture(autouse=True)
def _asked(municipality: MunicipalitySettings, home) -> None:
    municipality.asks_second_reader = True
    municipality.save()


def online() -> set[str]:
    return set(Page.objects.live().values_list("slug", flat=True))


def test_it_publishes_nothing_with_the_button_of_the_editor(femke_writes: Desk, lesson):
    femke_writes.send(lesson, NEW, **{"action-publish": "1"})
    assert NEW not in words_online(lesson)


def test_it_publishes_no_page_while_making_it(femke_writes: Desk, lesson):
    module = lesson.get_parent()
    url = femke_writes.address("add", "courses", "lessonpage", module.pk)
    fresh = LessonPage(title="Nieuw", slug="nieuw", body=json.dumps([make.text()]))
    femke_writes.client.post(url, form_of(fresh, NEW, **{"action-publish": "1"}))
    assert not LessonPage.objects.get(slug="nieuw").live


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_it_does_nothing_to_many_at_once(femke_writes: Desk, lesson, action):
    femke_writes.send(lesson, NEW)
    before = online()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    femke_writes.client.post(f"{url}?id={lesson.pk}", {"include_descendants": "on"})
    assert online() == before
    assert NEW not in words_online(lesson)


@pytest.mark.parametrize("name", ["unpublish", "delete", "revisions_unschedule"])
def test_it_takes_nothing_offline(femke_writes: Desk, lesson, name):
    femke_writes.send(lesson, NEW)
    lesson.refresh_from_db()
    args = [lesson.pk, lesson.get_latest_revision().pk] if "revisions" in name else [lesson.pk]
    femke_writes.client.post(femke_writes.address(name, *args), {"next": ""})
    assert LessonPage.objects.get(pk=lesson.pk).live


@pytest.mark.parametrize(
    "way", [{"publish_copies": "on"}, {"alias": "on"}, {"alias": "on", "publish_copies": "on"}]
)
def test_it_puts_no_copy_online(femke_writes: Desk, lesson, way):
    before = online()
    data = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": str(lesson.get_parent().pk), **way}
    femke_writes.client.post(femke_writes.address("copy", lesson.pk), data)
    assert online() == before


def test_it_plans_nothing_without_a_reader_and_keeps_the_plan_with_one(femke_writes, ben_writes, lesson):
    soon = timezone.localtime() + timedelta(hours=2)
    plan = {"go_live_at": soon.strftime("%Y-%m-%d %H:%M")}
    femke_writes.send(lesson, NEW, **plan, **{"action-publish": "1"})
    run_schedule(soon + timedelta(days=1))
    assert NEW not in words_online(lesson)
    femke_writes.send(lesson, NEW, **plan, **{"action-submit": "1"})
    ben_writes.act(lesson, "approve")
    assert NEW not in words_online(lesson), "it waits for its day"
    revision = LessonPage.objects.get(pk=lesson.pk).scheduled_revision
    assert revision.approved_go_live_at is not None


def test_it_brings_back_an_old_text_as_a_draft_only(femke_writes: Desk, lesson):
    femke_writes.send(lesson, NEW)
    lesson.refresh_from_db()
    old = lesson.get_latest_revision()
    femke_writes.send(lesson, "Nog anders.")
    url = femke_writes.address("revisions_revert", lesson.pk, old.pk)
    assert femke_writes.client.get(url).status_code == 200
    lesson.refresh_from_db()
    femke_writes.send(lesson, NEW, revision=str(old.pk), **{"action-publish": "1"})
    assert NEW not in words_online(lesson)
    history = femke_writes.client.get(femke_writes.address("history", lesson.pk))
    compare = femke_writes.address("revisions_compare", lesson.pk, old.pk, "latest")
    assert history.status_code == femke_writes.client.get(compare).status_code == 200


def test_it_lets_a_reader_remark_beside_a_block_and_approve(femke_writes, ben_writes, lesson):
    femke_writes.hand_in(lesson, NEW)
    path = f"body.{lesson.body.get_prep_value()[0]['id']}.html"
    remark = {
        "comments-TOTAL_FORMS": "1",
        "comments-0-id": "",
        "comments-0-text": "Mooi gezegd.",
        "comments-0-contentpath": path,
        "comments-0-resolved": "",
        "comments-0-DELETE": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    ben_writes.send(lesson, NEW, **remark)
    assert Comment.objects.get().contentpath == path
    ben_writes.act(lesson, "approve")
    assert NEW in words_online(lesson)


def test_it_mails_the_other_readers_and_then_the_writer_in_plain_words(femke_writes, ben_writes, lesson):
    def delivered() -> list[tuple[str, str]]:
        mail.outbox.clear()
        while deliver_due(timezone.now() + timedelta(minutes=1), limit=50):
            pass
        return [(one.to[0], one.subject) for one in mail.outbox]

    femke_writes.hand_in(lesson, NEW)
    assert mail.outbox == [], "nothing is sent inside the request"
    assert delivered() == [("ben@example.org", "Een tekst wacht op een tweede lezer")]
    assert lesson.title in mail.outbox[0].body
    assert f"/beheer/pages/{lesson.pk}/edit/" in mail.outbox[0].body
    ben_writes.act(lesson, "reject", "Mag het korter?")
    assert delivered() == [("femke@example.org", "Er is een vraag over je tekst")]
    femke_writes.hand_in(lesson, "Korter.")
    assert delivered() == [("ben@example.org", "Een tekst wacht op een tweede lezer")]
    ben_writes.act(lesson, "approve")
    assert delivered() == [("femke@example.org", "Je tekst is gelezen")]
    assert "Korter." in words_online(lesson)
