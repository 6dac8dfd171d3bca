"""The rules of a scheme: data that says what is asked, why, how, and which other way there is.

Source: the readiness rules for OCO volunteers (advice, never a verdict on a person): every rule has a plain
why and how, and an alternative route. The three texts are content in Dutch and may not be empty.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from lms.certification.readiness.facts import FactKind, Source
from lms.certification.readiness.validity import MOST_MONTHS, Validity

MOST_DUE_DAYS = 3660
GRACE_KINDS = (FactKind.HANDED_IN, FactKind.ASSESSED, FactKind.EXTENDED)
_ID = re.compile(r"[a-z][a-z0-9_]*")


class Effect(StrEnum):
    """What an unmet rule does: it stops being matchable, it is a warning, or it only informs."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


class RuleError(ValueError):
    """A rule or scheme that cannot be meant; the message is a plain Dutch sentence."""


def require(holds: bool, message: str) -> None:
    """Raise RuleError with `message` when `holds` is false."""
    if not holds:
        raise RuleError(message)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What every rule has: a stable id, texts for people, an effect, and how long it counts.

    `due_days` is a deadline in days after the start of the volunteer; it warns and never takes away.
    """

    id: str
    title: str
    effect: Effect
    why: str
    how: str
    alternative: str
    validity: Validity | None = None
    due_days: int | None = None

    can_expire: ClassVar[bool] = True
    """Whether a validity makes sense for this kind of rule."""

    def __post_init__(self) -> None:
        require(_ID.fullmatch(self.id) is not None, "De code is kleine letters, cijfers en _.")
        for text in (self.title, self.why, self.how, self.alternative):
            require(bool(text.strip()), "Vul titel, waarom, hoe en andere manier in.")
        require(self.can_expire or self.validity is None, "Deze soort eis heeft geen geldigheid.")
        require(self.due_days is None or 1 <= self.due_days <= MOST_DUE_DAYS, "Kies 1 tot en met 3660 dagen.")
        self.check()

    def check(self) -> None:
        """Raise RuleError when the parameters of this kind of rule cannot be meant."""

    def sources(self) -> tuple[Source, ...]:
        """The facts this rule reads, besides its alternative route."""
        return ()

    @cached_property
    def asked(self) -> tuple[Source, ...]:
        """As `sources`, made once."""
        return self.sources()

    @cached_property
    def evidence(self) -> tuple[Source, ...]:
        """Everything that can meet this rule: the facts it asks, and its alternative route."""
        return (*self.asked, (FactKind.ALTERNATIVE_ROUTE, self.id))

    @cached_property
    def reads(self) -> tuple[Source, ...]:
        """Everything that the verdict depends on: evidence, what was handed in and assessed, extensions."""
        return (*self.evidence, *((kind, self.id) for kind in GRACE_KINDS))


@dataclass(frozen=True, kw_only=True)
class CompletedItems(Rule):
    """At least `minimum` of the course items (None: all of them) were completed."""

    items: tuple[str, ...]
    minimum: int | None = None

    def check(self) -> None:
        require(bool(self.items), "Noem ten minste 1 onderdeel.")
        require(len(set(self.items)) == len(self.items), "Noem elk onderdeel 1 keer.")
        require(1 <= self.needed <= len(self.items), "Het aantal past niet bij de onderdelen.")

    @property
    def needed(self) -> int:
        return len(self.items) if self.minimum is None else self.minimum

    def sources(self) -> tuple[Source, ...]:
        return tuple((FactKind.ITEM_COMPLETED, item) for item in self.items)


@dataclass(frozen=True, kw_only=True)
class Attended(Rule):
    """At least `minimum` of the `of` meetings in a series were attended."""

    series: str
    minimum: int
    of: int

    def check(self) -> None:
        require(bool(self.series), "Noem de reeks bijeenkomsten.")
        require(1 <= self.minimum <= self.of, "Het aantal past niet bij de bijeenkomsten.")

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.ATTENDED, self.series),)


@dataclass(frozen=True, kw_only=True)
class SignedStatement(Rule):
    """The statement was signed in the version that is asked on the day."""

    code: str

    def check(self) -> None:
        require(bool(self.code), "Noem de verklaring.")

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.STATEMENT_SIGNED, self.code),)


@dataclass(frozen=True, kw_only=True)
class SeenAndValid(Rule):
    """A document was seen; how long that counts is its validity."""

    what: str

    def check(self) -> None:
        require(bool(self.what), "Noem wat er gezien moet zijn.")

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.SEEN, self.what),)


@dataclass(frozen=True, kw_only=True)
class ConversationHeld(Rule):
    """A conversation took place, for example the closing talk.

    With `points` every point on the list was talked about, in one talk or in several. A point is a code.
    """

    what: str
    points: tuple[str, ...] = ()

    def check(self) -> None:
        require(bool(self.what), "Noem het gesprek.")
        require(all(each.strip() for each in self.points), "Een punt heeft een naam.")
        require(len(set(self.points)) == len(self.points), "Noem elk punt 1 keer.")

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.CONVERSATION_HELD, self.what),)


@dataclass(frozen=True, kw_only=True)
class RolesDeclared(Rule):
    """Other roles were declared and, when `must_be_seen`, the newest declaration seen by the coordinator."""

    must_be_seen: bool

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.ROLES_DECLARED, ""), (FactKind.ROLES_SEEN, ""))


@dataclass(frozen=True, kw_only=True)
class IntervisionHeld(Rule):
    """Enough intervision sessions and net minutes in a sliding window, in groups of an allowed size."""

    minimum_sessions: int
    window_months: int
    minimum_net_minutes: int
    group_min: int
    group_max: int
    warn_days: int = 0

    can_expire = False

    def check(self) -> None:
        require(self.minimum_sessions >= 1, "Kies ten minste 1 keer.")
        require(1 <= self.window_months <= MOST_MONTHS, "Kies 1 tot en met 1200 maanden.")
        require(self.minimum_net_minutes >= 0, "Kies 0 minuten of meer.")
        require(1 <= self.group_min <= self.group_max, "De groepsgrootte klopt nog niet.")
        require(0 <= self.warn_days <= 731, "Kies 0 tot en met 731 dagen.")

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.INTERVISION, ""),)


@dataclass(frozen=True, kw_only=True)
class GuardianConsent(Rule):
    """A parent or guardian consented; applies only until the day the volunteer turns sixteen (AVG art. 8)."""

    can_expire = False

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.GUARDIAN_CONSENT, ""), (FactKind.TURNS_SIXTEEN, ""))


@dataclass(frozen=True, kw_only=True)
class ContactLinked(Rule):
    """The volunteer has a contact person; the newest link or unlink decides."""

    can_expire = False

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.CONTACT_LINKED, ""),)


@dataclass(frozen=True, kw_only=True)
class ContentRefreshed(Rule):
    """Nothing that changed for safety in one of these lessons is still to be read (docs/decisions/0016).

    It asks nothing of who never finished such a lesson.
    """

    items: tuple[str, ...]

    can_expire = False

    def check(self) -> None:
        require(bool(self.items), "Noem ten minste 1 onderdeel.")
        require(len(set(self.items)) == len(self.items), "Noem elk onderdeel 1 keer.")

    def sources(self) -> tuple[Source, ...]:
        kinds = (FactKind.REFRESH_DUE, FactKind.REFRESHED)
        return tuple((kind, item) for item in self.items for kind in kinds)


@dataclass(frozen=True, kw_only=True)
class LimitsCardMade(Rule):
    """The volunteer made a limits card (grenzenkaart); what is on it is nobody else's business."""

    def sources(self) -> tuple[Source, ...]:
        return ((FactKind.LIMITS_CARD_MADE, ""),)
