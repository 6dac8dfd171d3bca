"""Pure: the code on the paper. It is derived from a secret and the certificate, so it is kept nowhere."""

import hmac
import re
from collections.abc import Iterable

# Crockford's base 32: no letters that look like digits. 12 signs are 60 bits.
CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 12
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def paper_code(secret: bytes, certificate: bytes) -> str:
    """The code on the paper of a certificate, in groups of four."""
    digest = int.from_bytes(hmac.digest(secret, certificate, "sha256"))
    signs = [CODE_SIGNS[(digest >> 5 * place) % 32] for place in range(CODE_LENGTH)]
    return "-".join("".join(signs[at : at + 4]) for at in range(0, CODE_LENGTH, 4))


def as_typed(code: str) -> str:
    """A code as somebody typed it, with lookalikes and small letters put right; "" when it is none."""
    signs = re.sub(r"[^0-9A-Z]", "", code.upper()).translate(_LOOKALIKES)
    if len(signs) != CODE_LENGTH or set(signs) - set(CODE_SIGNS):
        return ""
    return "-".join(signs[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def is_code(typed: str, secrets: Iterable[bytes], certificate: bytes) -> bool:
    """Say whether this is the code of the certificate under any of these secrets, in constant time."""
    given = as_typed(typed)
    matches = [hmac.compare_digest(given, paper_code(secret, certificate)) for secret in secrets]
    return any(matches)
