"""Two verifiers: our own reading of the standard, and the reference implementation of npm in Node."""

import copy
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld.jsonld import JsonLdError

from lms.certification.credentials.issuers import Document
from lms.certification.credentials.proofs import UnknownTermError, to_sign

HERE = Path(__file__).parent
BASE58 = {
    sign: place for place, sign in enumerate("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
}


def decoded(text: str) -> bytes:
    """The bytes of a base58btc text; ValueError when it is none."""
    if not text.startswith("z") or set(text[1:]) - set(BASE58):
        raise ValueError(text)
    number = 0
    for sign in text[1:]:
        number = number * 58 + BASE58[sign]
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def verifies(document: Document, keys: Document) -> bool:
    """Say whether the proof of a document is one of the keys of the issuer's document."""
    rest = {name: value for name, value in document.items() if name != "proof"}
    proof = dict(document["proof"])
    if (proof["type"], proof["cryptosuite"], proof["proofPurpose"]) != (
        "DataIntegrityProof",
        "eddsa-rdfc-2022",
        "assertionMethod",
    ):
        return False
    known = {each["id"]: each["publicKeyMultibase"] for each in keys["verificationMethod"]}
    try:
        value = decoded(proof.pop("proofValue"))
        raw = decoded(known[proof["verificationMethod"]]).removeprefix(b"\xed\x01")
        Ed25519PublicKey.from_public_bytes(raw).verify(value, to_sign(rest, proof))
    except (InvalidSignature, JsonLdError, UnknownTermError, ValueError, KeyError):
        return False
    return True


@dataclass(frozen=True)
class Verdict:
    """What the verifier of npm says: genuine (the signature), and still holding (not withdrawn)."""

    genuine: bool
    holds: bool
    error: str


def in_node(credentials: Iterable[Document], documents: Iterable[Document]) -> list[Verdict]:
    """Ask the verifier of npm about credentials; it knows these documents by their id, and no network."""
    node = shutil.which("node")
    assert node, "Node 20 or newer is needed, as for the assets"
    asked = {"credentials": list(credentials), "documents": {each["id"]: each for each in documents}}
    done = subprocess.run(
        [node, str(HERE / "verify.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return [Verdict(**each) for each in json.loads(done.stdout)]


Place = tuple[str | int, ...]


def leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every single value in a document."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*place, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*place, number))
    else:
        yield place


def value_at(document: Document, place: Place) -> Any:
    """The value at a place."""
    found: Any = document
    for step in place:
        found = found[step]
    return found


def changed(document: Document, place: Place, value: Any) -> Document:
    """A copy of the document with another value at one place."""
    made = copy.deepcopy(document)
    value_at(made, place[:-1])[place[-1]] = value
    return made


def without(document: Document, place: Place) -> Document:
    """A copy of the document without what stands at one place."""
    made = copy.deepcopy(document)
    del value_at(made, place[:-1])[place[-1]]
    return made
