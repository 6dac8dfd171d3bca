"""The fingerprint of a text and the easy twin made for it (docs/decisions/0016)."""

import hashlib

import pytest

from lms.courses.checks.twins import fingerprint, is_out_of_date

TEXT = "<p>Een OCO is <b>gratis</b> in {{ gemeente }}.</p>"


def test_it_is_the_beginning_of_the_sha_256_of_the_words() -> None:
    words = "Een OCO is gratis in {{ gemeente }}."

    assert fingerprint(TEXT) == hashlib.sha256(words.encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    "same",
    [
        "<p>Een OCO is gratis in {{ gemeente }}.</p>",
        "<p>Een  OCO is\n<i>gratis</i> in {{gemeente}}.</p>",
        "<h3>Een OCO</h3><ul><li>is gratis</li></ul><p>in {{ gemeente }}.</p>",
        "Een OCO is&nbsp;gratis in {{ gemeente }}.",
    ],
)
def test_it_does_not_see_tags_and_spaces(same: str) -> None:
    assert fingerprint(same) == fingerprint(TEXT)


@pytest.mark.parametrize(
    "other",
    [
        "<p>Een OCO is niet gratis in {{ gemeente }}.</p>",
        "<p>Een oco is gratis in {{ gemeente }}.</p>",
        "<p>Een OCO is gratis in {{ netwerk }}.</p>",
        "<p>Een OCO is gratis in {{ gemeente }}</p>",
        "<p>In {{ gemeente }} is een OCO gratis.</p>",
    ],
)
def test_it_sees_every_other_word(other: str) -> None:
    assert fingerprint(other) != fingerprint(TEXT)


def test_it_is_out_of_date_when_the_main_text_changed_after_the_twin() -> None:
    made_for = fingerprint(TEXT)

    assert not is_out_of_date(TEXT, "<p>Een OCO kost niets.</p>", made_for)
    assert is_out_of_date(TEXT + "<p>Bel ons.</p>", "<p>Een OCO kost niets.</p>", made_for)


def test_it_is_out_of_date_when_nobody_looked_at_it() -> None:
    assert is_out_of_date(TEXT, "<p>Een OCO kost niets.</p>", "")


@pytest.mark.parametrize("easy", ["", "<p></p>", "<p> <br/> </p>"])
def test_it_is_never_out_of_date_without_a_twin(easy: str) -> None:
    assert not is_out_of_date(TEXT, easy, "0000000000000000")
