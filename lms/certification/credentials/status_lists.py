"""Which digital proofs do not hold any more: one bit for each certificate, and nothing else.

Source: W3C Bitstring Status List 1.0.
"""

import base64
import gzip
from collections.abc import Container, Iterable
from datetime import datetime

from lms.certification.credentials.issuers import VC_CONTEXT, Document, Issuer

# Bitstring Status List 1.0, §3.2: at least 16 KB, so that who asks for a list says little about one proof.
LIST_SIZE = 131_072
LIST_KEPT_MS = 300_000
REVOCATION = "revocation"


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
    """Return the bits as the standard writes them: first place first, GZIP, base64url after a "u" (§3.3)."""
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
