"""The JSON-LD contexts of digital proofs: from a local table pinned by hash, never from the network.

A context decides what is signed: one changed line in it changes the meaning of every proof. So a file that is
not exactly the known one is refused.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyld.documentloader.frozen import BUNDLED_CONTEXTS, FrozenDocumentLoader

from lms.certification.credentials.issuers import BADGES_CONTEXT, VC_CONTEXT, Document

VENDOR = Path(__file__).resolve().parents[2] / "static" / "lms" / "vendor" / "contexts"


class ContextError(RuntimeError):
    """A context is not there, or is not the one that we know."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A context on disk, and the SHA-256 of exactly that file."""

    path: Path
    sha256: str


# The first comes with PyLD; the second is copied from npm at set-up (scripts/assets.mjs).
PINNED = {
    VC_CONTEXT: Pinned(
        BUNDLED_CONTEXTS[VC_CONTEXT], "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f"
    ),
    BADGES_CONTEXT: Pinned(
        VENDOR / "open-badges-3.0.3.jsonld",
        "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761",
    ),
}


def read_pinned(pinned: Pinned) -> Document:
    """Return the context; raise ContextError when it is missing or was changed."""
    try:
        content = pinned.path.read_bytes()
    except OSError as error:
        raise ContextError(f"{pinned.path.name} is missing: run `npm ci && npm run assets`.") from error
    if hashlib.sha256(content).hexdigest() != pinned.sha256:
        raise ContextError(f"{pinned.path.name} is not the file that is pinned: nothing is signed with it.")
    document: Document = json.loads(content)
    return document


@cache
def local_loader() -> FrozenDocumentLoader:
    """The only loader of this product: it knows the pinned contexts and refuses every other address."""
    return FrozenDocumentLoader({url: read_pinned(pinned) for url, pinned in PINNED.items()})
