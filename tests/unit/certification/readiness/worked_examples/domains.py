"""Life domains, and decisions about people (0009 §8): state, scope and what the rules alone say.

Sanne has a VOG; the scheme asks that of everybody, one lesson for Wmo, one for jeugd, nothing more for werk.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lms.certification.readiness import (
    CompletedItems,
    Decision,
    DecisionKind,
    Domain,
    Effect,
    Fact,
    Scheme,
)
from tests.unit.certification.readiness.examples import a, on
from tests.unit.certification.readiness.worked_examples.shape import days, done, extended, seen, vog


@dataclass(frozen=True)
class Stands:
    """One row: under `scheme` and on `day`, these are the state, what the rules alone say, and the scope."""

    name: str
    scheme: Scheme
    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...]
    day: str
    state: str
    computed: str
    scope: tuple[str, ...] = ()


def _lesson(rule_id: str, item: str, effect: Effect = Effect.BLOCK) -> CompletedItems:
    return a(CompletedItems, rule_id, effect, items=(item,), validity=days(100))


def _decided(kind: DecisionKind, day: str, **more: object) -> Decision:
    return Decision(kind, on(day), **more)  # type: ignore[arg-type]


_SHARED = (vog(days(300)),)
_WMO = Domain(id="wmo", title="Wmo", rules=(_lesson("wmo_lesson", "w"),))
_YOUTH = Domain(id="jeugd", title="Jeugd", rules=(_lesson("youth_lesson", "j"),))
_WORK = Domain(id="werk", title="Werk en inkomen", rules=())
_ADVISED = Domain(id="school", title="Onderwijs", rules=(_lesson("school_lesson", "s", Effect.WARN),))
_TWO = Scheme("two", "Met leefgebieden", _SHARED, (_WMO, _YOUTH))
_OPEN = Scheme("open", "Met een open leefgebied", _SHARED, (_WMO, _WORK))
_WARNS = Scheme("warns", "Met een advies", _SHARED, (_ADVISED,))
_PLAIN = Scheme("plain", "Zonder leefgebieden", _SHARED)

# The VOG of 1 March counts up to and including 26 December (300 days: 30 + 30 + 31 + 30 + 31 + 31 + 30 + 31
# + 30 is 274 days to 30 November, 26 more). A lesson of 1 October counts up to and including 9 January.
_VOG = seen("2026-03-01")
_W, _J = done("2026-10-01", "w"), done("2026-10-01", "j")
_CONFIRMED = (_decided(DecisionKind.CONFIRM, "2026-10-02"),)
_EXCEPTION = {"until": on("2026-11-30"), "reason_code": "other"}


def _stands(
    name: str,
    scheme: Scheme,
    facts: Iterable[Fact],
    day: str,
    state: str,
    computed: str = "",
    scope: tuple[str, ...] = (),
    decisions: tuple[Decision, ...] = _CONFIRMED,
) -> Stands:
    return Stands(name, scheme, tuple(facts), decisions, day, state, computed or state, scope)


DOMAINS = (
    _stands("one of two", _TWO, (*_VOG, _W), "2026-11-01", "matchable", scope=("wmo",)),
    _stands("both", _TWO, (*_VOG, _W, _J), "2026-11-01", "matchable", scope=("wmo", "jeugd")),
    # Own criteria of no domain hold.
    _stands("none of two", _TWO, _VOG, "2026-11-01", "in_progress"),
    # The shared one is open, so the domains do not help.
    _stands("shared open", _TWO, (_W, _J), "2026-11-01", "in_progress"),
    # Ready, and nobody confirmed: scope is of who is matchable.
    _stands("not confirmed", _TWO, (*_VOG, _W), "2026-11-01", "ready", decisions=()),
    # A domain that asks nothing of its own holds with the shared ones.
    _stands("a domain that asks no more", _OPEN, _VOG, "2026-11-01", "matchable", scope=("werk",)),
    _stands("that and another", _OPEN, (*_VOG, _W), "2026-11-01", "matchable", scope=("wmo", "werk")),
    # Only blocking criteria stand in the way.
    _stands("an own warning", _WARNS, _VOG, "2026-11-01", "matchable", scope=("school",)),
    # Without domains: everywhere.
    _stands("no domains", _PLAIN, _VOG, "2026-11-01", "matchable"),
    # 100 days after 1 October is 9 January; the lesson of jeugd of 1 November counts to 9 February.
    _stands(
        "one domain ends",
        _TWO,
        (*seen("2026-10-01"), _W, done("2026-11-01", "j")),
        "2027-01-10",
        "matchable",
        scope=("jeugd",),
    ),
    _stands(
        "the day that it ends",
        _TWO,
        (*seen("2026-10-01"), _W, done("2026-11-01", "j")),
        "2027-01-09",
        "matchable",
        scope=("wmo", "jeugd"),
    ),
    # The VOG ends on 26 December.
    _stands("the last day of the shared one", _TWO, (*_VOG, _W), "2026-12-26", "matchable", scope=("wmo",)),
    _stands("the shared one ends", _TWO, (*_VOG, _W), "2026-12-27", "in_progress"),
    # It comes back by itself when the VOG is seen again; the confirmation of October still stands.
    _stands(
        "it comes back", _TWO, (*_VOG, _W, *seen("2026-12-29")), "2026-12-29", "matchable", scope=("wmo",)
    ),
    # An extension of the shared criterion keeps it open for the domain that holds.
    _stands(
        "an extension of the shared one",
        _TWO,
        (*_VOG, _W, extended("2026-12-20", "2027-01-05")),
        "2027-01-05",
        "matchable",
        scope=("wmo",),
    ),
    _stands(
        "after that extension",
        _TWO,
        (*_VOG, _W, extended("2026-12-20", "2027-01-05")),
        "2027-01-06",
        "in_progress",
    ),
)

DECISIONS = (
    # An exception that names no domain is for all of them.
    _stands(
        "exception for all",
        _TWO,
        (),
        "2026-11-01",
        "matchable",
        "in_progress",
        decisions=(_decided(DecisionKind.OVERRIDE, "2026-10-05", **_EXCEPTION),),
        scope=("wmo", "jeugd"),
    ),
    _stands(
        "exception for one",
        _TWO,
        (),
        "2026-11-01",
        "matchable",
        "in_progress",
        ("jeugd",),
        (_decided(DecisionKind.OVERRIDE, "2026-10-05", domains=("jeugd",), **_EXCEPTION),),
    ),
    # It ends by itself: its last day, and the day after.
    _stands(
        "last day of the exception",
        _PLAIN,
        (),
        "2026-11-30",
        "matchable",
        "in_progress",
        decisions=(_decided(DecisionKind.OVERRIDE, "2026-10-05", **_EXCEPTION),),
    ),
    _stands(
        "after the exception",
        _PLAIN,
        (),
        "2026-12-01",
        "in_progress",
        decisions=(_decided(DecisionKind.OVERRIDE, "2026-10-05", **_EXCEPTION),),
    ),
    # A pause hides nothing: the rules alone still say matchable.
    _stands(
        "a pause",
        _TWO,
        (*_VOG, _W),
        "2026-11-01",
        "paused",
        "matchable",
        decisions=(*_CONFIRMED, _decided(DecisionKind.PAUSE, "2026-10-20", until=on("2026-11-10"))),
    ),
    _stands(
        "the day after the pause",
        _TWO,
        (*_VOG, _W),
        "2026-11-11",
        "matchable",
        scope=("wmo",),
        decisions=(*_CONFIRMED, _decided(DecisionKind.PAUSE, "2026-10-20", until=on("2026-11-10"))),
    ),
    # An exception does not end a pause.
    _stands(
        "a pause and an exception",
        _PLAIN,
        (),
        "2026-11-01",
        "paused",
        "in_progress",
        decisions=(
            _decided(DecisionKind.OVERRIDE, "2026-10-05", **_EXCEPTION),
            _decided(DecisionKind.PAUSE, "2026-10-20"),
        ),
    ),
    # A stop ends the confirmation; the rules alone then say: ready to be confirmed.
    _stands(
        "a stop",
        _PLAIN,
        _VOG,
        "2026-11-01",
        "stopped",
        "ready",
        decisions=(*_CONFIRMED, _decided(DecisionKind.WITHDRAW, "2026-10-20")),
    ),
)

ROWS = (*DOMAINS, *DECISIONS)
