"""What a digital proof says: from a frozen certificate to the document that is signed.

Sources: Open Badges 3.0 (1EdTech) and W3C Verifiable Credentials Data Model 2.0.
"""

import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Any

from lms.certification.credentials.issuers import BADGES_CONTEXT, VC_CONTEXT, Document, Issuer
from lms.certification.credentials.status_lists import status_entry
from lms.certification.rules import CERTIFICATE_TITLES, HOURS, PARTICIPATION

# Words of the vocabulary of Open Badges 3.0 (AchievementType).
_TYPES = {PARTICIPATION: "CertificateOfCompletion", HOURS: "Achievement"}
_NARRATIVES = {
    PARTICIPATION: "Deze persoon deed mee aan de training. De coördinator of de trainer gaf dit bewijs.",
    HOURS: "Deze persoon besteedde deze uren aan training en intervisie. De coördinator gaf dit bewijs.",
}
_RESULT_NAME = "Uren"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a proof may say of a certificate: no name, no words of a volunteer, no counts.

    `network` is the name of who gives it; `about` the title of the training, or "". Moments are the first of
    their day, for the standard has no days. Only a proof of hours tells the `minutes`.
    """

    certificate: uuid.UUID
    number: int
    kind: str
    network: str
    issued_at: datetime
    about: str = ""
    minutes: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None


def claim_of(certificate: uuid.UUID, number: int, context: Mapping[str, Any], zone: tzinfo) -> Claim:
    """Return what may be said of a certificate with this frozen context (`certificates.rules.freeze`)."""
    facts = context["facts"]

    def moment(day: str) -> datetime | None:
        return _first_moment(day, zone) if day else None

    return Claim(
        certificate=certificate,
        number=number,
        kind=context["kind"],
        network=context["network"],
        issued_at=_first_moment(context["issued_on"], zone),
        about=facts.get("course", ""),
        minutes=facts["minutes"] if context["kind"] == HOURS else 0,
        first_at=moment(facts["starts_on"]),
        last_at=moment(facts["ends_on"]),
    )


def _first_moment(day: str, zone: tzinfo) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), tzinfo=zone)


def achievement_credential(claim: Claim, issuer: Issuer) -> Document:
    """Return the unsigned Open Badges 3.0 credential of a claim."""
    return {
        "@context": [VC_CONTEXT, BADGES_CONTEXT],
        "id": issuer.check_url(claim.certificate),
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": _title(claim),
        "issuer": {"id": issuer.did, "type": ["Profile"], "name": clean(claim.network), "url": issuer.site},
        "validFrom": claim.issued_at.isoformat(),
        "credentialSubject": _subject(claim, issuer),
        "credentialStatus": status_entry(claim.number, issuer),
    }


def _subject(claim: Claim, issuer: Issuer) -> Document:
    subject: Document = {"id": holder_id(claim.certificate), "type": ["AchievementSubject"]}
    if claim.first_at is not None:
        subject["activityStartDate"] = claim.first_at.isoformat()
    if claim.last_at is not None:
        subject["activityEndDate"] = claim.last_at.isoformat()
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
    return f"{CERTIFICATE_TITLES[claim.kind]}: {about}" if about else CERTIFICATE_TITLES[claim.kind]


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
