"""Pure rules of signing in: codes by mail, how long a session lives, and a browser in plain words."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import timedelta

CODE_LENGTH = 8  # decimal digits: 26 bits, above the 20 bits of ASVS 6.5.3, and a phone shows its number pad
DIGITS = "0123456789"


def digits_of(text: str) -> str:
    """Return the plain digits of what somebody typed or pasted; other signs do not count."""
    return "".join(character for character in text if character in DIGITS)


def readable_code(code: str) -> str:
    """Return the code in two groups, as the mail shows it: 1234 5678."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def code_from(nonce: str, key: str) -> str:
    """Return the code that belongs to the key of a mailed link, for the one session that holds the nonce.

    The link carries only the key: without the nonce, which never leaves the session, it says nothing
    about the code. So an address in a log or a history is worthless.
    """
    digest = hmac.new(nonce.encode(), key.encode(), hashlib.sha256).digest()
    return str(int.from_bytes(digest[:16], "big") % 10**CODE_LENGTH).zfill(CODE_LENGTH)


def hidden_code(secret: str, code: str) -> str:
    """Return the code as the session keeps it: a keyed digest (ASVS 6.5.2), never the code itself."""
    return hmac.new(secret.encode(), b"sign-in code " + digits_of(code).encode(), hashlib.sha256).hexdigest()


def is_same_code(secret: str, typed: str, hidden: str) -> bool:
    """Say whether the typed code is the one behind the digest; in constant time, never for an empty one."""
    return bool(hidden) and hmac.compare_digest(hidden_code(secret, typed), hidden)


@dataclass(frozen=True)
class SessionLife:
    """How long a session may live: without activity, at most, and how often activity is written down."""

    idle: timedelta
    longest: timedelta
    touch_every: timedelta


# quality.md §2 (session time): a volunteer's own device keeps working; staff screens show other people.
VOLUNTEER_LIFE = SessionLife(timedelta(days=14), timedelta(days=90), timedelta(days=1))
STAFF_LIFE = SessionLife(timedelta(minutes=60), timedelta(hours=12), timedelta(minutes=5))

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def browser_in_words(user_agent: str) -> str:
    """Return "Firefox op Windows" for a browser's name for itself; "" when nothing is recognized."""
    found = [
        next((label for sign, label in signs if re.search(sign, user_agent)), "")
        for signs in (_BROWSERS, _DEVICES)
    ]
    return " op ".join(part for part in found if part)
