"""One decision extends a criterion for a list of people: preview, one line each, and back again."""

import uuid
from datetime import date, timedelta

import pytest

from lms.accounts.public import Role
from lms.certification.extensions.selectors import extensions_of, people_of, people_whose_ends, reach_of
from lms.certification.extensions.services import Extending, extend_for, withdraw_extension
from lms.certification.ledger.services import LedgerError, record_evidence
from lms.certification.models import Evidence, Extension, Standing
from lms.certification.policies import NotAllowed
from lms.certification.readiness import FactKind
from lms.certification.standings.selectors import ground_on, standing_of
from tests.factories import certification as factory
from tests.factories import people

pytestmark = pytest.mark.django_db


def wanted(until: date, **more: object) -> Extending:
    values: dict[str, object] = {
        "submission": uuid.uuid4(),
        "rule_id": "vog",
        "until": until,
        "reason_code": "paper_on_its_way",
        "reason": "Het aanvragen duurt lang.",
        **more,
    }
    return Extending(**values)  # type: ignore[arg-type]


def verdict(person, day):
    return next(each for each in standing_of(person, ground_on(day)).verdicts if each.rule_id == "vog")


def seen(name: str, day: date, koen, now):
    """A volunteer whose VOG was seen on a day."""
    person = people.person(name, Role.VOLUNTEER)
    record_evidence(person, factory.entry(FactKind.SEEN, day, key="vog"), actor=koen, now=now)
    return person


@pytest.fixture
def until(today) -> date:
    return today + timedelta(days=90)


@pytest.fixture
def crowd(scheme, noor, koen, now, today):
    """A VOG that ends in 9 days, one that has ended, one that is new, none, and who is not coordinated."""
    soon = seen("Anna Soon", date(2023, 12, 1), koen, now)
    over = seen("Bram Over", date(2023, 10, 1), koen, now)
    new = seen("Cato New", today, koen, now)
    return [soon, over, new, noor, koen]


WHY = ["", "", "not_needed", "never_met", "not_allowed"]


def test_it_says_per_person_what_it_would_do(crowd, koen, today, until):
    found = reach_of(crowd, "vog", until, actor=koen, ground=ground_on(today))
    assert [each.why_not for each in found] == WHY
    assert [(each.old_end, each.new_end) for each in found[:2]] == [
        (date(2026, 12, 1), until),
        (date(2026, 10, 1), until),
    ]
    assert not Extension.objects.exists()


def test_it_does_what_the_preview_said(crowd, koen, now, today, until):
    soon, over, *_ = crowd
    extension = extend_for(crowd, wanted(until), actor=koen, now=now)
    rows = Evidence.objects.filter(kind="extended")
    assert [(row.person, row.key, row.until, row.ref) for row in rows] == [
        (soon, "vog", until, str(extension.uuid)),
        (over, "vog", until, str(extension.uuid)),
    ]
    for person in (soon, over):
        assert (verdict(person, today).passed, verdict(person, today).until) == (True, until)
    assert verdict(over, today).extended
    assert "vog" not in Standing.objects.get(person=over).open_rules.split(",")
    assert extension.criterion == "Bewijs over gedrag (VOG)"


def test_it_ends_by_itself(crowd, koen, now, until):
    extend_for(crowd, wanted(until), actor=koen, now=now)
    assert verdict(crowd[1], until).passed
    assert not verdict(crowd[1], until + timedelta(days=1)).passed


def test_it_is_one_extension_when_sent_twice(crowd, koen, now, until):
    same = wanted(until)
    assert extend_for(crowd, same, actor=koen, now=now) == extend_for(crowd, same, actor=koen, now=now)
    assert (Extension.objects.count(), Evidence.objects.filter(kind="extended").count()) == (1, 2)


def test_it_stands_in_the_history_of_each(crowd, koen, now, until):
    extension = extend_for(crowd, wanted(until), actor=koen, now=now)
    line = extensions_of(crowd[0])[0]
    assert (line.criterion, line.until, line.reason_word, line.made_by, line.is_withdrawn) == (
        "Bewijs over gedrag (VOG)",
        until,
        "Een papier is onderweg",
        koen,
        False,
    )
    assert extensions_of(crowd[2]) == []
    assert people_of(extension, koen) == crowd[:2]


def test_it_is_taken_back_for_everybody(crowd, koen, now, today, until):
    extension = extend_for(crowd, wanted(until), actor=koen, now=now)
    assert withdraw_extension(extension, actor=koen, now=now) == 2
    assert not verdict(crowd[1], today).passed
    assert extensions_of(crowd[1])[0].is_withdrawn
    assert people_of(extension, koen) == []
    assert withdraw_extension(extension, actor=koen, now=now) == 0
    assert Evidence.objects.filter(kind="extended").count() == 4, "nothing is erased"


def test_it_is_taken_back_by_nobody_else(crowd, koen, vera, noor, now, until):
    extension = extend_for(crowd, wanted(until), actor=koen, now=now)
    for actor in (vera, noor):
        with pytest.raises(NotAllowed):
            withdraw_extension(extension, actor=actor, now=now)
    assert people_of(extension, koen) == crowd[:2]


@pytest.mark.parametrize("who", ["noor", "femke", "vera"])
def test_it_is_made_by_a_coordinator_only(crowd, request, now, until, who):
    with pytest.raises(NotAllowed):
        extend_for(crowd, wanted(until), actor=request.getfixturevalue(who), now=now)
    assert not Extension.objects.exists()


@pytest.mark.parametrize("days", [0, -3, 400])
def test_it_lasts_at_most_a_year(crowd, koen, now, today, days):
    with pytest.raises(LedgerError, match="binnen een jaar"):
        extend_for(crowd, wanted(today + timedelta(days=days)), actor=koen, now=now)


@pytest.mark.parametrize("empty", [{"reason": " "}, {"reason_code": ""}])
def test_it_asks_a_ground(crowd, koen, now, until, empty):
    with pytest.raises(LedgerError, match="Kies een reden"):
        extend_for(crowd, wanted(until, **empty), actor=koen, now=now)


def test_it_refuses_what_does_nothing(crowd, koen, now, until):
    with pytest.raises(LedgerError, match="verandert voor niemand iets"):
        extend_for(crowd[2:4], wanted(until), actor=koen, now=now)
    with pytest.raises(LedgerError, match="verandert voor niemand iets"):
        extend_for(crowd, wanted(until, rule_id="boundaries"), actor=koen, now=now)


@pytest.mark.parametrize(("days", "names"), [(5, ["Bram Over"]), (9, ["Anna Soon", "Bram Over"])])
def test_it_finds_for_whom_it_ends(crowd, koen, today, days, names):
    found = people_whose_ends(koen, "vog", days, ground_on(today))
    assert [each.name for each in found] == names
