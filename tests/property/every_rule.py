"""Hypothesis strategies for schemes with everything that can be written in them: every kind, every field.

`strategies` draws small worlds in which rules and facts meet; here the rules themselves are what matters.
"""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from lms.certification.readiness import (
    AllOf,
    AnyOf,
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    Domain,
    Effect,
    FirstThen,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    NOf,
    RenewFrom,
    RolesDeclared,
    Rule,
    Scheme,
    SeenAndValid,
    SignedStatement,
    Unit,
    Validity,
)
from tests.property.strategies import lasts, numbered

codes = st.sampled_from(("a", "b", "vog", "closing_talk", "grenzen"))
several_codes = st.lists(codes, min_size=1, max_size=4, unique=True).map(tuple)
windows = st.integers(0, 90)
TEXTS = st.sampled_from(("Zo doe je het.", "Het kan ook anders."))

free_validities = st.builds(
    lasts,
    length=st.integers(1, 40),
    unit=st.sampled_from(Unit),
    renew_from=st.sampled_from((RenewFrom.COMPLETION, RenewFrom.EXPIRY)),
    window_days=windows,
    warn_days=windows,
)
fixed_validities = st.builds(
    Validity,
    length=st.sampled_from((12, 24, 36)),
    unit=st.just(Unit.MONTHS),
    renew_from=st.just(RenewFrom.FIXED),
    window_days=windows,
    warn_days=windows,
    fixed_month=st.integers(1, 12),
    fixed_day=st.integers(1, 29),
)
validities = st.none() | free_validities | fixed_validities
due_days = st.none() | st.integers(1, 400)
_common: dict[str, st.SearchStrategy[Any]] = {
    "id": st.just("to_be_numbered"),
    "title": TEXTS,
    "effect": st.sampled_from(Effect),
    "why": TEXTS,
    "how": TEXTS,
    "alternative": TEXTS,
    "due_days": due_days,
}
_lasting = _common | {"validity": validities}


@st.composite
def _some_items(draw: st.DrawFn) -> CompletedItems:
    rule = draw(st.builds(CompletedItems, items=several_codes, **_lasting))
    return replace(rule, minimum=draw(st.none() | st.integers(1, len(rule.items))))


leaves_of: dict[type[Rule], st.SearchStrategy[Rule]] = {
    CompletedItems: _some_items(),
    Attended: st.builds(Attended, series=codes, minimum=st.integers(1, 3), of=st.integers(3, 6), **_lasting),
    SignedStatement: st.builds(SignedStatement, code=codes, **_lasting),
    SeenAndValid: st.builds(SeenAndValid, what=codes, **_lasting),
    ConversationHeld: st.builds(ConversationHeld, what=codes, points=st.just(()) | several_codes, **_lasting),
    RolesDeclared: st.builds(RolesDeclared, must_be_seen=st.booleans(), **_lasting),
    LimitsCardMade: st.builds(LimitsCardMade, **_lasting),
    IntervisionHeld: st.builds(
        IntervisionHeld,
        minimum_sessions=st.integers(1, 6),
        window_months=st.integers(1, 24),
        minimum_net_minutes=st.integers(0, 400),
        group_min=st.integers(1, 4),
        group_max=st.integers(4, 9),
        warn_days=windows,
        **_common,
    ),
    GuardianConsent: st.builds(GuardianConsent, **_common),
    ContactLinked: st.builds(ContactLinked, **_common),
    ContentRefreshed: st.builds(ContentRefreshed, items=several_codes, **_common),
}
leaves = st.one_of(*leaves_of.values())


def _groups(parts: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, rules=several, **_common),
        st.builds(AnyOf, rules=several, **_common),
        several.flatmap(
            lambda rules: st.builds(NOf, rules=st.just(rules), n=st.integers(1, len(rules)), **_common)
        ),
        st.builds(FirstThen, rules=st.tuples(parts, parts), **_common),
    )


trees = leaves | _groups(leaves | _groups(leaves))
any_rule = trees.map(lambda rule: numbered([rule])[0])


@st.composite
def any_scheme(draw: st.DrawFn) -> Scheme:
    """A scheme with shared rules and, sometimes, life domains that may have no rule of their own."""
    found = draw(st.lists(trees, min_size=1, max_size=5))
    shared = draw(st.integers(1, len(found)))
    rules = numbered(found)
    ids = draw(st.lists(st.sampled_from(("wmo", "jeugd", "werk")), max_size=3, unique=True))
    own = rules[shared:] if ids else ()
    title = draw(st.sampled_from(("Wmo", "Een ander woord")))
    domains = tuple(
        Domain(id=each, title=title, rules=() if number else own) for number, each in enumerate(ids)
    )
    return Scheme(slug="regeling", title="Regeling", rules=rules[:shared], domains=domains)
