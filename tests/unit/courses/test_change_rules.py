"""What differs between two versions of a lesson, and what open changes ask together."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from lms.courses.changes.rules import (
    Change,
    asked,
    changed_blocks,
    differs,
    due_on,
    marks_of,
    situation_of,
)

MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


def text(uid: str, html: str, **more: object) -> dict:
    return {"type": "text", "id": uid, "value": {"html": html, **more}}


def situation(uid: str, kind: str = "scenario") -> dict:
    return {"type": kind, "id": uid, "value": {"title": uid}}


def change(uuid: UUID, *blocks: str, hours: int = 0, scenario: UUID | None = None, line: str = "") -> Change:
    return Change(uuid, line or f"Regel {uuid.int}.", blocks, scenario, MOMENT + timedelta(hours=hours))


@pytest.mark.parametrize(
    "same",
    [
        text("a", '<p data-block-key="x1y2z">Bel 112.</p>'),
        text("a", "<p>Bel 112.</p>\n"),
        text("a", "<p>Bel  112.\n</p>"),
        text("a", "<p>Bel 112.</p>", easy="", easy_of="0123456789abcdef", extra=None, shown=False, items=[]),
    ],
)
def test_it_sees_no_change_in_what_no_reader_sees(same):
    assert marks_of([text("a", "<p>Bel 112.</p>")]) == marks_of([same])


@pytest.mark.parametrize(
    "other",
    [
        text("a", "<p>Bel 113.</p>"),
        text("a", "<p>Bel 112.</p>", easy="<p>Bel.</p>"),
        text("a", "<p>Bel 112.</p>", count=0),
        {**text("a", "<p>Bel 112.</p>"), "type": "callout"},
    ],
)
def test_it_sees_a_change_in_what_is_said(other):
    assert marks_of([text("a", "<p>Bel 112.</p>")]) != marks_of([other])


def test_it_reads_old_and_new_lists_the_same():
    old = {"type": "steps", "id": "a", "value": {"items": ["Bel", "Wacht"]}}
    new = {
        "type": "steps",
        "id": "a",
        "value": {"items": [{"type": "item", "id": "1", "value": "Bel"}, {"type": "item", "value": "Wacht"}]},
    }
    assert marks_of([old]) == marks_of([new])


def test_it_names_what_is_new_or_different_in_the_order_of_the_lesson():
    before = marks_of([text("a", "1"), text("b", "2"), text("c", "3")])
    after = marks_of([text("d", "4"), text("c", "3"), text("a", "anders")])
    assert changed_blocks(before, after) == ("d", "a")
    assert differs(before, after)
    assert differs(before, marks_of([text("a", "1"), text("b", "2")])), "a block that went is a difference"
    assert not differs(before, marks_of([text("c", "3"), text("a", "1"), text("b", "2")]))


@pytest.mark.parametrize(
    ("changed", "lesson", "found"),
    [
        (["t", "s2"], [situation("s1"), situation("s2")], "s2"),
        (["t"], [text("t", ""), situation("s1", "dialogue"), situation("s2")], "s1"),
        (["t"], [text("t", "")], "elsewhere"),
    ],
)
def test_it_takes_the_situation_that_changed_then_of_the_lesson_then_of_the_module(changed, lesson, found):
    module = [text("x", ""), situation("elsewhere"), situation("later")]
    assert situation_of(changed, lesson, module) == found
    assert situation_of(["t"], [text("t", "")], []) is None


def test_it_asks_each_block_once_as_it_is_now():
    found = asked(
        [change(TWO, "b", "gone", hours=1, scenario=THREE), change(ONE, "b", "a", scenario=TWO)],
        ["a", "b", "c"],
    )
    assert found is not None
    assert found.changes == (ONE, TWO)
    assert found.blocks == ("a", "b")
    assert found.lines == ("Regel 1.", "Regel 2.")
    assert found.scenarios == (THREE, TWO)
    assert found.since == MOMENT + timedelta(hours=1)
    assert asked([], ["a"]) is None


def test_it_asks_from_the_day_that_both_are_so():
    assert due_on(date(2026, 3, 1), date(2026, 4, 1)) == date(2026, 4, 1)
    assert due_on(date(2026, 5, 1), date(2026, 4, 1)) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("<p>Een</p>\n<p>Twee</p>", '<p data-block-key="a">Een</p><p data-block-key="b">Twee</p>', True),
        ("<p>Jij &amp; ik</p>", "<p>Jij &#38; ik</p>", True),
        ("<p>a<br>b</p>", "<p>a<br/>b</p>", True),
        ("<p><b>a</b> <i>b</i></p>", "<p><b>a</b><i>b</i></p>", False),
        ("<p>a <b>niet</b></p>", "<p>a niet</p>", False),
        ('<p><a href="tel:112">bel</a></p>', '<p><a href="tel:113">bel</a></p>', False),
        ('<p><a linktype="page" id="3">x</a></p>', '<p><a id="3" linktype="page">x</a></p>', True),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3", True),
    ],
)
def test_it_reads_html_as_a_reader_does(one, other, same):
    assert (marks_of([text("a", one)]) == marks_of([text("a", other)])) is same
