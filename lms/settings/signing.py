"""The key that signs certificates: read from a file, or made the first time on a developer's machine."""

import os
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from django.core.exceptions import ImproperlyConfigured

from lms.settings.environment import env, required

PEM = b"-----BEGIN"
WHAT = "a file with a private key and its certificate, PEM or PKCS#12"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key, the certificate that names its owner, and the certificates above that one."""

    private_key: Any = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()


def signing_key(name: str = "SIGNING_KEY_FILE") -> SigningKey:
    """Return the key of the environment, or refuse to start and say what is wrong with the file."""
    return _read(name, Path(required(name, WHAT)))


def former_signing_keys(name: str = "FORMER_SIGNING_KEY_FILES") -> tuple[SigningKey, ...]:
    """Return the keys that signed before: codes on paper of that time keep working. Paths, with commas."""
    paths = env.str(name, "")
    return tuple(_read(name, Path(path.strip())) for path in paths.split(",") if path.strip())


def own_signing_key(path: Path) -> SigningKey:
    """Return the key of a developer's machine; the first time it is made, self-signed."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _put_once(path, _self_signed())
    return _parse(path.read_bytes(), None)


def _read(name: str, path: Path) -> SigningKey:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImproperlyConfigured(f"{name} cannot be read: {error.strerror}.") from error
    password = env.str("SIGNING_KEY_PASSWORD", "").encode() or None
    try:
        key = _parse(content, password)
    except (ValueError, TypeError) as error:
        raise ImproperlyConfigured(f"{name} must name {WHAT}; is SIGNING_KEY_PASSWORD right?") from error
    if not isinstance(key.private_key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise ImproperlyConfigured(f"{name} must hold an RSA key or an elliptic curve key.")
    if key.private_key.public_key() != key.certificate.public_key():
        raise ImproperlyConfigured(f"{name}: the first certificate does not belong to the private key.")
    return key


def _parse(content: bytes, password: bytes | None) -> SigningKey:
    """Return the key in these bytes; ValueError or TypeError when there is none."""
    if PEM in content:
        private_key = load_pem_private_key(content, password)
        own, *chain = x509.load_pem_x509_certificates(content)
        return SigningKey(private_key, own, tuple(chain))
    bundle = pkcs12.load_pkcs12(content, password)
    if bundle.key is None or bundle.cert is None:
        raise ValueError
    return SigningKey(
        bundle.key, bundle.cert.certificate, tuple(each.certificate for each in bundle.additional_certs)
    )


def _self_signed() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Leerplein OCO (proef)")])
    now = datetime.now(UTC)
    usage = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    certificate = (
        builder.not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return pem + certificate.public_bytes(Encoding.PEM)


def _put_once(path: Path, content: bytes) -> None:
    """Write a file that only we may read; when another process was first, that one stands."""
    handle, made = tempfile.mkstemp(dir=path.parent)  # mode 600
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(made)
