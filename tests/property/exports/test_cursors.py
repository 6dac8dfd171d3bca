"""Laws of the cursor: what went in comes out, and nothing else is accepted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.exports.cursors import PATTERN, decode_cursor, encode_cursor


@given(st.sampled_from("pc"), st.integers(min_value=0, max_value=2**63 - 1))
def test_it_gives_back_the_place(kind: str, place: int):
    cursor = encode_cursor(kind, place)
    assert re.match(PATTERN, cursor)
    assert decode_cursor(kind, cursor) == place


@given(st.text(max_size=50))
def test_it_refuses_or_reads_any_text_without_breaking(text: str):
    try:
        place = decode_cursor("p", text)
    except ValueError:
        return
    assert encode_cursor("p", place) == text


@given(st.integers(min_value=0, max_value=10**12))
def test_it_refuses_a_cursor_of_another_list(place: int):
    with pytest.raises(ValueError, match="cursor"):
        decode_cursor("c", encode_cursor("p", place))
