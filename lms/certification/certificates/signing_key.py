"""What follows from the installation's key: the secrets behind the codes on paper."""

from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

CODES_ON_PAPER = b"leerplein: codes on paper"


def code_secret() -> bytes:
    """The secret of codes that are printed now."""
    return _secret(settings.SIGNING_KEY)


def code_secrets() -> tuple[bytes, ...]:
    """The secrets of codes on paper, of the present key and of those before it."""
    return tuple(_secret(key) for key in (settings.SIGNING_KEY, *settings.FORMER_SIGNING_KEYS))


def _secret(key: Any) -> bytes:
    private = key.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=CODES_ON_PAPER).derive(private)
