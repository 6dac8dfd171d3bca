"""The key of digital proofs in production: none, or a good one, and a refusal to start with anything else."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from django.core.exceptions import ImproperlyConfigured

from lms.settings.environment import ed25519_key_file

NAME = "CREDENTIAL_KEY_FILE"


def pem(key, lock=None) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock or NoEncryption())


def test_it_takes_a_file_with_an_ed25519_key(tmp_path: Path, monkeypatch):
    file = tmp_path / "key.pem"
    file.write_bytes(pem(Ed25519PrivateKey.generate()))
    monkeypatch.setenv(NAME, f" {file} ")
    assert ed25519_key_file(NAME) == str(file)


@pytest.mark.parametrize("value", [None, "", "  "])
def test_it_does_without(value: str | None, monkeypatch):
    monkeypatch.delenv(NAME, raising=False)
    if value is not None:
        monkeypatch.setenv(NAME, value)
    assert ed25519_key_file(NAME) == ""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "a file that this user can read"),
        (lambda: b"nonsense", "a private key in PEM"),
        (lambda: pem(Ed25519PrivateKey.generate(), BestAvailableEncryption(b"secret")), "without a password"),
        (lambda: pem(ec.generate_private_key(ec.SECP256R1())), "of the kind Ed25519"),
    ],
)
def test_it_refuses_to_start_with(content, says: str, tmp_path: Path, monkeypatch):
    file = tmp_path / "key.pem"
    if content is not None:
        file.write_bytes(content())
    monkeypatch.setenv(NAME, str(file))
    with pytest.raises(ImproperlyConfigured, match=says):
        ed25519_key_file(NAME)
