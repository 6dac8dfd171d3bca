"""How long each kind of evidence counts (0009 §1), its alternative route included."""

from lms.certification.readiness import (
    ConversationHeld,
    FactKind,
    LimitsCardMade,
    RolesDeclared,
    SignedStatement,
)
from tests.unit.certification.readiness.examples import a, fact, other_way
from tests.unit.certification.readiness.worked_examples.shape import days, months, row, seen, vog

_TALK = a(ConversationHeld, what="closing_talk", validity=months(12))
_STATEMENT = a(SignedStatement, code="geheimhouding", validity=months(12))
_TOLD = a(RolesDeclared, must_be_seen=False, validity=months(12))
_SEEN_ROLES = a(RolesDeclared, must_be_seen=True, validity=months(12))
_CARD = a(LimitsCardMade, validity=months(6))
_ROLES = (fact(FactKind.ROLES_DECLARED, "2026-03-01"), fact(FactKind.ROLES_SEEN, "2026-03-10"))

KINDS = (
    row(
        "a talk",
        _TALK,
        (fact(FactKind.CONVERSATION_HELD, "2026-03-03", "closing_talk"),),
        "2027-03-03",
        passed=True,
        until="2027-03-03",
    ),
    row(
        "a talk, the year after",
        _TALK,
        (fact(FactKind.CONVERSATION_HELD, "2026-03-03", "closing_talk"),),
        "2027-03-04",
        code="expired",
        passed=False,
        until="2027-03-03",
    ),
    # Other roles that nobody has to see count from the day they were told.
    row("told roles", _TOLD, _ROLES[:1], "2026-03-02", code="met", passed=True, until="2027-03-01"),
    # They wait when somebody has to see them, since the day they were told.
    row(
        "roles not seen yet",
        _SEEN_ROLES,
        _ROLES[:1],
        "2026-03-05",
        code="waiting",
        passed=False,
        waits_for="coordinator",
        waiting_since="2026-03-01",
    ),
    # Then each time they were seen counts: from 10 March, not from 1 March.
    row(
        "seen roles", _SEEN_ROLES, _ROLES, "2026-03-10", passed=True, met_on="2026-03-10", until="2027-03-10"
    ),
    # A new declaration must be seen again; what was seen is not about it.
    row(
        "told something new",
        _SEEN_ROLES,
        (*_ROLES, fact(FactKind.ROLES_DECLARED, "2026-06-01")),
        "2026-06-02",
        code="waiting",
        passed=False,
        waiting_since="2026-06-01",
    ),
    # 31 August + 6 months again, for the card.
    row(
        "the limits card",
        _CARD,
        (fact(FactKind.LIMITS_CARD_MADE, "2026-08-31"),),
        "2026-09-01",
        passed=True,
        until="2027-02-28",
    ),
    # The alternative route counts exactly as long as the ordinary one.
    row(
        "the other way",
        vog(months(6)),
        (other_way("2026-08-31"),),
        "2027-02-28",
        passed=True,
        by_alternative=True,
        until="2027-02-28",
    ),
    row(
        "the other way, over",
        vog(months(6)),
        (other_way("2026-08-31"),),
        "2027-03-01",
        code="expired",
        passed=False,
        until="2027-02-28",
    ),
    # The other way carries on where the document stops: 3 March + 10, then 10 March + 10.
    row(
        "a document, then the other way",
        vog(days(10)),
        (*seen("2026-03-03"), other_way("2026-03-10")),
        "2026-03-15",
        passed=True,
        met_on="2026-03-03",
        until="2026-03-20",
    ),
)

ASKED = {"geheimhouding": 2}
STATEMENTS = (
    # Version 2 is asked and signed: 12 months.
    row(
        "the version that is asked",
        _STATEMENT,
        (fact(FactKind.STATEMENT_SIGNED, "2026-01-15", "geheimhouding", number=2),),
        "2027-01-15",
        passed=True,
        until="2027-01-15",
    ),
    row(
        "the version that is asked, over",
        _STATEMENT,
        (fact(FactKind.STATEMENT_SIGNED, "2026-01-15", "geheimhouding", number=2),),
        "2027-01-16",
        code="expired",
        passed=False,
        until="2027-01-15",
    ),
    # A signature of version 1 is no signature of a version that is asked.
    row(
        "an older version",
        _STATEMENT,
        (fact(FactKind.STATEMENT_SIGNED, "2026-01-15", "geheimhouding", number=1),),
        "2026-02-01",
        passed=False,
    ),
)


ROWS = KINDS
