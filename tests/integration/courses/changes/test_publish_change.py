"""What a lesson that goes online again tells, on every route to publishing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import LessonChange, LessonPage, OnlineText
from lms.courses.pages.change_choice import ChangeLineMissingError
from lms.courses.pages.schedule import run_schedule
from lms.outbox.models import OutboxMessage
from tests.factories import changes
from tests.factories import courses as make
from tests.factories.people import add_second_factor

SAFETY, CONTENT, EDITORIAL = LessonChange.Kind.SAFETY, LessonChange.Kind.CONTENT, LessonChange.Kind.EDITORIAL


@pytest.fixture
def blocks():
    return [make.text("<p>Bel 112.</p>"), make.text("<p>Blijf rustig.</p>"), make.scenario()]


@pytest.fixture
def page(small, blocks) -> LessonPage:
    return changes.put_online(small.reading, *blocks)


def kinds(page: LessonPage) -> list[str]:
    return list(LessonChange.objects.filter(lesson_uid=page.uid).values_list("kind", flat=True))


def test_it_tells_nothing_when_a_lesson_goes_online_first(page):
    assert kinds(page) == []
    assert OnlineText.objects.filter(lesson_uid=page.uid).count() == 1


def test_it_names_only_the_blocks_that_differ(page, blocks, small, femke):
    first, second, scenario = blocks
    new = make.text("<p>Schrijf het op.</p>")
    changed = changes.with_text(first, "<p>Bel 113.</p>")
    change = changes.safer(page, scenario, changed, new, second, actor=femke)
    assert change.block_uids == [changed["id"], new["id"]]
    assert str(change.scenario_uid) == scenario["id"]
    assert change.course_uid == small.course.uid
    assert change.line == "Het nummer is nieuw."
    assert change.published_by == femke
    entry = PageLogEntry.objects.get(action="courses.lesson_changed")
    assert entry.page_id == page.pk
    assert entry.user == femke
    assert OutboxMessage.objects.filter(topic="courses.lesson_changed").exists()


def test_it_says_it_once(page, blocks):
    changed = changes.with_text(blocks[0], "<p>Bel 113.</p>")
    changes.safer(page, changed, *blocks[1:])
    assert (page.change_kind, page.change_line) == ("", "")
    draft = page.get_latest_revision_as_object()
    assert (draft.change_kind, draft.change_line) == ("", "")
    page.latest_revision.publish()
    changes.put_online(page)
    assert kinds(page) == [SAFETY]


def test_it_takes_the_choice_off_a_newer_draft_that_still_has_it(page, blocks):
    draft = page.get_latest_revision_as_object()
    draft.change_kind, draft.change_line = CONTENT, "Er is iets nieuws."
    changed = [changes.with_text(blocks[0], "<p>Bel 113.</p>"), *blocks[1:]]
    draft.body = make.json.dumps(changed)
    first = draft.save_revision()
    newer = page.get_latest_revision_as_object().save_revision()
    first.publish()
    newer.refresh_from_db()
    assert newer.content["change_kind"] == ""
    assert kinds(page) == [CONTENT]


def test_it_tells_a_change_of_words_only_with_a_line(page, blocks):
    changes.put_online(page, changes.with_text(blocks[0], "<p>Bel nu 112.</p>"), *blocks[1:])
    changes.put_online(page, *blocks, change_kind=EDITORIAL)
    assert kinds(page) == []
    changes.put_online(page, *blocks[:2], change_kind=EDITORIAL, change_line="Korter.")
    assert kinds(page) == [EDITORIAL]


def test_it_tells_nothing_when_only_the_order_or_the_title_is_new(page, blocks):
    changes.put_online(page, *reversed(blocks), title="Anders", change_kind=SAFETY, change_line="Kijk.")
    assert kinds(page) == []


def test_it_tells_that_a_block_went(page, blocks):
    change = changes.safer(page, *blocks[1:])
    assert change.block_uids == []
    assert str(change.scenario_uid) == blocks[2]["id"]


def test_it_finds_the_situation_elsewhere_in_the_module(small):
    one = make.text()
    page = changes.put_online(small.reading, one)
    change = changes.safer(page, changes.with_text(one, "<p>Nieuw.</p>"))
    assert str(change.scenario_uid) == small.s1["id"]
    small.scenarios.delete()
    assert changes.safer(page, one).scenario_uid is None


def test_it_compares_with_what_was_online_after_unpublish_and_drafts(page, blocks):
    page.unpublish()
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    draft.body = make.json.dumps([make.text("<p>Een klad.</p>")])
    draft.save()  # of a page that is offline the editor writes the draft in its row
    draft.save_revision()
    changes.put_online(page, *blocks, change_kind=SAFETY, change_line="Weer terug.")
    assert kinds(page) == []
    page.unpublish()
    page.refresh_from_db()
    change = changes.safer(page, changes.with_text(blocks[0], "<p>Bel 113.</p>"), *blocks[1:])
    assert change.block_uids == [blocks[0]["id"]]


def test_it_compares_after_a_restore_and_a_move(page, blocks, small):
    old = page.latest_revision
    changes.put_online(page, changes.with_text(blocks[0], "<p>Bel 113.</p>"), *blocks[1:])
    restored = old.as_object()
    restored.change_kind, restored.change_line = SAFETY, "Toch het oude nummer."
    restored.save_revision().publish()
    change = LessonChange.objects.get(lesson_uid=page.uid)
    assert change.block_uids == [blocks[0]["id"]]
    page.refresh_from_db()
    page.move(make.module(small.course, number=7), pos="last-child")
    page.refresh_from_db()
    changes.put_online(page, change_kind=SAFETY, change_line="Verhuisd.")
    assert kinds(page) == [SAFETY]


def test_it_waits_for_the_planned_moment(page, blocks):
    draft = page.get_latest_revision_as_object()
    draft.body = make.json.dumps([changes.with_text(blocks[0], "<p>Bel 113.</p>"), *blocks[1:]])
    draft.change_kind, draft.change_line = SAFETY, "Het nummer is nieuw."
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    revision = draft.save_revision()
    revision.publish()
    assert kinds(page) == []
    past = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    run_schedule(timezone.now())
    assert kinds(page) == [SAFETY]


def test_it_asks_a_line_before_readers_are_told(page, blocks):
    changed = [changes.with_text(blocks[0], "<p>Bel 113.</p>"), *blocks[1:]]
    with pytest.raises(ChangeLineMissingError, match="Wat verandert er"):
        changes.put_online(page, *changed, change_kind=CONTENT, change_line="  ")
    assert kinds(page) == []
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().change_kind == CONTENT
    assert page.body.get_prep_value()[0]["value"]["html"] == "<p>Bel 112.</p>"


@pytest.fixture
def as_femke(client, femke, sign_in):
    ensure_groups()
    sync_groups(femke)
    add_second_factor(femke)
    sign_in(client, femke)
    return client


def test_it_asks_only_of_a_lesson_that_was_online(as_femke, page, small):
    shown = as_femke.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Wat verandert er?" in shown
    assert "Veiligheid: wie de les al deed, moet dit weten" in shown
    new = LessonPage(title="Nieuw", slug="nieuw", live=False)
    small.module.add_child(instance=new)
    shown = as_femke.get(reverse("wagtailadmin_pages:edit", args=[new.pk])).content.decode()
    assert "Hoe groot is de verandering?" not in shown


def test_it_keeps_the_choice_off_a_copy(page, small, femke):
    draft = page.get_latest_revision_as_object()
    draft.change_kind, draft.change_line = SAFETY, "Het nummer is nieuw."
    draft.save_revision()
    page.refresh_from_db()
    copy = page.copy(update_attrs={"slug": "kopie", "title": "Kopie"}, user=femke)
    assert copy.get_latest_revision_as_object().change_kind == ""
    assert kinds(copy) == []
