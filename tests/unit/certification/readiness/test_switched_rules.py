"""Rules that follow the newest fact: declared roles, consent of a guardian, a contact person."""

from lms.certification.readiness import Code, ContactLinked, Fact, FactKind, GuardianConsent, RolesDeclared
from tests.unit.certification.readiness.examples import a, fact, judge, on, other_way

ROLES = a(RolesDeclared, must_be_seen=True)
GUARDIAN = a(GuardianConsent)
CONTACT = a(ContactLinked)
TURNS = fact(FactKind.TURNS_SIXTEEN, "2027-03-01")


def declared(day: str, order: int = 0) -> Fact:
    return fact(FactKind.ROLES_DECLARED, day, order=order)


def roles_seen(day: str, order: int = 0) -> Fact:
    return fact(FactKind.ROLES_SEEN, day, order=order)


def consent(day: str, state: bool = True) -> Fact:
    return fact(FactKind.GUARDIAN_CONSENT, day, state=state)


def linked(day: str, state: bool = True, order: int = 0) -> Fact:
    return fact(FactKind.CONTACT_LINKED, day, state=state, order=order)


def test_it_waits_for_the_coordinator_until_the_declaration_was_seen() -> None:
    assert judge(ROLES, [], "2026-11-22").code is Code.TODO
    waiting = judge(ROLES, [declared("2026-11-01")], "2026-11-22")
    assert (waiting.code, waiting.passed, waiting.waits_for) == (Code.WAITING, False, "coordinator")
    met = judge(ROLES, [declared("2026-11-01"), roles_seen("2026-11-03")], "2026-11-22")
    assert (met.code, met.waits_for, met.met_on) == (Code.MET, "", on("2026-11-03"))


def test_it_waits_again_after_a_new_declaration() -> None:
    facts = [declared("2026-11-01"), roles_seen("2026-11-03"), declared("2026-11-10")]
    assert judge(ROLES, facts, "2026-11-09").code is Code.MET
    assert judge(ROLES, facts, "2026-11-10").code is Code.WAITING
    assert judge(ROLES, [*facts, roles_seen("2026-11-12")], "2026-11-12").met_on == on("2026-11-12")


def test_it_puts_facts_of_one_day_in_order() -> None:
    assert judge(ROLES, [declared("2026-11-01", 1), roles_seen("2026-11-01", 2)], "2026-11-01").passed
    assert not judge(ROLES, [declared("2026-11-01", 2), roles_seen("2026-11-01", 1)], "2026-11-01").passed
    assert judge(ROLES, [declared("2026-11-01"), roles_seen("2026-11-01")], "2026-11-01").passed


def test_it_needs_a_declaration_before_it_can_be_seen() -> None:
    assert judge(ROLES, [roles_seen("2026-11-03")], "2026-11-22").code is Code.TODO


def test_it_does_not_wait_when_seeing_is_not_asked() -> None:
    rule = a(RolesDeclared, must_be_seen=False)
    assert judge(rule, [declared("2026-11-01")], "2026-11-22").met_on == on("2026-11-01")


def test_it_lets_a_new_declaration_undo_an_oral_one() -> None:
    told = other_way("2026-11-01")
    assert judge(ROLES, [told], "2026-11-22").by_alternative
    assert judge(ROLES, [told, declared("2026-11-10")], "2026-11-22").code is Code.WAITING


def test_it_does_not_apply_without_a_known_sixteenth_birthday() -> None:
    verdict = judge(GUARDIAN, [], "2026-11-22")
    assert (verdict.code, verdict.passed, verdict.met_on) == (Code.NOT_APPLICABLE, True, None)
    assert (verdict.until, verdict.next_change_on) == (None, None)


def test_it_applies_up_to_the_day_of_turning_sixteen() -> None:
    before = judge(GUARDIAN, [TURNS], "2027-02-28")
    assert (before.code, before.passed, before.next_change_on) == (Code.TODO, False, on("2027-03-01"))
    after = judge(GUARDIAN, [TURNS], "2027-03-01")
    assert (after.code, after.met_on, after.next_change_on) == (Code.NOT_APPLICABLE, on("2027-03-01"), None)


def test_it_asks_consent_until_the_latest_known_birthday() -> None:
    facts = [TURNS, fact(FactKind.TURNS_SIXTEEN, "2026-03-01")]
    assert judge(GUARDIAN, facts, "2026-11-22").code is Code.TODO


def test_it_follows_the_consent() -> None:
    met = judge(GUARDIAN, [TURNS, consent("2026-11-01")], "2026-11-22")
    assert (met.code, met.met_on, met.until) == (Code.MET, on("2026-11-01"), None)
    assert met.next_change_on == on("2027-03-01")
    withdrawn = judge(GUARDIAN, [TURNS, consent("2026-11-01"), consent("2026-11-10", False)], "2026-11-22")
    assert (withdrawn.code, withdrawn.have) == (Code.TODO, 0)


def test_it_lets_withdrawal_end_consent_on_paper_and_win_a_tie() -> None:
    facts = [TURNS, other_way("2026-11-01"), consent("2026-11-10", False)]
    assert judge(GUARDIAN, facts, "2026-11-09").passed
    assert not judge(GUARDIAN, facts, "2026-11-10").passed
    assert not judge(
        GUARDIAN, [TURNS, consent("2026-11-10", False), consent("2026-11-10")], "2026-11-10"
    ).passed


def test_it_follows_the_newest_contact() -> None:
    facts = [linked("2026-09-01"), linked("2026-10-01", False), linked("2026-10-01", order=1)]
    assert judge(CONTACT, facts[:2], "2026-11-22").code is Code.TODO
    assert judge(CONTACT, facts, "2026-11-22").met_on == on("2026-09-01")
    assert judge(CONTACT, facts[:2], "2026-09-30").passed
    assert judge(CONTACT, [linked("2026-10-01", False), other_way("2026-10-02")], "2026-11-22").by_alternative
