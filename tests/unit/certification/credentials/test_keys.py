"""The key file: one key that signs, earlier ones that count, and nothing else."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from lms.certification.credentials.keys import KeyFileError, keys_at, multikey, read_keys
from tests.at_once import at_once
from tests.unit.certification.credentials.checking import decoded
from tests.unit.certification.credentials.scene import KEY, OTHER_KEY


def private(key: Ed25519PrivateKey, locked: KeySerializationEncryption | None = None) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked or NoEncryption())


def public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def test_it_reads_the_key_that_signs_and_those_of_earlier_years():
    keys = read_keys(private(KEY) + b"# until 2025\n" + public(OTHER_KEY))
    assert keys.present == multikey(KEY.public_key())
    assert keys.public == (multikey(KEY.public_key()), multikey(OTHER_KEY.public_key()))
    assert keys.signing.private_bytes_raw() == KEY.private_bytes_raw()


def test_it_lists_a_key_once_that_is_there_twice():
    assert read_keys(private(KEY) + public(KEY)).public == (multikey(KEY.public_key()),)


def test_it_writes_a_public_key_as_a_multikey():
    text = multikey(KEY.public_key())
    assert text.startswith("z6Mk")
    assert decoded(text) == b"\xed\x01" + KEY.public_key().public_bytes_raw()


def elliptic() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: b"", "0 private keys"),
        (lambda: b"nonsense", "0 private keys"),
        (lambda: public(KEY), "0 private keys"),
        (lambda: private(KEY) + private(OTHER_KEY), "2 private keys"),
        (elliptic, "another kind than Ed25519"),
        (lambda: private(KEY, BestAvailableEncryption(b"secret")), "cannot be read"),
        (lambda: private(KEY).replace(b"MC4C", b"AAAA"), "cannot be read"),
    ],
)
def test_it_refuses_a_file_that_cannot_be_meant(content: Callable[[], bytes], says: str):
    with pytest.raises(KeyFileError, match=says):
        read_keys(content())


def test_it_makes_a_key_once_for_a_machine_without_one(tmp_path: Path):
    path = tmp_path / "var" / "key.pem"
    first = keys_at(path)
    assert keys_at(path).public == first.public
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_it_makes_one_key_when_many_ask_at_once(tmp_path: Path):
    path = tmp_path / "key.pem"
    found: list[str] = []
    assert at_once([lambda: found.append(keys_at(path).present)] * 8) == []
    assert set(found) == {keys_at(path).present}
    assert list(tmp_path.iterdir()) == [path]
