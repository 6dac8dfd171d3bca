"""Pure: from a projection to a line on the coordinator's board. No score and no order of merit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lms.certification.readiness import RESTING, State
from lms.certification.rules import SILENT_AFTER, SOON, WAITS_LONG
from lms.certification.standings import rules as groups

READY, WAITS, EXPIRING, ALMOST, STUCK, PAUSED, STOPPED, MATCHABLE, IN_PROGRESS = (
    "ready",
    "waits",
    "expiring",
    "almost",
    "stuck",
    "paused",
    "stopped",
    "matchable",
    "in_progress",
)
GROUP_LABELS = {
    READY: "Klaar om te bevestigen",
    WAITS: "Wacht op jou",
    MATCHABLE: "Inzetbaar",
    ALMOST: "Bijna",
    EXPIRING: "Verloopt of verlopen",
    PAUSED: "Even pauze",
    STUCK: "Lang stil",
    IN_PROGRESS: "Nog bezig",
    STOPPED: "Gestopt",
}
COLUMNS = {
    groups.TRAINING: "Training",
    groups.BOUNDARIES: "Rolgrenzen",
    groups.AGREEMENTS: "Afspraken",
    groups.INTERVISION: "Intervisie",
}
WAITING_ACTIONS = {
    groups.ROLES: "Andere rollen bekijken",
    groups.ASSESS: "Bekijken wat is ingeleverd",
    groups.SEEN: "VOG bekijken",
    groups.TALK_LEFT: "Eindgesprek plannen",
    groups.GUARDIAN: "Toestemming vragen",
}
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """A status in a column: the kind of tag and the words in it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line is made of: the projection of one person, in plain values."""

    state: str
    criteria: tuple[Data, ...]
    open_blocking: int
    has_lapsed: bool
    waits_kind: str
    waiting_since: date | None
    state_since: date | None
    until: date | None
    expires_on: date | None
    last_evidence_on: date | None
    joined_on: date | None


def groups_of(facts: Facts, today: date) -> tuple[str, ...]:
    """Every group a person belongs to, the one that asks most first; never empty.

    The same groups in SQL are the conditions in models.standing; a test holds them together.
    """
    resting = {State.PAUSED.value: (PAUSED,), State.STOPPED.value: (STOPPED,)}
    if facts.state in resting:
        return resting[facts.state]
    is_matchable = facts.state == State.MATCHABLE
    found = [
        (READY, facts.state == State.READY),
        (WAITS, bool(facts.waits_kind)),
        (EXPIRING, ends_soon(facts, today) if is_matchable else facts.has_lapsed),
        (ALMOST, facts.state == State.IN_PROGRESS and facts.open_blocking == 1),
        (STUCK, not is_matchable and is_silent(facts, today)),
        (MATCHABLE, is_matchable),
        (IN_PROGRESS, facts.state == State.IN_PROGRESS),
    ]
    return tuple(name for name, belongs in found if belongs)


def is_silent(facts: Facts, today: date) -> bool:
    """Say whether nothing new happened for 60 days, counted from the start when there is nothing at all."""
    last = facts.last_evidence_on or facts.joined_on
    return last is not None and today - last >= SILENT_AFTER


def ends_soon(facts: Facts, today: date) -> bool:
    """Say whether being matchable ends by itself within 60 days."""
    ends = [day for day in (facts.until, facts.expires_on) if day is not None]
    return bool(ends) and min(ends) <= today + SOON


def next_action(facts: Facts, today: date) -> str:
    """What the coordinator does next, in two or three words; empty when nothing is asked."""
    if facts.state in RESTING:
        return ""
    if facts.state == State.READY:
        return "Bevestigen"
    if facts.waits_kind:
        return WAITING_ACTIONS[facts.waits_kind]
    return _in_time(facts, today)


def _in_time(facts: Facts, today: date) -> str:
    expiring = [each for each in _leaves(facts.criteria) if each["code"] in ("expiring", "expired")]
    if any(each["kind"] == groups.SEEN for each in expiring):
        return "Nieuwe VOG vragen"
    if facts.state == State.MATCHABLE and facts.until is not None and facts.until <= today + SOON:
        return "Nieuw besluit nemen"
    if facts.state == State.IN_PROGRESS and is_silent(facts, today):
        return "Even bellen"
    return ""


def cells_of(facts: Facts) -> dict[str, Cell]:
    """A cell for each column of the board."""
    asked = [each for each in facts.criteria if each["code"] != "not_applicable"]
    return {column: _cell([each for each in asked if each["group"] == column]) for column in COLUMNS}


def _cell(criteria: list[Data]) -> Cell:
    if not criteria:
        return Cell("plain", "Niet nodig")
    codes = {each["code"] for each in criteria}
    codes |= {part["code"] for each in criteria if not each["passed"] for part in _leaves([each])} & {
        "waiting"
    }
    done = sum(1 for each in criteria if each["passed"])
    if "waiting" in codes:
        return Cell("wait", "Wacht op jou")
    if "expired" in codes:
        return Cell("stop", "Verlopen")
    if done == len(criteria):
        return Cell("wait", "Verloopt binnenkort") if "expiring" in codes else Cell("ok", "Klaar")
    if not any(each["have"] for each in criteria):
        return Cell("plain", "Nog niet begonnen")
    return Cell("busy", _how_far(criteria, done))


def _how_far(criteria: list[Data], done: int) -> str:
    """Of one criterion how often; of several how many are done, in words that cannot be mixed up."""
    if len(criteria) == 1:
        return f"{criteria[0]['have']} van {criteria[0]['need']}"
    return f"{done} van {len(criteria)} klaar"


def since_words(day: date | None, today: date) -> str:
    """How long ago a day is, in words; empty when unknown."""
    if day is None:
        return ""
    days = (today - day).days
    if days <= 0:
        return "vandaag"
    if days < SILENT_AFTER.days:
        return "1 dag" if days == 1 else f"{days} dagen"
    return f"{days // 30} maanden"


def since_day(facts: Facts, group: str) -> date | None:
    """The day from which a line waits or lasts: of what was handed in, the last happening, or the state."""
    if group == WAITS:
        return facts.waiting_since or facts.last_evidence_on
    if group in (STUCK, ALMOST, IN_PROGRESS):
        return facts.last_evidence_on or facts.joined_on
    return facts.state_since


def is_slow(facts: Facts, group: str, today: date) -> bool:
    """Say whether somebody waits for the coordinator for more than two weeks: that has to be seen."""
    day = since_day(facts, group) if group in (READY, WAITS) else None
    return day is not None and today - day > WAITS_LONG


def _leaves(criteria: Iterable[Data]) -> list[Data]:
    found: list[Data] = []
    for each in criteria:
        found += _leaves(each["parts"]) if each["parts"] else [each]
    return found
