"""The groups of the board in SQL are the groups of the board in Python, for a crowd of all kinds."""

import uuid
from datetime import date, timedelta
from itertools import product

import pytest

from lms.accounts.models import User
from lms.certification.board import rules as board
from lms.certification.board.selectors import board_rows, counts_of, in_groups
from lms.certification.decisions.services import DecisionRefused, Ruling, decide
from lms.certification.ledger.services import record_all
from lms.certification.models import Standing
from lms.certification.models.standing import StandingQuerySet
from lms.certification.readiness import FactKind
from lms.certification.standings.services import rebuild_standings
from tests.factories import certification as factory

pytestmark = pytest.mark.django_db
# What each kind of person misses of everything that is asked, and what was decided.
MISSES = (
    (),
    (FactKind.CONVERSATION_HELD,),
    (FactKind.SEEN,),
    (FactKind.SEEN, FactKind.CONVERSATION_HELD),
    (FactKind.ROLES_SEEN,),
    (FactKind.ITEM_COMPLETED,),
    (FactKind.ITEM_COMPLETED, FactKind.STATEMENT_SIGNED, FactKind.ROLES_DECLARED, FactKind.ROLES_SEEN),
    tuple(FactKind),
)
DECIDED = ((), ("confirm",), ("confirm", "pause"), ("withdraw",), ("override",))
AGES = (0, 60, 1060)


@pytest.fixture
def crowd(scheme, koen, now, today):
    """A person of every kind, with evidence of different ages."""
    for number, (misses, decided, age) in enumerate(product(MISSES, DECIDED, AGES)):
        person = factory.people_volunteer(
            f"Mens {number}",
            email=f"mens{number}@example.org",
            joined_on=today - timedelta(days=age * (number % 2) + 30) if number % 3 else None,
        )
        day = today - timedelta(days=age)
        entries = [each for each in factory.blocking_entries(day) if each.kind not in misses]
        record_all(person, entries, actor=None, now=now)
        for kind in decided:
            _decide(person, kind, koen, now, today)
    return list(User.objects.filter(email__startswith="mens"))


def _decide(person, kind, koen, now, today) -> None:
    said = {"reason_code": "other", "reason": "kort"} if kind in ("override", "withdraw") else {}
    until = {"until": today + timedelta(days=30)} if kind == "override" else {}
    try:
        ruling = Ruling(kind=kind, submission=uuid.uuid4(), **said, **until)
        decide(person, ruling, actor=koen, now=now)
    except DecisionRefused:  # not everybody can be confirmed
        pass


def in_sql(rows: StandingQuerySet, today: date) -> dict[str, StandingQuerySet]:
    return {name: in_groups(rows, [name], today) for name in board.GROUP_LABELS}


def in_python(row: Standing, today: date) -> set[str]:
    (line,) = board_rows([row], today)
    return set(line.groups)


def test_it_finds_the_same_people_for_every_group(crowd, now, today):
    met: set[str] = set()
    for later in (0, 45, 59, 400):
        day = today + timedelta(days=later)
        rebuild_standings(now + timedelta(days=later))
        rows = Standing.objects.select_related("person").filter(person__in=crowd)
        python = {row.pk: in_python(row, day) for row in rows}
        sql = {name: set(found.values_list("pk", flat=True)) for name, found in in_sql(rows, day).items()}
        assert sql == {name: {pk for pk, names in python.items() if name in names} for name in sql}
        counts = counts_of(rows, day)
        assert {name: len(found) for name, found in sql.items()} == {name: counts[name] for name in sql}
        assert counts["to_do"] == len(sql[board.READY] | sql[board.WAITS])
        assert counts["everybody"] == len(crowd)
        met.update(name for name, found in sql.items() if found)
    assert met == set(board.GROUP_LABELS), "every group had somebody, or this says nothing"


def test_it_finds_who_lacks_a_criterion(crowd, today):
    rows = Standing.objects.filter(person__in=crowd)
    for name in ("vog", "closing_talk"):
        lacking = {
            row.pk for row in rows for each in row.criteria if each["id"] == name and not each["passed"]
        }
        assert set(rows.lacking(name).values_list("pk", flat=True)) == lacking != set()
    assert not rows.lacking("closing").exists(), "a part of a name is no criterion"
    assert not rows.lacking("closing%talk").exists()


def test_it_counts_what_is_open_and_since_when(crowd, today):
    rows = Standing.objects.filter(person__in=crowd)
    for row in rows:
        left = [each for each in row.criteria if each["blocks"] and not each["passed"]]
        assert row.open_blocking == len(left)
    assert rows.filter(is_expiring=True).exists()
    assert rows.filter(waits_for_coordinator=True, waits_kind="roles").exists()
