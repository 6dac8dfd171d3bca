"""Who gives digital proofs, as others know it: an identity that follows from the address, and its keys.

Sources: W3C Decentralized Identifiers 1.0, the method did:web, W3C Controlled Identifiers 1.0.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

Document = dict[str, Any]

VC_CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
DID_CONTEXTS = ("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The installation as others know it: its address, without a slash at the end."""

    site: str

    @property
    def did(self) -> str:
        """The identity that follows from the address (did:web, §3.1: a port is written %3A)."""
        return f"did:web:{quote(urlsplit(self.site).netloc, safe='.-')}"

    def check_url(self, certificate: uuid.UUID) -> str:
        """The page where people can see whether a certificate holds."""
        return f"{self.site}/bewijs/{certificate}/"

    def list_url(self, page: int) -> str:
        """The address of one status list; it stands in every credential, so it never changes."""
        return f"{self.site}/bewijs/status/{page}.json"


def did_document(issuer: Issuer, keys: Iterable[str]) -> Document:
    """Return the document that says which keys sign for the issuer: Multikeys, the present one first."""
    methods = [
        {
            "id": method_id(issuer, key),
            "type": "Multikey",
            "controller": issuer.did,
            "publicKeyMultibase": key,
        }
        for key in keys
    ]
    return {
        "@context": list(DID_CONTEXTS),
        "id": issuer.did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def method_id(issuer: Issuer, key: str) -> str:
    """The name of a key in the issuer's document."""
    return f"{issuer.did}#{key}"
