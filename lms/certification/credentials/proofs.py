"""Signing a document: eddsa-rdfc-2022 of W3C Data Integrity EdDSA Cryptosuites 1.0, §3.2. No framework."""

import hashlib
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyld import jsonld

from lms.certification.credentials.contexts import local_loader
from lms.certification.credentials.issuers import Document
from lms.certification.credentials.multibase import base58btc


class UnknownTermError(ValueError):
    """A document holds a term that no context knows: it would look signed, and would not be."""


def signed(document: Document, key: Ed25519PrivateKey, method: str, at: datetime) -> Document:
    """Return the document with a proof; `method` names the key in the issuer's document.

    The same document, key and moment give the same proof.
    """
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": at.isoformat(timespec="seconds"),
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    value = base58btc(key.sign(to_sign(document, proof)))
    return {**document, "proof": {**proof, "proofValue": value}}


def to_sign(document: Document, proof: Document) -> bytes:
    """Return what is signed: the hash of the proof without its value, then that of the document (§3.2.4)."""
    config = {"@context": document["@context"], **proof}
    return _digest(config) + _digest(document)


def _digest(document: Document) -> bytes:
    return hashlib.sha256(canonical(document).encode()).digest()


def canonical(document: Document) -> str:
    """Return the document as canonical N-Quads (RDF Dataset Canonicalization 1.0).

    Raise UnknownTermError for a term without a meaning: JSON-LD would leave it out silently.
    """
    expanded = jsonld.expand(document, {"documentLoader": local_loader()}, on_property_dropped=_refuse)
    quads: str = jsonld.normalize(
        expanded,
        {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": local_loader()},
    )
    return quads


def _refuse(term: object) -> None:
    raise UnknownTermError(str(term))
