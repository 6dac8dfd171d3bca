"""The easy twin of a text, and whether it still belongs to it. Pure; the rule is in docs/decisions/0016."""

from __future__ import annotations

import hashlib
import unicodedata

from lms.courses.checks.visible import visible

LENGTH = 16


def fingerprint(html: str) -> str:
    """Return 16 hex digits that stand for the visible words of a text.

    Tags, spaces and how a letter is encoded do not count; case, punctuation, the order of words and which
    fill-in words are used do. A text in which nothing can be seen has one too.
    """
    words = unicodedata.normalize("NFC", visible(html).text)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def is_out_of_date(html: str, easy: str, easy_of: str) -> bool:
    """Say whether an easy twin was made for another text than the main text now.

    `html` is the main text, `easy` its twin, `easy_of` the fingerprint the twin was made for. A twin in which
    nothing can be seen is no twin, so never out of date.
    """
    return bool(visible(easy).lines) and easy_of != fingerprint(html)
