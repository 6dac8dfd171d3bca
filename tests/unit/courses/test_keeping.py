"""The four rules of keeping a text, one by one (docs/decisions/0015)."""

import pytest

from lms.courses.own_texts.rules import (
    LONGEST,
    REMEMBERED,
    Kept,
    Sent,
    TooLongError,
    keep,
    plain,
    throw_away,
)

HERE, THERE = "a page", "another page"
KEPT = Kept("Ik luister.", 3, HERE, ((HERE, 5),))


def send(text: str, *, number: int = 6, based_on: int = 3, writer: str = HERE) -> Sent:
    return Sent(writer, number, based_on, text)


def test_it_keeps_a_first_text():
    assert keep(Kept(), send("Ik luister.", number=1, based_on=0)) == Kept(
        "Ik luister.", 1, HERE, ((HERE, 1),)
    )


@pytest.mark.parametrize("number", [1, 4, 5])
def test_it_changes_nothing_for_a_number_that_came_before_or_twice(number: int):
    assert keep(KEPT, send("Iets anders.", number=number)) is KEPT


def test_it_remembers_only_the_number_of_the_same_text():
    assert keep(KEPT, send("Ik luister.", writer=THERE, based_on=0)) == Kept(
        "Ik luister.", 3, HERE, ((HERE, 5), (THERE, 6))
    )


def test_it_lets_who_knew_the_version_replace_the_text():
    kept = keep(KEPT, send("Ik vraag door.", writer=THERE))
    assert (kept.text, kept.version, kept.last) == ("Ik vraag door.", 4, THERE)


def test_it_lets_the_last_writer_replace_the_text_without_knowing_the_version():
    assert keep(KEPT, send("Ik luister en zwijg.", based_on=0)).text == "Ik luister en zwijg."


def test_it_keeps_both_when_somebody_else_wrote_meanwhile():
    kept = keep(KEPT, send("Ik vraag door.", writer=THERE, based_on=2))
    assert kept.text == "Ik luister.\n\nIk vraag door."
    assert kept.version == 4


@pytest.mark.parametrize(
    ("sent", "text", "version"),
    [("Ik luister. En zwijg.", "Ik luister. En zwijg.", 4), ("luister", "Ik luister.", 3)],
)
def test_it_keeps_the_longer_of_two_texts_when_it_holds_the_other(sent: str, text: str, version: int):
    kept = keep(KEPT, send(sent, writer=THERE, based_on=1))
    assert (kept.text, kept.version) == (text, version)


def test_it_lets_nobody_replace_a_text_of_two_writers_unseen():
    kept = keep(KEPT, send("Ik vraag door.", writer=THERE, number=1, based_on=2))
    later = keep(kept, send("Ik vraag nog door.", writer=THERE, number=2, based_on=2))
    assert later.text == "Ik luister.\n\nIk vraag door.\n\nIk vraag nog door."


def test_it_refuses_a_text_that_does_not_fit_and_keeps_what_was_there():
    assert keep(Kept(), send("a" * LONGEST, based_on=0)).version == 1
    with pytest.raises(TooLongError):
        keep(KEPT, send("a" * (LONGEST + 1)))
    with pytest.raises(TooLongError):
        keep(KEPT, send("a" * (LONGEST - 5), writer=THERE, based_on=0))


def test_it_brings_nothing_back_that_was_thrown_away():
    thrown = throw_away(KEPT)
    assert (thrown.text, thrown.version, thrown.last) == ("", 4, "")
    assert keep(thrown, send("Ik luister.", number=5)) is thrown
    assert keep(thrown, send("Ik schrijf opnieuw.", number=6)).text == "Ik schrijf opnieuw."
    assert throw_away(thrown) is thrown


def test_it_forgets_the_writer_it_heard_longest_ago():
    kept = KEPT
    for at in range(REMEMBERED):
        kept = keep(kept, send("Ik luister.", writer=f"page {at}", number=1))
    assert len(kept.writers) == REMEMBERED
    assert kept.number_of(HERE) == 0
    assert kept.number_of("page 0") == 1


def test_it_knows_one_kind_of_line_end():
    assert plain("een\r\ntwee\rdrie\nvier\x00") == "een\ntwee\ndrie\nvier"
