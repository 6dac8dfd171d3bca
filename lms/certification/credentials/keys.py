"""The keys of the installation's digital proofs: one Ed25519 key that signs, and earlier ones that count."""

import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from lms.certification.credentials.multibase import base58btc

# The multicodec of an Ed25519 public key (W3C Controlled Identifiers 1.0, §2.2.2).
_ED25519_PUBLIC = b"\xed\x01"
_BLOCK = re.compile(rb"-----BEGIN ([A-Z ]+)-----.+?-----END \1-----", re.DOTALL)


class KeyFileError(ValueError):
    """A key file does not hold one Ed25519 key that signs, with or without earlier public keys."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The key that signs, and the public half of every key that counts, that of the present one first."""

    signing: Ed25519PrivateKey
    public: tuple[str, ...]

    @property
    def present(self) -> str:
        """The public half of the key that signs."""
        return self.public[0]


def multikey(key: Ed25519PublicKey) -> str:
    """Return a public key as a Multikey (W3C Controlled Identifiers 1.0, §2.2.2)."""
    return base58btc(_ED25519_PUBLIC + key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def read_keys(content: bytes) -> Keyring:
    """Return the keys of a PEM file: one PRIVATE KEY, and any number of PUBLIC KEY of earlier years."""
    private: list[Ed25519PrivateKey] = []
    earlier: list[Ed25519PublicKey] = []
    for block in _BLOCK.finditer(content):
        key = _read_block(block.group(0))
        if isinstance(key, Ed25519PrivateKey):
            private.append(key)
        else:
            earlier.append(key)
    if len(private) != 1:
        raise KeyFileError(f"There are {len(private)} private keys in the file; it takes exactly one.")
    public = [multikey(key) for key in (private[0].public_key(), *earlier)]
    return Keyring(private[0], tuple(dict.fromkeys(public)))


def _read_block(pem: bytes) -> Ed25519PrivateKey | Ed25519PublicKey:
    try:
        if b"BEGIN PUBLIC KEY" in pem:
            key: object = load_pem_public_key(pem)
        else:
            key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyFileError("The file holds a key that cannot be read.") from error
    if not isinstance(key, Ed25519PrivateKey | Ed25519PublicKey):
        raise KeyFileError("The file holds a key of another kind than Ed25519.")
    return key


def keys_at(path: Path) -> Keyring:
    """Return the keys in a file; a machine without that file makes one for itself.

    Production settings refuse to start without the file, so there none is ever made.
    """
    if not path.exists():
        _make_key(path)
    return read_keys(path.read_bytes())


def _make_key(path: Path) -> None:
    # Written aside and linked into place: of two who make one, one wins, and nobody reads half a key.
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(pem)
        with suppress(FileExistsError):
            os.link(aside, path)
    finally:
        os.unlink(aside)
