"""Noor reads only what is new in a lesson that she finished, and does one situation."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.courses.changes.selectors import open_lessons
from lms.courses.changes.services import TooEarlyError, record_refresh
from lms.courses.models import LessonChange, LessonProgress, Refresh
from lms.courses.progress.desk import NotEnrolledError
from lms.outbox.models import OutboxMessage
from tests.factories import changes
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db


def page_of(lesson):
    return reverse("changes:lesson", args=[lesson.uid])


def say_read(client, lesson, *shown):
    url = reverse("changes:read", args=[lesson.uid])
    return client.post(url, {"change": [str(change.uuid) for change in shown]}, follow=True)


def told() -> int:
    messages = OutboxMessage.objects.filter(topic="courses.lesson_refreshed")
    return messages.values("event").distinct().count()


def test_it_shows_only_what_is_new(as_noor, number):
    number.change()
    shown = as_noor.get(page_of(number.page)).content.decode()
    assert "Het nummer is nieuw." in shown
    assert "Bel 113." in shown
    assert "Blijf rustig." not in shown
    assert "Je helpt zaterdag." not in shown, "the situation is done in the lesson, not read"
    assert "Ik heb dit gelezen" in shown


def test_it_shows_it_also_when_another_lesson_is_not_finished(as_noor, number, small):
    number.change()
    as_noor.get(address(small.scenarios))
    assert as_noor.get(page_of(number.page)).status_code == 200
    assert as_noor.get(page_of(small.scenarios)).status_code == 404, "not finished: nothing to read apart"


def test_it_leads_to_the_situation_and_is_done_when_that_is_passed(as_noor, number, noor, send):
    change = number.change()
    answer = say_read(as_noor, number.page, change)
    assert answer.redirect_chain[-1][0] == f"{address(number.page)}?stap=2"
    assert "Doe nu nog deze situatie." in answer.content.decode()
    assert Refresh.objects.get().done_at is None
    send(as_noor, number.page, number.situation, 2)
    as_noor.get(f"{address(number.page)}?stap=2")
    assert Refresh.objects.get().done_at is None, "a reaction that does not fit is no pass"
    send(as_noor, number.page, number.situation, 1)
    assert (
        "Je bent weer bij met wat nieuw is." in as_noor.get(f"{address(number.page)}?stap=2").content.decode()
    )
    assert Refresh.objects.get().done_at is not None
    assert (told(), open_lessons(noor)) == (1, ())
    assert LessonProgress.objects.get(lesson_uid=number.page.uid).completed_at is not None
    assert "Je bent bij met deze les" in as_noor.get(page_of(number.page)).content.decode()


def test_it_counts_a_situation_that_was_passed_after_the_change_already(as_noor, number, send):
    change = number.change()
    send(as_noor, number.page, number.situation, 0)
    assert "Je bent weer bij" in say_read(as_noor, number.page, change).content.decode()
    say_read(as_noor, number.page, change)
    assert told() == 1


def test_it_asks_again_for_a_situation_that_was_passed_before_the_change(as_noor, number, send):
    send(as_noor, number.page, number.situation, 0)
    change = number.change()
    say_read(as_noor, number.page, change)
    assert told() == 0


def test_it_finishes_without_the_memory_of_the_session(as_noor, number, send):
    change = number.change()
    say_read(as_noor, number.page, change)
    session = as_noor.session
    session.pop("situation_after_reading")
    session.save()
    send(as_noor, number.page, number.situation, 0)
    as_noor.get(f"{address(number.page)}?stap=2")
    assert told() == 0
    assert "Ik ben klaar" in as_noor.get(page_of(number.page)).content.decode()
    say_read(as_noor, number.page, change)
    assert told() == 1


def test_it_does_not_take_as_read_what_came_meanwhile(as_noor, number, send):
    first = number.change()
    send(as_noor, number.page, number.situation, 0)
    second = number.change("<p>Bel 114.</p>", line="Weer een ander nummer.")
    answer = say_read(as_noor, number.page, first)
    assert answer.redirect_chain[-1][0] == page_of(number.page)
    shown = answer.content.decode()
    assert "Weer een ander nummer." in shown
    assert str(second.uuid) in shown


def test_it_shows_several_changes_as_one_with_each_block_once(as_noor, number):
    number.change()
    number.change("<p>Bel 114.</p>", line="Weer een ander nummer.")
    shown = as_noor.get(page_of(number.page)).content.decode()
    assert shown.count("Bel 114.") == 1
    assert "Bel 113." not in shown
    assert shown.index("Het nummer is nieuw.") < shown.index("Weer een ander nummer.")


def test_it_does_not_ask_a_block_that_is_gone(as_noor, number):
    number.change()
    changes.put_online(number.page, number.words, number.question, number.situation)
    shown = as_noor.get(page_of(number.page)).content.decode()
    assert "Bel 113." not in shown
    assert "Het nummer is nieuw." in shown


def test_it_links_to_a_question_that_changed_without_its_answers(as_noor, number):
    question = {**number.question, "value": {**number.question["value"], "prompt": "Wat kost het nu?"}}
    changes.safer(number.page, number.number, number.words, question, number.situation)
    shown = as_noor.get(page_of(number.page)).content.decode()
    assert "Wat kost het nu?" in shown
    assert "Een OCO is altijd gratis." not in shown


def test_it_asks_who_began_before_and_finished_after(online, noor, earlier):
    progress = changes.finished(online.enrollment, online.page, earlier)
    LessonProgress.objects.filter(pk=progress.pk).update(completed_at=None)
    online.change()
    assert open_lessons(noor) == ()
    LessonProgress.objects.filter(pk=progress.pk).update(completed_at=timezone.now())
    assert [each.lesson_uid for each in open_lessons(noor)] == [online.page.uid]


def test_it_asks_nobody_who_began_after_the_change(online, noor):
    online.change()
    changes.finished(online.enrollment, online.page, timezone.now())
    assert open_lessons(noor) == ()


@pytest.mark.parametrize("kind", [LessonChange.Kind.CONTENT, LessonChange.Kind.EDITORIAL])
def test_it_asks_nothing_for_what_is_not_about_safety(number, noor, kind):
    changed = changes.with_text(number.number, "<p>Bel gerust 112.</p>")
    blocks = (changed, number.words, number.question, number.situation)
    changes.put_online(number.page, *blocks, change_kind=kind, change_line="Vriendelijker.")
    assert open_lessons(noor) == ()


def test_it_leaves_out_a_lesson_that_is_offline(as_noor, number, noor):
    number.change()
    number.page.unpublish()
    assert open_lessons(noor) == ()
    assert as_noor.get(page_of(number.page)).status_code == 404


def test_it_needs_no_situation_where_the_module_has_none(as_noor, number, small, noor):
    small.scenarios.delete()
    change = changes.safer(number.page, changes.with_text(number.number, "<p>Bel 113.</p>"), number.words)
    assert change.scenario_uid is None
    assert "Je bent helemaal bij." in say_read(as_noor, number.page, change).content.decode()


def test_it_lists_what_is_new_at_the_same_cost_for_more_lessons(
    as_noor, number, small, noor, earlier, django_assert_num_queries
):
    number.change()
    for place in range(4):
        words = make.text()
        page = make.lesson(small.module, words, title=f"Les {place}")
        changes.put_online(page)
        changes.finished(number.enrollment, page, earlier)
        changes.safer(page, changes.with_text(words, f"<p>Nieuw {place}.</p>"))
    with django_assert_num_queries(2):
        assert len(open_lessons(noor)) == 5
    assert "Les 3" in as_noor.get(reverse("changes:open")).content.decode()


def test_it_takes_what_was_read_on_paper(number, noor, koen):
    change = number.change()
    now = timezone.now() + timedelta(days=2)
    today = timezone.localdate(now)
    with pytest.raises(TooEarlyError):
        record_refresh(noor, change.uuid, happened_on=today - timedelta(days=9), actor=koen, now=now)
    for _ in range(2):
        record_refresh(noor, change.uuid, happened_on=today - timedelta(days=1), actor=koen, now=now)
    refresh = Refresh.objects.get()
    assert (refresh.on_paper, refresh.entered_by) == (True, koen)
    assert timezone.localdate(refresh.done_at) == today - timedelta(days=1)
    assert told() == 1
    with pytest.raises(NotEnrolledError):
        record_refresh(koen, change.uuid, happened_on=today, actor=koen, now=now)


def test_it_tells_a_change_of_content_until_the_lesson_was_opened_again(as_noor, number):
    words = changes.with_text(number.words, "<p>Blijf rustig en zit.</p>")
    blocks = (number.number, words, number.question, number.situation)
    changes.put_online(
        number.page, *blocks, change_kind=LessonChange.Kind.CONTENT, change_line="Er is een tip bij."
    )
    assert "Er is een tip bij." in as_noor.get("/leren/basistraining/").content.decode()
    as_noor.get(address(number.page))
    assert "Er is een tip bij." not in as_noor.get("/leren/basistraining/").content.decode()
