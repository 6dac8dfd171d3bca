"""Pure: what is on a certificate, and what anybody may know of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from lms.certification.rules import CERTIFICATE_TITLES, PARTICIPATION

Data = dict[str, Any]
LONGEST_WORDS = 500

MISTAKE, ON_REQUEST, OTHER = "mistake", "on_request", "other"
REVOKE_REASONS = {
    MISTAKE: "Er staat iets op dat niet klopt",
    ON_REQUEST: "De vrijwilliger vroeg het",
    OTHER: "Een andere reden",
}


class Share(NamedTuple):
    """How many of how many."""

    have: int = 0
    need: int = 0


NONE = Share()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """What somebody did in one edition of the training. `minutes` are those of the meetings attended."""

    meetings: Share = NONE
    minutes: int = 0
    lessons: Share = NONE
    modules: Share = NONE
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to prove."""
        return not (self.meetings.have or self.lessons.have)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """How often and how long, per kind, from a day up to and including a day."""

    starts_on: date
    ends_on: date
    meetings: int = 0
    meeting_minutes: int = 0
    sessions: int = 0
    session_minutes: int = 0

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return self.meeting_minutes + self.session_minutes

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to prove."""
        return not (self.meetings or self.sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who gives the certificate: the network in a municipality, and the name and function of who signs."""

    network: str
    municipality: str
    signer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtIssue:
    """What readiness said on the day of issue: kept with the certificate, never printed on it."""

    scheme: str = ""
    state: str = ""
    criteria: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """Everything that is frozen at issue: what is on the paper, and its ground."""

    kind: str
    name: str
    issuer: Issuer
    issued_on: date
    facts: Data
    words: str
    at_issue: AtIssue


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of facts on the paper."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is on the paper, read back from the frozen context."""

    kind: str
    title: str
    name: str
    issuer: Issuer
    issued_on: date
    starts_on: date | None
    ends_on: date | None
    course: str
    edition: str
    lines: tuple[Line, ...]
    words: str


class CertificateState(StrEnum):
    """What anybody may know about a certificate."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


def participation_data(done: Participation, course: str, edition: str) -> Data:
    """The facts of a participation as JSON-able data."""
    return {
        "course": course,
        "edition": edition,
        "starts_on": _iso(done.starts_on),
        "ends_on": _iso(done.ends_on),
        "meetings": list(done.meetings),
        "minutes": done.minutes,
        "lessons": list(done.lessons),
        "modules": list(done.modules),
    }


def hours_data(done: Hours) -> Data:
    """The facts of hours as JSON-able data."""
    return {
        "starts_on": _iso(done.starts_on),
        "ends_on": _iso(done.ends_on),
        "training": {"times": done.meetings, "minutes": done.meeting_minutes},
        "intervision": {"times": done.sessions, "minutes": done.session_minutes},
        "minutes": done.minutes,
    }


def freeze(issued: Issued) -> Data:
    """The context of a certificate: JSON-able, and kept for ever with it."""
    return {
        "kind": issued.kind,
        "name": issued.name,
        "network": issued.issuer.network,
        "municipality": issued.issuer.municipality,
        "signer": issued.issuer.signer,
        "issued_on": _iso(issued.issued_on),
        "facts": issued.facts,
        "words": issued.words,
        "scheme": issued.at_issue.scheme,
        "state": issued.at_issue.state,
        "criteria": [
            {"id": rule, "code": code, "passed": passed} for rule, code, passed in issued.at_issue.criteria
        ],
    }


def content_of(context: Mapping[str, Any]) -> Content:
    """What is on the paper, from a frozen context."""
    facts = context["facts"]
    lines = _participation_lines(facts) if context["kind"] == PARTICIPATION else _hours_lines(facts)
    return Content(
        kind=context["kind"],
        title=CERTIFICATE_TITLES[context["kind"]],
        name=context["name"],
        issuer=Issuer(
            network=context["network"], municipality=context["municipality"], signer=context["signer"]
        ),
        issued_on=date.fromisoformat(context["issued_on"]),
        starts_on=_day(facts["starts_on"]),
        ends_on=_day(facts["ends_on"]),
        course=facts.get("course", ""),
        edition=facts.get("edition", ""),
        lines=tuple(lines),
        words=context["words"],
    )


def duration(minutes: int) -> str:
    """Minutes in Dutch words: "45 minuten", "1 uur", "4 uur en 30 minuten"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} {'minuut' if rest == 1 else 'minuten'}")
    return " en ".join(parts)


def state_of(*, is_revoked: bool, is_replaced: bool) -> CertificateState:
    """What holds of a certificate; taken back weighs more than replaced."""
    if is_revoked:
        return CertificateState.REVOKED
    return CertificateState.REPLACED if is_replaced else CertificateState.VALID


def unprintable(text: str, signs: frozenset[int]) -> tuple[str, ...]:
    """The signs of a text, each once, that the letters of the paper do not have; a line end is none."""
    return tuple(dict.fromkeys(each for each in text if ord(each) not in signs and each != "\n"))


def _participation_lines(facts: Data) -> Iterable[Line]:
    meetings, lessons, modules = (Share(*facts[name]) for name in ("meetings", "lessons", "modules"))
    if meetings.have:
        value = f"{_of(meetings)}, samen {duration(facts['minutes'])}"
        yield Line(label="Bijeenkomsten", value=value)
    if lessons.have:
        yield Line(label="Lessen", value=_of(lessons))
    if modules.have:
        yield Line(label="Modules", value=_of(modules))


def _hours_lines(facts: Data) -> Iterable[Line]:
    kinds = (("Training", facts["training"]), ("Intervisie", facts["intervision"]))
    for label, kind in kinds:
        if kind["times"]:
            yield Line(label=label, value=f"{kind['times']} keer, samen {duration(kind['minutes'])}")
    yield Line(label="Alles bij elkaar", value=duration(facts["minutes"]))


def _of(share: Share) -> str:
    return f"{share.have} van de {share.need}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
