"""Opaque cursors: a place in a list that a client may keep but need not understand."""

import base64
import binascii

PATTERN = r"^[A-Za-z0-9_-]{2,40}$"


def encode_cursor(kind: str, place: int) -> str:
    """Return the cursor for a place (>= 0) in a list of this kind (one letter)."""
    return base64.urlsafe_b64encode(f"{kind}{place}".encode()).decode().rstrip("=")


def decode_cursor(kind: str, cursor: str) -> int:
    """Return the place a cursor stands for; ValueError when it is not one of ours, or of another list."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode(
            "ascii"
        )
    except (binascii.Error, UnicodeDecodeError) as error:
        raise ValueError("not a cursor") from error
    place = text[1:]
    if (
        text[:1] != kind
        or not place.isdigit()
        or encode_cursor(kind, int(place)) != cursor
        or int(place) >= 2**63
    ):
        raise ValueError("not a cursor of this list")
    return int(place)
