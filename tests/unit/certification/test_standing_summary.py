"""What lists filter and count on: written from the words of the columns."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lms.certification.readiness import (
    AllOf,
    ConversationHeld,
    Effect,
    Fact,
    FactKind,
    RolesDeclared,
    Rule,
    SeenAndValid,
    Standing,
    State,
)
from lms.certification.readiness.rules import Attended, LimitsCardMade
from lms.certification.readiness.scheme import Domain, Scheme
from lms.certification.readiness.standing import DomainStanding, ReasonCategory
from lms.certification.readiness.verdict import Code, Verdict
from lms.certification.standings.rules import domains_data, group_of, latest_fact, summary

TODAY = date(2026, 11, 22)
TEXTS = {"title": "Titel", "why": "Waarom.", "how": "Hoe.", "alternative": "Anders."}
BLOCK: dict[str, Any] = {**TEXTS, "effect": Effect.BLOCK}
VOG = SeenAndValid(id="vog", what="vog", **BLOCK)
TALK = ConversationHeld(id="talk", what="closing_talk", **BLOCK)
ROLES = RolesDeclared(id="roles", must_be_seen=True, **BLOCK)
DAYS = Attended(id="days", series="basis", minimum=1, of=1, **BLOCK)
CARD = LimitsCardMade(id="card", **{**BLOCK, "effect": Effect.WARN})
YOUTH = Attended(id="youth", series="jeugd", minimum=1, of=1, **BLOCK)
WORK = Attended(id="work", series="werk", minimum=1, of=1, **BLOCK)
WORK_TOO = Attended(id="work_too", series="werk2", minimum=1, of=1, **BLOCK)
SHARED = (VOG, TALK, ROLES, DAYS, CARD)


def said(rule: Rule, code: Code, **more: Any) -> Verdict:
    passed = more.pop("passed", code in (Code.MET, Code.EXPIRING))
    return Verdict(rule.id, code, passed, have=int(passed), need=1, effect=rule.effect, **more)


def judged(*verdicts: Verdict, domains: tuple[DomainStanding, ...] = (), **more: Any) -> Standing:
    """A standing of somebody in progress, with these verdicts; the other shared criteria are met."""
    found = {each.rule_id: each for each in verdicts}
    values = {
        "state": State.IN_PROGRESS,
        "computed_state": State.IN_PROGRESS,
        "reason_category": ReasonCategory.IN_PROGRESS,
        "since": None,
        "state_since": None,
        "until": None,
        "next_change_on": None,
        "decision": None,
    }
    shared = tuple(found.get(rule.id) or said(rule, Code.MET) for rule in SHARED)
    return Standing(**{**values, **more}, verdicts=shared, domains=domains)  # type: ignore[arg-type]


def scheme(*domains: Domain) -> Scheme:
    return Scheme("x", "X", SHARED, domains)


def test_it_names_every_unmet_criterion_between_commas_and_counts_what_blocks():
    found = summary(scheme(), judged(said(VOG, Code.TODO), said(CARD, Code.TODO)))
    assert (found.open_rules, found.in_the_way) == (",vog,card,", 1)
    assert summary(scheme(), judged()).open_rules == ","


@pytest.mark.parametrize(
    ("verdicts", "kind"),
    [
        ((), ""),
        ((said(VOG, Code.TODO),), "seen"),
        ((said(TALK, Code.TODO),), "talk"),
        ((said(TALK, Code.TODO), said(VOG, Code.EXPIRED)), "seen"),
        ((said(TALK, Code.TODO), said(DAYS, Code.TODO)), ""),
        ((said(ROLES, Code.WAITING), said(DAYS, Code.TODO)), "roles"),
        ((said(DAYS, Code.WAITING, waiting_since=TODAY),), "assess"),
        ((said(VOG, Code.WAITING, passed=True, waiting_since=TODAY),), "assess"),
        ((said(ROLES, Code.WAITING), said(DAYS, Code.WAITING, waiting_since=TODAY)), "assess"),
    ],
)
def test_it_says_what_waits_for_the_coordinator(verdicts, kind):
    assert summary(scheme(), judged(*verdicts)).waits_kind == kind
    for state in (State.PAUSED, State.STOPPED):
        assert summary(scheme(), judged(*verdicts, state=state)).waits_kind == ""


def test_it_sees_what_waits_inside_a_group_since_the_oldest_day():
    both = AllOf(id="both", rules=(YOUTH, WORK), **BLOCK)
    days = [TODAY - timedelta(days=9), TODAY - timedelta(days=3)]
    parts = tuple(
        said(rule, Code.WAITING, waiting_since=day) for rule, day in zip(both.rules, days, strict=True)
    )
    plain = judged()
    waiting = replace(plain, verdicts=(*plain.verdicts, said(both, Code.WAITING, children=parts)))
    found = summary(Scheme("x", "X", (*SHARED, both)), waiting)
    assert (found.is_waiting, found.waiting_since, found.waits_kind) == (True, days[0], "assess")


def test_it_counts_the_life_domain_with_the_least_to_do():
    youth = Domain(id="jeugd", title="Jeugd", rules=(YOUTH,))
    work = Domain(id="werk", title="Werk", rules=(WORK, WORK_TOO))
    todo = [said(rule, Code.TODO) for rule in (YOUTH, WORK, WORK_TOO)]
    neither = (
        DomainStanding("jeugd", "Jeugd", False, (todo[0],)),
        DomainStanding("werk", "Werk", False, (todo[1], todo[2])),
    )
    found = summary(scheme(youth, work), judged(domains=neither))
    assert (found.in_the_way, found.open_rules) == (1, ",youth,work,work_too,")
    met = DomainStanding("werk", "Werk", True, (said(WORK, Code.MET, until=TODAY), said(WORK_TOO, Code.MET)))
    one = judged(domains=(neither[0], met))
    assert summary(scheme(youth, work), one).in_the_way == 0
    assert summary(scheme(youth, work), one).expires_on == TODAY
    data = domains_data(scheme(youth, work), one)
    assert [(each["id"], each["holds"], len(each["criteria"])) for each in data] == [
        ("jeugd", False, 1),
        ("werk", True, 2),
    ]


def test_it_counts_no_end_in_a_life_domain_that_does_not_hold():
    youth = Domain(id="jeugd", title="Jeugd", rules=(YOUTH, WORK))
    half = DomainStanding(
        "jeugd", "Jeugd", False, (said(YOUTH, Code.MET, until=TODAY), said(WORK, Code.TODO))
    )
    assert summary(scheme(youth), judged(domains=(half,))).expires_on is None


@pytest.mark.parametrize("category", list(ReasonCategory))
def test_it_says_that_something_lapsed_only_of_who_was_confirmed(category):
    lapsed = category in (ReasonCategory.EXPIRED, ReasonCategory.INCOMPLETE)
    assert summary(scheme(), judged(reason_category=category)).has_lapsed is lapsed


def test_it_warns_for_every_criterion_in_its_warning_window():
    assert summary(scheme(), judged(said(CARD, Code.EXPIRING))).is_expiring
    assert not summary(scheme(), judged(said(CARD, Code.EXPIRED))).is_expiring


def test_it_puts_the_limits_card_with_the_boundaries():
    assert group_of(CARD) == "boundaries"


def test_it_counts_as_news_only_what_somebody_did():
    days = {
        FactKind.SEEN: TODAY - timedelta(days=50),
        FactKind.STARTED: TODAY - timedelta(days=2),
        FactKind.TURNS_SIXTEEN: TODAY - timedelta(days=1),
        FactKind.EXTENDED: TODAY,
        FactKind.INTERVISION: TODAY + timedelta(days=1),
    }
    facts = [Fact(kind, "", day) for kind, day in days.items()]
    assert latest_fact(facts, TODAY) == days[FactKind.SEEN]
    assert latest_fact(facts[1:], TODAY) is None
