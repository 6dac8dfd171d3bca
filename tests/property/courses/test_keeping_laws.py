"""What a person typed is never lost, by any order of save, reload, delay and double send."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lms.courses.own_texts.rules import REMEMBERED, Kept, Sent, TooLongError, both, keep, throw_away

TEXTS = st.text(alphabet="ab \n", max_size=8)
WRITERS = st.sampled_from(["p", "q", "r"])
SENDS = st.builds(Sent, WRITERS, st.integers(1, 5), st.integers(0, 5), TEXTS)


def after(sends: list[Sent]) -> Kept:
    kept = Kept()
    for sent in sends:
        kept = keep(kept, sent)
    return kept


@given(st.lists(SENDS, max_size=12), st.data())
def test_a_replay_changes_nothing(sends: list[Sent], data: st.DataObject):
    kept = after(sends)
    for sent in data.draw(st.lists(st.sampled_from(sends or [Sent("p", 0, 0, "")]), max_size=5)):
        assert keep(kept, sent) is kept


@given(st.lists(SENDS, max_size=12))
def test_the_same_sends_in_the_same_order_give_the_same_text(sends: list[Sent]):
    assert after(sends) == after(list(sends))


@given(st.lists(SENDS, max_size=12), SENDS)
def test_a_version_counts_changes(sends: list[Sent], sent: Sent):
    before, kept = after(sends), keep(after(sends), sent)
    assert kept.version - before.version == (kept.text != before.text)


@given(st.lists(SENDS, max_size=12), SENDS)
def test_only_who_knew_what_was_kept_takes_it_away(sends: list[Sent], sent: Sent):
    before = after(sends)
    kept = keep(before, sent)
    if sent.based_on != before.version and sent.writer != before.last:
        assert before.text in kept.text
        assert sent.text in kept.text or sent.number <= before.number_of(sent.writer)


@given(TEXTS, TEXTS)
def test_both_holds_both(one: str, other: str):
    assert one in both(one, other)
    assert other in both(one, other)


@given(st.lists(SENDS, max_size=12), st.data())
def test_no_late_send_brings_back_what_was_thrown_away(sends: list[Sent], data: st.DataObject):
    thrown = throw_away(after(sends))
    for sent in data.draw(st.lists(st.sampled_from(sends), max_size=5)) if sends else []:
        assert keep(thrown, sent).text == ""


@given(
    st.lists(st.builds(Sent, st.text(max_size=2), st.integers(1, 3), st.integers(0, 9), TEXTS), max_size=60)
)
def test_it_never_knows_more_writers_than_it_says(sends: list[Sent]):
    kept = after(sends)
    assert len(kept.writers) <= REMEMBERED
    assert len(dict(kept.writers)) == len(kept.writers)


def test_a_text_that_does_not_fit_leaves_what_was_kept():
    kept = Kept("a", 1, "p", (("p", 1),))
    with pytest.raises(TooLongError):
        keep(kept, Sent("p", 2, 1, "a" * 30_000))


@dataclass
class Page:
    """An open page, as js/keep.js behaves: one text, a count, and the version it knows."""

    writer: str
    version: int
    text: str
    typed: list[str] = field(default_factory=list)
    number: int = 0
    waiting: Sent | None = None


class Typing(RuleBasedStateMachine):
    """Several pages, a slow and repeating network, and pages that close with text still waiting.

    Every word typed is unlike any other and is only ever taken away by nobody: the people of this machine
    add words to the end. So at any quiet moment every word typed must be in what is kept.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kept = Kept()
        self.pages: list[Page] = []
        self.network: list[Sent] = []
        self.words: list[str] = []
        self.count = 0

    @precondition(lambda self: len(self.pages) < 3)
    @rule()
    def open_a_page(self) -> None:
        self.count += 1
        self.pages.append(Page(f"page {self.count}", self.kept.version, self.kept.text))

    @precondition(lambda self: self.pages)
    @rule(at=st.integers(0, 2))
    def type_a_word(self, at: int) -> None:
        page = self.pages[at % len(self.pages)]
        self.count += 1
        word = f"<{self.count}>"
        self.words.append(word)
        page.text += word
        page.number += 1
        page.waiting = Sent(page.writer, page.number, page.version, page.text)

    @precondition(lambda self: self.pages)
    @rule(at=st.integers(0, 2), is_answered=st.booleans())
    def send(self, at: int, is_answered: bool) -> None:
        page = self.pages[at % len(self.pages)]
        if page.waiting is None:
            return
        sent = page.waiting
        self.network.append(sent)
        if is_answered:
            self.kept = keep(self.kept, sent)
            page.waiting, page.version, page.text = None, self.kept.version, self.kept.text

    @precondition(lambda self: self.network)
    @rule(at=st.integers(0, 50))
    def arrive_late_or_twice(self, at: int) -> None:
        self.kept = keep(self.kept, self.network[at % len(self.network)])

    @precondition(lambda self: self.pages)
    @rule(at=st.integers(0, 2))
    def reload(self, at: int) -> None:
        """The page goes on from the text that waits, with the version it was based on, as js/keep.js does."""
        page = self.pages[at % len(self.pages)]
        self.count += 1
        fresh = Page(f"page {self.count}", self.kept.version, self.kept.text)
        if page.waiting:
            fresh.waiting, fresh.text, fresh.version = page.waiting, page.text, page.waiting.based_on
        self.pages[at % len(self.pages)] = fresh

    @invariant()
    def nothing_typed_is_lost(self) -> None:
        kept = self.kept
        for page in self.pages:
            if page.waiting:
                kept = keep(kept, page.waiting)
        assert [word for word in self.words if word not in kept.text] == []


Typing.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestTyping = Typing.TestCase
