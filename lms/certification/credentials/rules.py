"""What a digital proof says. Pure: from a frozen certificate to the documents that are signed.

Sources: Open Badges 3.0 (1EdTech) and W3C Verifiable Credentials Data Model 2.0 for the credential, W3C
Bitstring Status List 1.0 for what was withdrawn, W3C DID 1.0 and the method did:web for the issuer.
"""

import base64
import gzip
import unicodedata
import uuid
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any
from urllib.parse import quote, urlsplit

Document = dict[str, Any]

VC_CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
DID_CONTEXTS = ("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")
# Bitstring Status List 1.0, §3.2: at least 16 KB, so that who asks for a list says little about one proof.
LIST_SIZE = 131_072
LIST_KEPT_MS = 300_000
REVOCATION = "revocation"

PARTICIPATION = "participation"
HOURS = "hours"
_NAMES = {PARTICIPATION: "Bewijs van deelname", HOURS: "Bewijs van uren"}
# Words of the vocabulary of Open Badges 3.0 (AchievementType).
_TYPES = {PARTICIPATION: "CertificateOfCompletion", HOURS: "Achievement"}
_NARRATIVES = {
    PARTICIPATION: "Deze persoon deed mee aan de training. De coördinator of de trainer keek dat na.",
    HOURS: "Deze persoon besteedde deze uren aan training en intervisie. De coördinator keek dat na.",
}
_RESULT_NAME = "Uren"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The installation as others know it: its address, without a slash at the end."""

    site: str

    @property
    def did(self) -> str:
        """The identity that follows from the address (did:web, §3.1: a port is written %3A)."""
        return f"did:web:{quote(urlsplit(self.site).netloc, safe='.-')}"

    def list_url(self, page: int) -> str:
        """The address of one status list."""
        return f"{self.site}/bewijs/status/{page}.json"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a proof may say of a certificate: no name, no words of a volunteer, no counts.

    `network` is the name of who gives it; `about` the title of the training ("" when it has none); `issued_at`
    the first moment of the day of issue. Only a proof of hours tells the `minutes`.
    """

    certificate: uuid.UUID
    number: int
    kind: str
    network: str
    issued_at: datetime
    about: str = ""
    minutes: int = 0
    first_on: date | None = None
    last_on: date | None = None


def claim_of(certificate: uuid.UUID, number: int, context: Mapping[str, Any], zone: tzinfo) -> Claim:
    """Return what may be said of a certificate with this frozen context (`certificates.rules.freeze`)."""
    facts = context["facts"]
    return Claim(
        certificate=certificate,
        number=number,
        kind=context["kind"],
        network=context["network"],
        issued_at=datetime.combine(date.fromisoformat(context["issued_on"]), time(), tzinfo=zone),
        about=facts.get("course", ""),
        minutes=facts["minutes"] if context["kind"] == HOURS else 0,
        first_on=_day(facts["starts_on"]),
        last_on=_day(facts["ends_on"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def achievement_credential(claim: Claim, issuer: Issuer) -> Document:
    """Return the unsigned Open Badges 3.0 credential of a claim."""
    return {
        "@context": [VC_CONTEXT, BADGES_CONTEXT],
        "id": _urn(claim.certificate, "credential"),
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": _title(claim),
        "issuer": {"id": issuer.did, "type": ["Profile"], "name": clean(claim.network), "url": issuer.site},
        "validFrom": claim.issued_at.isoformat(timespec="seconds"),
        "credentialSubject": _subject(claim, issuer),
        "credentialStatus": status_entry(claim.number, issuer),
    }


def _subject(claim: Claim, issuer: Issuer) -> Document:
    subject: Document = {"id": holder_id(claim.certificate), "type": ["AchievementSubject"]}
    if claim.first_on is not None:
        subject["activityStartDate"] = claim.first_on.isoformat()
    if claim.last_on is not None:
        subject["activityEndDate"] = claim.last_on.isoformat()
    subject["achievement"] = _achievement(claim, issuer)
    if claim.kind == HOURS:
        subject["result"] = [
            {
                "type": ["Result"],
                "resultDescription": _hours_id(claim, issuer),
                "value": hours_of(claim.minutes),
            }
        ]
    return subject


def _achievement(claim: Claim, issuer: Issuer) -> Document:
    achievement: Document = {
        "id": _achievement_id(claim, issuer),
        "type": ["Achievement"],
        "achievementType": _TYPES[claim.kind],
        "name": _title(claim),
        "description": _title(claim),
        "criteria": {"narrative": _NARRATIVES[claim.kind]},
        "inLanguage": "nl",
    }
    if claim.kind == HOURS:
        achievement["resultDescription"] = [
            {
                "id": _hours_id(claim, issuer),
                "type": ["ResultDescription"],
                "name": _RESULT_NAME,
                "resultType": "Result",
            }
        ]
    return achievement


def hours_of(minutes: int) -> str:
    """Return minutes as hours in digits that machines read, with at most two decimals: 90 is "1.5"."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")


def _title(claim: Claim) -> str:
    about = clean(claim.about)
    return f"{_NAMES[claim.kind]}: {about}" if about else _NAMES[claim.kind]


def _urn(space: uuid.UUID, what: str) -> str:
    return uuid.uuid5(space, what).urn


def holder_id(certificate: uuid.UUID) -> str:
    """The holder as this one proof knows the holder: different on each certificate, and not the account's."""
    return _urn(certificate, "holder")


def _achievement_id(claim: Claim, issuer: Issuer) -> str:
    return _urn(uuid.NAMESPACE_URL, f"{issuer.site}/{claim.kind}/{clean(claim.about)}")


def _hours_id(claim: Claim, issuer: Issuer) -> str:
    return _urn(uuid.NAMESPACE_URL, f"{issuer.site}/{claim.kind}/{clean(claim.about)}/hours")


def clean(text: str) -> str:
    """Return a text as one line without control signs.

    Libraries differ in how they write those signs in canonical N-Quads; a signature must not hang on that.
    """
    return " ".join("".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text).split())


def page_of(number: int) -> int:
    """The status list in which the certificate with this number stands."""
    return number // LIST_SIZE


def status_entry(number: int, issuer: Issuer) -> Document:
    """Where it is written whether the certificate with this number was withdrawn."""
    page = issuer.list_url(page_of(number))
    index = str(number % LIST_SIZE)
    return {
        "id": f"{page}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": REVOCATION,
        "statusListIndex": index,
        "statusListCredential": page,
    }


def status_list_credential(page: int, withdrawn: Iterable[int], issuer: Issuer, at: datetime) -> Document:
    """Return the unsigned status list of one page; `withdrawn` are numbers of certificates, of any page."""
    url = issuer.list_url(page)
    places = (number % LIST_SIZE for number in withdrawn if page_of(number) == page)
    return {
        "@context": [VC_CONTEXT],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.did,
        "validFrom": at.isoformat(timespec="seconds"),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": REVOCATION,
            "encodedList": encoded_list(places),
            "ttl": LIST_KEPT_MS,
        },
    }


def encoded_list(places: Iterable[int]) -> str:
    """Return the bits as §3.3 writes them: first place first, GZIP, base64url without padding, after a "u"."""
    bits = bytearray(LIST_SIZE // 8)
    for place in places:
        bits[place // 8] |= 0x80 >> (place % 8)
    packed = gzip.compress(bytes(bits), mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).rstrip(b"=").decode("ascii")


def numbers_on(page: int, last: int) -> range:
    """The numbers on a page that were given out; `last` is the last of all, and the first of all is 1."""
    return range(max(1, page * LIST_SIZE), min(last + 1, (page + 1) * LIST_SIZE))


def withdrawn_numbers(numbers: Iterable[int], holds: Container[int]) -> frozenset[int]:
    """Return which numbers do not hold any more: withdrawn or replaced, or given out and erased since."""
    return frozenset(number for number in numbers if number not in holds)


def did_document(issuer: Issuer, keys: Iterable[str]) -> Document:
    """Return the document that says which keys sign for the issuer; `keys` are multibase, present one first."""
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
