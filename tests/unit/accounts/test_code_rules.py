"""Codes, links and browsers: the pure rules of signing in."""

import pytest

from lms.accounts.sign_in.rules import (
    browser_in_words,
    code_from,
    digits_of,
    hidden_code,
    is_same_code,
    readable_code,
)


def test_it_makes_the_same_code_for_the_same_session_and_link_only():
    assert code_from("nonce", "key") == code_from("nonce", "key")
    codes = {code_from(nonce, key) for nonce in ("a", "b") for key in ("c", "d")}
    assert len(codes) == 4


def test_it_always_makes_eight_digits():
    codes = [code_from("nonce", str(number)) for number in range(2000)]
    assert all(len(code) == 8 and code.isdigit() for code in codes)
    assert any(code.startswith("0") for code in codes)
    assert len(set(codes)) > 1990


def test_it_shows_a_code_in_two_groups():
    assert readable_code("12345678") == "1234 5678"


@pytest.mark.parametrize(
    "typed", ["12345678", " 1234 5678 ", "1234-5678", "1234\u00a05678", "1 2 3 4 5 6 7 8"]
)
def test_it_reads_a_code_however_it_was_typed(typed):
    assert is_same_code("secret", typed, hidden_code("secret", "12345678"))


@pytest.mark.parametrize("typed", ["", "12345679", "1234567", "123456780", "een twee", "１２３４５６７８"])
def test_it_refuses_another_code(typed):
    assert not is_same_code("secret", typed, hidden_code("secret", "12345678"))


def test_it_never_accepts_anything_where_no_code_was_made():
    assert not is_same_code("secret", "", "")
    assert not is_same_code("secret", "12345678", "")


def test_it_hides_a_code_with_the_secret_of_the_installation():
    assert hidden_code("one", "12345678") != hidden_code("two", "12345678")
    assert "12345678" not in hidden_code("one", "12345678")


def test_it_keeps_plain_digits_only():
    assert digits_of("a1\u0661-2 ³") == "12"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge op Windows"),
        ("Mozilla/5.0 (Linux; Android 15; Pixel) Chrome/140.0 Mobile Safari/537.36", "Chrome op Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/19 Safari/605.1", "Safari op Mac"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140) Gecko Firefox/140.0", "Firefox op Linux"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_it_names_a_browser_in_plain_words(agent, words):
    assert browser_in_words(agent) == words
