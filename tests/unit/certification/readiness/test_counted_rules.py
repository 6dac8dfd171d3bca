"""Rules that are met for good: course items, meetings, conversations, statements."""

from lms.certification.readiness import (
    Attended,
    Code,
    CompletedItems,
    Context,
    ConversationHeld,
    Fact,
    FactKind,
    Rule,
    SignedStatement,
    evaluate,
)
from tests.unit.certification.readiness.examples import a, fact, judge, on, other_way

LESSONS = a(CompletedItems, items=("5.1", "5.2", "6.1"))
MEETINGS = a(Attended, series="basistraining", minimum=3, of=4)
TALK = a(ConversationHeld, what="closing_talk")
SECRECY = a(SignedStatement, code="geheimhouding")


def completed(day: str, item: str) -> Fact:
    return fact(FactKind.ITEM_COMPLETED, day, item)


def attended(day: str, ref: str, series: str = "basistraining") -> Fact:
    return fact(FactKind.ATTENDED, day, series, ref=ref)


def signed(day: str, version: int) -> Fact:
    return fact(FactKind.STATEMENT_SIGNED, day, "geheimhouding", number=version)


def test_it_is_open_without_any_fact() -> None:
    for rule, need in ((LESSONS, 3), (MEETINGS, 3), (TALK, 1), (SECRECY, 1)):
        verdict = judge(rule, [], "2026-11-22")
        assert (verdict.code, verdict.passed, verdict.have, verdict.need) == (Code.TODO, False, 0, need)
        assert (verdict.met_on, verdict.until, verdict.next_change_on, verdict.latest_on) == (None,) * 4


def test_it_counts_different_items_and_is_met_on_the_day_of_the_last() -> None:
    facts = [completed("2026-10-01", "5.1"), completed("2026-10-02", "5.1"), completed("2026-10-09", "5.2")]
    assert judge(LESSONS, facts, "2026-11-22").have == 2
    verdict = judge(LESSONS, [*facts, completed("2026-10-05", "6.1")], "2026-11-22")
    assert (verdict.code, verdict.have, verdict.met_on) == (Code.MET, 3, on("2026-10-09"))
    assert (verdict.until, verdict.next_change_on, verdict.by_alternative) == (None, None, False)


def test_it_ignores_items_that_are_not_asked() -> None:
    assert judge(LESSONS, [completed("2026-10-01", "1.1")], "2026-11-22").have == 0


def test_it_is_met_on_the_day_that_the_minimum_was_reached() -> None:
    rule = a(CompletedItems, items=("5.1", "5.2", "6.1"), minimum=2)
    facts = [completed(f"2026-10-0{day}", item) for day, item in ((3, "5.1"), (1, "5.2"), (5, "6.1"))]
    verdict = judge(rule, facts, "2026-11-22")
    assert (verdict.have, verdict.need, verdict.met_on) == (3, 2, on("2026-10-03"))


def test_it_does_not_count_what_happens_later() -> None:
    facts = [completed("2026-11-23", "5.1"), completed("2026-11-24", "5.2")]
    verdict = judge(LESSONS, facts, "2026-11-22")
    assert (verdict.have, verdict.latest_on) == (0, None)
    assert verdict.next_change_on == on("2026-11-23")
    assert judge(LESSONS, facts, "2026-11-23").have == 1


def test_it_counts_a_meeting_once() -> None:
    facts = [attended("2026-10-01", "a"), attended("2026-10-01", "a"), attended("2026-10-08", "b")]
    assert judge(MEETINGS, facts, "2026-11-22").have == 2
    verdict = judge(MEETINGS, [*facts, attended("2026-10-15", "c")], "2026-11-22")
    assert (verdict.code, verdict.met_on) == (Code.MET, on("2026-10-15"))


def test_it_counts_meetings_without_an_id_by_day() -> None:
    facts = [attended("2026-10-01", ""), attended("2026-10-01", ""), attended("2026-10-08", "")]
    assert judge(MEETINGS, facts, "2026-11-22").have == 2


def test_it_does_not_count_another_series_or_an_absence() -> None:
    absent = attended("2026-10-08", "b")._replace(state=False)
    assert judge(MEETINGS, [attended("2026-10-01", "a", "verdieping"), absent], "2026-11-22").have == 0


def test_it_knows_the_day_of_the_conversation() -> None:
    facts = [
        fact(FactKind.CONVERSATION_HELD, "2026-11-20", "closing_talk"),
        fact(FactKind.CONVERSATION_HELD, "2026-11-10", "closing_talk"),
    ]
    verdict = judge(TALK, facts, "2026-11-22")
    assert (verdict.met_on, verdict.latest_on, verdict.have) == (on("2026-11-10"), on("2026-11-20"), 1)


def test_it_asks_the_version_that_holds_on_the_day() -> None:
    assert judge(SECRECY, [signed("2026-10-01", 2)], "2026-11-22", {"geheimhouding": 2}).code is Code.MET
    assert judge(SECRECY, [signed("2026-10-01", 3)], "2026-11-22", {"geheimhouding": 2}).code is Code.MET
    old = judge(SECRECY, [signed("2026-10-01", 1)], "2026-11-22", {"geheimhouding": 2})
    assert (old.code, old.passed, old.have, old.until) == (Code.EXPIRED, False, 0, None)
    assert judge(SECRECY, [], "2026-11-22", {"geheimhouding": 2}).code is Code.TODO


def test_it_takes_any_version_when_none_is_asked() -> None:
    assert judge(SECRECY, [signed("2026-10-01", 0)], "2026-11-22").passed


def test_it_lets_an_older_signature_count_until_the_new_version_starts() -> None:
    facts = [signed("2026-10-01", 1)]

    def asked(day: str) -> Context:
        return Context(on(day), {"geheimhouding": 2}, {"geheimhouding": on("2026-12-01")})

    before = evaluate(SECRECY, facts, asked("2026-11-22"))
    assert (before.code, before.until) == (Code.MET, on("2026-11-30"))
    assert before.next_change_on == on("2026-12-01")
    after = evaluate(SECRECY, facts, asked("2026-12-01"))
    assert (after.code, after.until) == (Code.EXPIRED, on("2026-11-30"))
    renewed = evaluate(SECRECY, [*facts, signed("2026-11-25", 2)], asked("2026-12-01"))
    assert (renewed.code, renewed.met_on) == (Code.MET, on("2026-10-01"))


def test_it_never_counts_an_old_version_signed_after_the_new_one_started() -> None:
    asked = Context(on("2026-12-20"), {"geheimhouding": 2}, {"geheimhouding": on("2026-12-01")})
    verdict = evaluate(SECRECY, [signed("2026-12-05", 1)], asked)
    assert (verdict.code, verdict.until) == (Code.EXPIRED, None)


def test_it_can_be_met_in_another_way() -> None:
    rules: tuple[Rule, ...] = (LESSONS, MEETINGS, TALK, SECRECY)
    for rule in rules:
        verdict = judge(rule, [other_way("2026-11-01")], "2026-11-22", {"geheimhouding": 2})
        assert (verdict.code, verdict.by_alternative) == (Code.MET, True)
        assert (verdict.met_on, verdict.until) == (on("2026-11-01"), None)
        assert not judge(rule, [other_way("2026-11-01", "another")], "2026-11-22").passed
        assert not judge(rule, [other_way("2026-11-23")], "2026-11-22").passed


def test_it_counts_an_alternative_for_a_statement_with_its_own_version() -> None:
    facts = [other_way("2026-11-01", number=1)]
    assert judge(SECRECY, facts, "2026-11-22", {"geheimhouding": 1}).passed
    assert judge(SECRECY, facts, "2026-11-22", {"geheimhouding": 2}).code is Code.EXPIRED


def test_it_is_not_by_alternative_when_the_asked_evidence_is_there_too() -> None:
    facts = [other_way("2026-11-01"), fact(FactKind.CONVERSATION_HELD, "2026-11-10", "closing_talk")]
    verdict = judge(TALK, facts, "2026-11-22")
    assert (verdict.by_alternative, verdict.met_on) == (False, on("2026-11-01"))
    assert judge(TALK, facts, "2026-11-05").by_alternative
    assert judge(TALK, facts, "2026-11-05").next_change_on == on("2026-11-10")
