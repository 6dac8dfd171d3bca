"""Change classes by docs/decisions/0016: who is asked what, for which changes, and until when."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.accounts.models import User
from lms.courses.changes.rules import due_on
from lms.courses.changes.selectors import open_changes
from lms.courses.models import LessonChange, LessonProgress
from tests.factories import changes
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
SAFETY, CONTENT, EDITORIAL = LessonChange.Kind.SAFETY, LessonChange.Kind.CONTENT, LessonChange.Kind.EDITORIAL
START = timezone.now() - timedelta(days=30)


def day(number: int) -> datetime:
    return START + timedelta(days=number)


class Story:
    """A lesson of two texts and a situation; its safety changes come on day 10 and on day 20."""

    def __init__(self, small: Any, person: User) -> None:
        self.person = person
        self.enrollment = make.enrolled(person, small.course)
        self.call, self.calm = make.text("<p>Bel 112.</p>"), make.text("<p>Blijf rustig.</p>")
        self.situation = make.scenario()
        self.page = changes.put_online(small.reading, self.call, self.calm, self.situation)

    def change(self, html: str = "", calm: str = "", *, on: int, kind: str = SAFETY) -> LessonChange:
        """Put other texts online on a day."""
        self.call = changes.with_text(self.call, html) if html else self.call
        self.calm = changes.with_text(self.calm, calm) if calm else self.calm
        said = {"change_kind": kind, "change_line": f"Nieuw op dag {on}."}
        changes.put_online(self.page, self.call, self.calm, self.situation, **said)
        change = LessonChange.objects.order_by("pk").last()
        LessonChange.objects.filter(pk=change.pk).update(published_at=day(on))
        return change

    def two(self) -> None:
        """Put both changes online."""
        self.change("<p>Bel 113.</p>", on=10)
        self.change(calm="<p>Adem uit.</p>", on=20)

    def learned(self, begun: int | None, finished: int | None) -> None:
        """Let the person begin and finish the lesson on these days."""
        if begun is not None:
            LessonProgress.objects.create(
                enrollment=self.enrollment,
                lesson_uid=self.page.uid,
                started_at=day(begun),
                seen_at=day(begun if finished is None else finished),
                completed_at=None if finished is None else day(finished),
            )

    def asked(self) -> list[str]:
        """Return the lines of what is asked of the person."""
        return [change.line for change in open_changes(self.person)]


@pytest.fixture
def story(small, noor) -> Story:
    return Story(small, noor)


FIRST, SECOND = "Nieuw op dag 10.", "Nieuw op dag 20."


@pytest.mark.parametrize(
    ("begun", "finished", "asked"),
    [
        (5, 6, [FIRST, SECOND]),
        (5, 15, [FIRST, SECOND]),  # begun with the old text, finished with the new
        (5, 25, [FIRST, SECOND]),
        (12, 15, [SECOND]),
        (12, 25, [SECOND]),
        (10, 11, [SECOND]),  # begun at the moment of the change: with the new text
        (22, 23, []),
        (5, None, []),
        (12, None, []),
        (None, None, []),
    ],
)
def test_it_asks_who_began_before_and_finished(story, begun, finished, asked):
    story.two()
    story.learned(begun, finished)
    assert story.asked() == asked


@pytest.mark.parametrize(("begun", "shown"), [(5, ["Bel 113.", "Adem uit."]), (12, ["Adem uit."])])
def test_it_shows_the_blocks_of_what_is_asked(story, client, sign_in, begun, shown):
    story.two()
    story.learned(begun, begun + 2)
    sign_in(client, story.person)
    page = client.get(reverse("changes:lesson", args=[story.page.uid])).content.decode()
    found = [text for text in ("Bel 113.", "Adem uit.", "Bel 112.", "Blijf rustig.") if text in page]
    assert found == shown
    assert LessonProgress.objects.get().completed_at == day(begun + 2), "the lesson stays finished"


def test_it_shows_each_block_once_as_it_is_now(story, client, sign_in):
    story.change("<p>Bel 113.</p>", on=10)
    story.change("<p>Bel 114.</p>", on=12)
    story.learned(5, 6)
    sign_in(client, story.person)
    page = client.get(reverse("changes:lesson", args=[story.page.uid])).content.decode()
    assert (page.count("Bel 114."), page.count("Bel 113.")) == (1, 0)
    assert "Nieuw op dag 10." in page
    assert "Nieuw op dag 12." in page


def test_it_asks_no_block_that_is_gone(story, client, sign_in):
    story.two()
    story.learned(5, 6)
    changes.put_online(story.page, story.calm, story.situation)
    sign_in(client, story.person)
    page = client.get(reverse("changes:lesson", args=[story.page.uid])).content.decode()
    assert "Bel 113." not in page
    assert "Adem uit." in page


def test_it_shows_a_block_also_when_a_small_change_of_words_came_after(story, client, sign_in):
    story.change("<p>Bel 113.</p>", on=10)
    story.learned(5, 6)
    story.change("<p>Bel meteen 113.</p>", on=12, kind=EDITORIAL)
    assert story.asked() == [FIRST]
    sign_in(client, story.person)
    assert "Bel meteen 113." in client.get(reverse("changes:lesson", args=[story.page.uid])).content.decode()


@pytest.mark.parametrize("kind", [CONTENT, EDITORIAL])
def test_it_asks_nothing_for_another_class(story, kind):
    story.learned(5, 6)
    story.change("<p>Bel 113.</p>", on=10, kind=kind)
    assert LessonChange.objects.get().kind == kind
    assert story.asked() == []


@pytest.mark.parametrize(("finished", "told"), [(6, True), (None, False)])
def test_it_tells_the_line_of_content_to_who_finished(story, client, sign_in, finished, told):
    story.learned(5, finished)
    story.change("<p>Bel 113.</p>", on=10, kind=CONTENT)
    sign_in(client, story.person)
    assert (FIRST in client.get("/leren/basistraining/").content.decode()) is told
    client.get(address(story.page))
    assert FIRST not in client.get("/leren/basistraining/").content.decode()


def test_it_asks_each_person_apart(story, small, koen):
    other = Story(small, koen)
    other.change("<p>Bel 113.</p>", on=10)
    story.page = other.page
    story.learned(5, 6)
    assert (story.asked(), other.asked()) == ([FIRST], [])


def say_read(client, story: Story) -> None:
    page = client.get(reverse("changes:lesson", args=[story.page.uid])).content.decode()
    shown = [str(one.uuid) for one in open_changes(story.person) if str(one.uuid) in page]
    assert shown
    client.post(reverse("changes:read", args=[story.page.uid]), {"change": shown})


@pytest.mark.parametrize(
    ("order", "choice", "is_done"),
    [("rs", 0, True), ("sr", 0, True), ("rs", 1, True), ("rs", 2, False), ("r", 0, False), ("s", 0, False)],
)
def test_it_is_done_by_reading_and_one_situation_that_is_passed(
    story, client, sign_in, send, order, choice, is_done
):
    story.two()
    story.learned(5, 6)
    sign_in(client, story.person)
    for step in order:
        if step == "r":
            say_read(client, story)
        else:
            send(client, story.page, story.situation, choice)
            client.get(f"{address(story.page)}?stap=1")
    assert (story.asked() == []) is is_done


def test_it_asks_a_change_that_comes_while_one_reads(story, client, sign_in, send):
    story.change("<p>Bel 113.</p>", on=10)
    story.learned(5, 6)
    sign_in(client, story.person)
    say_read(client, story)
    story.change(calm="<p>Adem uit.</p>", on=20)
    send(client, story.page, story.situation, 0)
    client.get(f"{address(story.page)}?stap=1")
    assert SECOND in story.asked()


WHERE = [
    ("changed", "own"),
    ("lesson", "own"),
    ("module", "module"),
    ("nowhere", None),
]


@pytest.mark.parametrize(("where", "which"), WHERE)
def test_it_chooses_the_situation(small, where, which):
    first, second, words = make.scenario("Een"), make.scenario("Twee"), make.text()
    blocks = {"changed": [words, first, second], "lesson": [words, first]}.get(where, [words])
    if where == "nowhere":
        small.scenarios.delete()
    page = changes.put_online(small.reading, *blocks)
    if where == "changed":
        blocks[2] = {**second, "value": {**second["value"], "situation": "Wat nu?"}}
    else:
        blocks[0] = changes.with_text(words, "<p>Nieuw.</p>")
    change = changes.safer(page, *blocks)
    own = second if where == "changed" else first
    expected = {"own": own["id"], "module": small.s1["id"], None: "None"}[which]
    assert str(change.scenario_uid) == expected


def test_it_begins_on_the_later_of_two_days():
    early, late = day(3).date(), day(9).date()
    assert (due_on(early, late), due_on(late, early), due_on(early, early)) == (late, late, early)


def test_it_compares_with_what_was_online_and_not_with_a_draft(story):
    story.page.unpublish()
    story.page.refresh_from_db()
    draft = story.page.get_latest_revision_as_object()
    draft.body = make.json.dumps([make.text("<p>Een klad.</p>")])
    draft.save_revision()
    story.change(calm="<p>Adem uit.</p>", on=20)
    assert LessonChange.objects.get().block_uids == [story.calm["id"]]


def test_it_tells_a_text_that_was_put_back(story):
    story.change("<p>Bel 113.</p>", on=10)
    story.learned(5, 6)
    back = story.change("<p>Bel 112.</p>", on=12)
    assert back.block_uids == [story.call["id"]]
    assert story.asked() == [FIRST, "Nieuw op dag 12."]
