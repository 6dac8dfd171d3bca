"""Writing bytes as text that other systems read: multibase, base58btc (draft-multiformats-multibase-08)."""

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58btc(data: bytes) -> str:
    """Return the bytes in the alphabet of Bitcoin after the sign "z"; each zero byte in front is one "1"."""
    number = int.from_bytes(data, "big")
    signs = ""
    while number:
        number, rest = divmod(number, len(ALPHABET))
        signs = ALPHABET[rest] + signs
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "z" + ALPHABET[0] * zeros + signs
