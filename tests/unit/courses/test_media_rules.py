"""Sizes of pictures, and sizes in words."""

import pytest

from lms.courses.media.rules import size_in_words, widths_for


@pytest.mark.parametrize(
    ("width", "offered"),
    [
        (1, (320,)),
        (320, (320,)),
        (321, (320, 640)),
        (960, (320, 640, 960)),
        (961, (320, 640, 960, 1280)),
        (9000, (320, 640, 960, 1280)),
    ],
)
def test_it_offers_a_picture_up_to_the_first_width_that_shows_all(width: int, offered: tuple[int, ...]):
    assert widths_for(width) == offered


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, ""),
        (-1, ""),
        (1, "1 kB"),
        (1499, "1 kB"),
        (999_400, "999 kB"),
        (1_000_000, "1 MB"),
        (1_440_000, "1,4 MB"),
        (50_000_000, "50 MB"),
        (200_000_000, "200 MB"),
    ],
)
def test_it_says_how_big_a_file_is(size: int, words: str):
    assert size_in_words(size) == words
