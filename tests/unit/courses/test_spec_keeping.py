"""Worked examples of “Keeping a text” in docs/decisions/0015, computed by hand from its four rules.

A send is written `page number @version text`: what the page was called, which of its sends it was, the
version it knew, and what it held. So `A2@1 abc` is the second send of page A, which knew version 1. After it
stands what is kept: the text (a slash is an empty line), its version, and the page that may replace it.
"""

import re
from itertools import permutations

import pytest

from lms.courses.own_texts.rules import Kept, Sent, TooLongError, keep, plain, throw_away

GAP = "\n\n"
ONE_PAGE = [
    ("A1@0 ik", "ik", 1, "A"),
    ("A1@0 ik, A2@1 ik ben", "ik ben", 2, "A"),
    ("A1@0 ik, A2@0 ik ben", "ik ben", 2, "A"),  # the answer to the first send never came
    ("A1@0 ik, A1@0 ik", "ik", 1, "A"),
    ("A1@0 ik, A1@1 jij", "ik", 1, "A"),  # a number that came before
    ("A2@0 ik ben, A1@0 ik", "ik ben", 1, "A"),  # they overtook each other
    ("A3@0 drie, A1@0 een, A2@0 twee", "drie", 1, "A"),
    ("A1@0 een, A3@0 drie, A2@0 twee", "drie", 2, "A"),
    ("A1@0 ik, A2@1 ik", "ik", 1, "A"),  # the same text makes no version
    ("A1@0 ik, A2@1 ik, A2@1 jij", "ik", 1, "A"),  # but its number is known
    ("A1@0 ik, A2@1 ", "", 2, "A"),  # taken away by the page that wrote it
    ("A1@0 ik, A2@1 , A1@0 ik", "", 2, "A"),  # and a repeat does not bring it back
    ("A1@0 ik, A2@1 , A3@2 jij", "jij", 3, "A"),
    ("A1@0 , A2@0 ik", "ik", 1, "A"),  # nothing typed is no change
    ("A7@0 ik", "ik", 1, "A"),  # six sends were lost on the way
]
TWO_PAGES = [
    ("A1@0 ik, B1@1 jij", "jij", 2, "B"),  # B showed what A wrote
    ("A1@0 ik, B1@0 jij", "ik/jij", 2, ""),  # B did not: both stay
    ("B1@0 jij, A1@0 ik", "jij/ik", 2, ""),
    ("A1@0 ik, B1@0 ik", "ik", 1, "A"),  # both wrote the same
    ("A1@0 ik, B1@0 ik ben", "ik ben", 2, ""),  # the longer holds the other
    ("A1@0 ik ben, B1@0 ik", "ik ben", 1, "A"),
    ("A1@0 ik, B1@0 jij, B1@0 jij", "ik/jij", 2, ""),  # a double send adds nothing
    ("A1@0 ik, B1@0 jij, B2@0 jij", "ik/jij", 2, ""),  # nor the same text once more
    ("A1@0 ik, B1@0 jij, A2@2 wij", "wij", 3, "A"),  # A saw both, and makes one of it
    ("A1@0 ik, B1@0 jij, B2@2 wij", "wij", 3, "B"),
    ("A1@0 ik, B1@0 jij, A2@1 ik ook", "ik/jij/ik ook", 3, ""),  # A never saw what B wrote
    ("A1@0 ik, B1@0 jij, B2@0 jij ook", "ik/jij/jij ook", 3, ""),  # the answer to B got lost
    ("A1@0 ik, B1@1 jij, A2@1 wij", "jij/wij", 3, ""),
    ("A1@0 ik, B1@1 jij, B2@1 jullie", "jullie", 3, "B"),  # B was the last to change it
    ("A1@0 ik, B1@1 jij, A1@0 ik", "jij", 2, "B"),  # a late repeat of what was replaced
    ("A1@0 ik, B1@1 , A2@1 ik", "ik", 3, ""),  # B emptied it, A typed it once more
    ("A1@0 ik, B1@1 , A1@0 ik", "", 2, "B"),
    ("A1@0 ik, B1@0 ", "ik", 1, "A"),  # an empty page takes nothing away that it never showed
    ("A1@0 ik, B1@0 , B2@1 ", "", 2, "B"),
    ("A1@0 ik, B1@1 ik, A2@0 jij", "jij", 2, "A"),  # who sent the same did not change it
    ("A1@0 ik, B1@1 ik, B2@0 jij", "ik/jij", 2, ""),
    ("A1@0 ik, B1@0 jij, C1@0 zij", "ik/jij/zij", 3, ""),
    ("A1@0 ik, B1@0 jij, C1@2 zij, A2@1 ik", "zij/ik", 4, ""),
    ("A1@0 ik, B1@0 jij, C1@0 jij", "ik/jij", 2, ""),  # what C holds stands there already
]


def played(script: str, kept: Kept | None = None) -> Kept:
    """Return what is kept after a row of sends."""
    now = kept or Kept()
    for step in script.split(", "):
        [(writer, number, version, text)] = re.findall(r"^([A-Z]\w*?)(\d+)@(\d+) (.*)$", step)
        now = keep(now, Sent(writer, int(number), int(version), text))
    return now


@pytest.mark.parametrize(("script", "text", "version", "last"), [*ONE_PAGE, *TWO_PAGES])
def test_it_keeps_as_computed_by_hand(script: str, text: str, version: int, last: str):
    kept = played(script)
    assert (kept.text, kept.version, kept.last) == (text.replace("/", GAP), version, last)


@pytest.mark.parametrize("script", [row[0] for row in (*ONE_PAGE, *TWO_PAGES)])
def test_it_changes_nothing_when_all_is_sent_again(script: str):
    kept = played(script)
    again = played(script, kept)
    assert (again.text, again.version, again.last) == (kept.text, kept.version, kept.last)


def test_it_loses_no_text_of_pages_that_never_saw_each_other():
    for way in permutations(["A1@0 aap", "B1@0 noot", "C1@0 mies", "D1@0 wim"]):
        kept = played(", ".join(way))
        assert sorted(kept.text.split(GAP)) == ["aap", "mies", "noot", "wim"]
        assert kept.version == 4


def test_it_keeps_the_newest_of_one_page_in_every_order():
    for way in permutations(["A1@0 a", "A2@0 b", "A3@0 c", "A4@0 d"]):
        assert played(", ".join(way)).text == "d"


def test_it_knows_the_last_twenty_writers():
    kept = played(", ".join(f"W{chr(65 + at)}1@{at} tekst{chr(65 + at)}" for at in range(20)))
    assert kept.number_of("WA") == 1
    kept = played("WZ1@20 eind", kept)
    assert (kept.number_of("WA"), kept.number_of("WB"), kept.number_of("WZ")) == (0, 1, 1)
    assert len(kept.writers) == 20


def test_it_refuses_what_is_too_long_and_keeps_what_was():
    kept = played("A1@0 ik")
    assert keep(kept, Sent("A", 2, 1, "x" * 20_000)).text == "x" * 20_000
    with pytest.raises(TooLongError):
        keep(kept, Sent("A", 2, 1, "x" * 20_001))
    assert kept.text == "ik"


def test_it_refuses_two_texts_that_are_too_long_together():
    kept = keep(Kept(), Sent("A", 1, 0, "x" * 19_999))
    with pytest.raises(TooLongError):
        keep(kept, Sent("B", 1, 0, "y"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\nb", "a\nb"),
        ("a\r\n\r\nb\r", "a\n\nb\n"),
        ("a\n\rb", "a\n\nb"),
    ],
)
def test_it_has_one_kind_of_line_end(typed: str, kept: str):
    assert plain(typed) == kept


@pytest.mark.parametrize("repeat", ["A1@0 ik", "A2@1 ik ben", "B1@2 wij"])
def test_it_brings_nothing_back_after_throwing_away(repeat: str):
    gone = throw_away(played("A1@0 ik, A2@1 ik ben, B1@2 wij"))
    assert gone.text == ""
    assert played(repeat, gone).text == ""


def test_it_takes_a_new_text_after_throwing_away():
    assert played("B2@4 nieuw", throw_away(played("A1@0 ik, A2@1 ik ben, B1@2 wij"))).text == "nieuw"
