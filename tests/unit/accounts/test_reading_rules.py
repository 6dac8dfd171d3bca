"""Reading aids, the pure rules: cookies, attributes, and whose choice holds after signing in."""

from itertools import product

import pytest

from lms.accounts.reading.rules import (
    FIRST,
    NOTHING_CHOSEN,
    VALUES,
    ReadingChoice,
    Remembered,
    at_sign_in,
    attributes,
    cookie_value,
    remembered,
)

LARGE, DARK = ReadingChoice(text="200"), ReadingChoice(contrast="dark")


def test_it_reads_back_every_choice_from_the_cookie():
    for values in product(*VALUES.values()):
        for is_of_person in (True, False):
            memory = Remembered(ReadingChoice(*values), is_of_person)
            assert remembered(cookie_value(memory)) == memory


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "...",
        "200",
        "200.wide.own.dark.on",
        "200.wide.own.dark.on.x",
        "200.wide.own.dark.on.p.p",
        "200.wide.own.dark.p",
        "200.wide.own.dark.on.on.on.normal.off.p",
        "200.wide.own.dark.on.on.on.normal",
        "200.wide.own.dark.on.on.on.quick.p",
        "300.wide.own.dark.on.p",
        '200.wide.own.dark" onload="alert(1).on.p',
        "200.wide.own.dark.ON.p",
        "\x00" * 4000,
        "." * 4000,
    ],
)
def test_it_takes_nothing_from_a_cookie_that_is_not_ours(junk):
    assert remembered(junk) == Remembered(NOTHING_CHOSEN)


@pytest.mark.parametrize("values", range(FIRST, len(VALUES)))
def test_it_keeps_what_a_cookie_with_fewer_values_says(values):
    whole = ("150", "wide", "system", "high", "on", "on", "on", "slow")
    expected = ReadingChoice(*whole[:values])
    assert remembered(".".join((*whole[:values], "p"))) == Remembered(expected, is_of_person=True)


def test_it_refuses_a_value_that_nobody_can_choose():
    with pytest.raises(ValueError, match="no such calm"):
        ReadingChoice(calm="very")


def test_it_leaves_to_the_device_what_was_not_chosen():
    assert attributes(NOTHING_CHOSEN) == {}
    assert attributes(ReadingChoice("150", "wide", "system", "high", "on", "on", "on", "fast")) == {
        "data-text": "150",
        "data-spacing": "wide",
        "data-font": "system",
        "data-contrast": "high",
        "data-calm": "on",
        "data-pictograms": "on",
        "data-easy": "on",
        "data-speed": "fast",
    }


@pytest.mark.parametrize(
    ("kept", "memory", "expected"),
    [
        (LARGE, Remembered(DARK), LARGE),
        (LARGE, Remembered(DARK, is_of_person=True), LARGE),
        (LARGE, Remembered(), LARGE),
        (None, Remembered(DARK), DARK),
        (None, Remembered(DARK, is_of_person=True), NOTHING_CHOSEN),
        (None, Remembered(), NOTHING_CHOSEN),
    ],
)
def test_it_knows_whose_choice_holds_after_signing_in(kept, memory, expected):
    assert at_sign_in(kept, memory) == expected
