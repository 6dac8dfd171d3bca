"""Three volunteers, schemes that differ, and everything that can be written down about somebody."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from lms.accounts.models import User
from lms.certification.ledger.rules import Entry
from lms.certification.models import Source
from lms.certification.readiness import (
    Attended,
    CompletedItems,
    ContentRefreshed,
    ConversationHeld,
    Domain,
    Effect,
    FactKind,
    FirstThen,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RenewFrom,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
)
from tests.factories import people

HERE = ZoneInfo("Europe/Amsterdam")
# The clock goes back on 25 October 2026, five days later.
FIRST_DAY = date(2026, 10, 20)
TEXTS = {"title": "Een eis", "why": "Daarom.", "how": "Zo.", "alternative": "Of anders."}
BLOCK, WARN = Effect.BLOCK, Effect.WARN
SECRECY = "geheimhouding"


def at(day: date, minutes: int) -> datetime:
    """A moment so many minutes after midnight in Almere; never after the end of that day."""
    midnight = datetime.combine(day, time.min, tzinfo=HERE).astimezone(UTC)
    return midnight + timedelta(minutes=min(minutes, 22 * 60))


def cast() -> tuple[User, list[User]]:
    """The coordinator, and volunteers who began long ago, on the first day, and who did not sign in yet."""
    volunteer = people.Role.VOLUNTEER
    begun = (("Aart", date(2026, 9, 1)), ("Bea", None), ("Cor", FIRST_DAY))
    return people.koen(), [people.person(f"{name} Proef", volunteer, joined_on=day) for name, day in begun]


def _a(cls: type[Any], rule_id: str, effect: Effect = BLOCK, **more: Any) -> Rule:
    return cls(id=rule_id, effect=effect, **TEXTS, **more)  # type: ignore[no-any-return]


def _days(length: int, **more: Any) -> Validity:
    return Validity(length=length, unit=Unit.DAYS, **more)


@dataclass(frozen=True)
class Shape:
    """What differs between the versions of the scheme."""

    vog_days: int = 30
    lessons: int = 2
    roles: Effect = WARN
    refresh: Effect = WARN
    asks_secrecy: bool = False
    has_domains: bool = True
    is_slow: bool = False


def scheme_of(shape: Shape) -> Scheme:
    """A scheme with a little of everything."""
    course = Validity(length=0, unit=Unit.YEAR_END) if shape.is_slow else _days(25, warn_days=4)
    talk = _a(ConversationHeld, "talk", what="closing_talk", validity=_days(15))
    again = _a(CompletedItems, "again", items=("d",), validity=_days(15))
    rules = [
        _a(
            SeenAndValid,
            "vog",
            what="vog",
            validity=_days(shape.vog_days, renew_from=RenewFrom.EXPIRY, window_days=4, warn_days=3),
        ),
        _a(
            CompletedItems,
            "course",
            items=("a", "b", "c"),
            minimum=shape.lessons,
            validity=course,
            due_days=60,
        ),
        _a(RolesDeclared, "roles", shape.roles, must_be_seen=True),
        _a(FirstThen, "refresh", shape.refresh, rules=(talk, again)),
        _a(GuardianConsent, "guardian", WARN),
        _a(ContentRefreshed, "news", WARN, items=("a", "b")),
        _a(
            IntervisionHeld,
            "intervision",
            WARN,
            minimum_sessions=2,
            window_months=1,
            minimum_net_minutes=100,
            group_min=4,
            group_max=8,
            warn_days=5,
        ),
    ]
    if shape.asks_secrecy:
        rules.append(_a(SignedStatement, "secrecy", code=SECRECY, validity=_days(40)))
    domains = (
        Domain(id="wmo", title="Wmo", rules=(_a(LimitsCardMade, "card", validity=_days(20)),)),
        Domain(
            id="jeugd",
            title="Jeugd",
            rules=(_a(Attended, "live", series="basis", minimum=1, of=2, validity=_days(20)),),
        ),
    )
    return Scheme("oco", "OCO", tuple(rules), domains if shape.has_domains else ())


SHAPES = st.builds(
    Shape,
    vog_days=st.sampled_from([5, 30, 90]),
    lessons=st.integers(1, 3),
    roles=st.sampled_from([BLOCK, WARN]),
    refresh=st.sampled_from([BLOCK, WARN]),
    asks_secrecy=st.booleans(),
    has_domains=st.booleans(),
    is_slow=st.booleans(),
)
RULE_IDS = (
    "vog",
    "course",
    "talk",
    "again",
    "guardian",
    "intervision",
    "secrecy",
    "card",
    "live",
    "roles",
    "news",
)

# Kind, and what is said besides the day: everything that more of never takes anything away …
POSITIVE: tuple[tuple[FactKind, dict[str, object]], ...] = (
    (FactKind.SEEN, {"key": "vog"}),
    *((FactKind.ITEM_COMPLETED, {"key": item}) for item in "abcd"),
    (FactKind.ROLES_SEEN, {}),
    (FactKind.CONVERSATION_HELD, {"key": "closing_talk"}),
    (FactKind.STATEMENT_SIGNED, {"key": SECRECY, "number": 1}),
    (FactKind.STATEMENT_SIGNED, {"key": SECRECY, "number": 2}),
    (FactKind.LIMITS_CARD_MADE, {}),
    *((FactKind.REFRESHED, {"key": "a", "ref": change}) for change in ("one", "two")),
    (FactKind.ATTENDED, {"key": "basis", "ref": "first"}),
    (FactKind.INTERVISION, {"ref": "one", "number": 60, "group_size": 5}),
    (FactKind.INTERVISION, {"ref": "two", "number": 60, "group_size": 8}),
    *((FactKind.ALTERNATIVE_ROUTE, {"key": rule}) for rule in ("vog", "course", "talk", "again", "live")),
)
# … and what may.
OTHER: tuple[tuple[FactKind, dict[str, object]], ...] = (
    (FactKind.ROLES_DECLARED, {}),
    *((FactKind.REFRESH_DUE, {"key": item, "ref": change}) for item in "ab" for change in ("one", "two")),
    (FactKind.GUARDIAN_CONSENT, {"state": True}),
    (FactKind.GUARDIAN_CONSENT, {"state": False}),
    (FactKind.TURNS_SIXTEEN, {}),
)


def entry(kind: FactKind, day: date, **said: Any) -> Entry:
    """A line to write down."""
    return Entry(kind=kind, happened_on=day, source=Source.SEEN, origin=f"test:{uuid.uuid4()}", **said)


def everything(day: date) -> list[Entry]:
    """All that blocks, of one day: enough to be confirmed under every shape, for both domains."""
    kinds = [each for each in POSITIVE if each[0] is not FactKind.ALTERNATIVE_ROUTE]
    return [entry(FactKind.ROLES_DECLARED, day), *(entry(kind, day, **said) for kind, said in kinds)]
