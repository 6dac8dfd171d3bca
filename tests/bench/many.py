"""Very many people with thirty lines of evidence each, made by copying examples inside the database."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.db import connection, transaction
from django.db.models import Model

from lms.accounts.models import RoleAssignment, User
from lms.accounts.roles import Role
from lms.certification.models import Decision, Evidence
from lms.certification.readiness import FactKind
from lms.certification.readiness.presets import BASIC_TRAINING
from tests.factories.certification import blocking_entries

LINES = 30
EXAMPLES = 48
BATCH = 5000
TOGETHER = (FactKind.INTERVISION, FactKind.ATTENDED)


@dataclass(frozen=True)
class Crowd:
    """The people: primary keys from `first` up to and including `last`."""

    first: int
    last: int


@dataclass(frozen=True)
class Asked:
    """The lessons that the rules ask: the scenarios without which nobody is ready, and the others."""

    scenarios: tuple[str, ...]
    others: tuple[str, ...]


def build_crowd(many: int, asked: Asked, now: datetime) -> Crowd:
    """Make so many volunteers with LINES lines each, about the lessons that are asked. No standing is saved.

    Every example differs in what is there and since when; the others are copies of one of them.
    """
    _write(_person(n, now) for n in range(many))
    keys = User.objects.filter(email__startswith="menigte").order_by("pk").values_list("pk", flat=True)
    crowd = Crowd(keys[0], keys.reverse()[0])
    if crowd.last - crowd.first != many - 1:
        raise RuntimeError("the people must be numbered one after the other")
    everybody = range(crowd.first, crowd.last + 1)
    _write(RoleAssignment(user_id=key, role=Role.VOLUNTEER, granted_at=now) for key in everybody)
    examples = everybody[:EXAMPLES]
    _write(row for n, key in enumerate(examples) for row in _lines(n, key, asked, now))
    _copy_lines(crowd, examples)
    _take_back(crowd)
    _write(
        Decision(submission=uuid.uuid4(), person_id=key, kind=Decision.Kind.CONFIRM, made_at=now)
        for key in everybody[1::4]
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a database does by itself, but now
    return crowd


def _write(rows: Iterable[Model]) -> None:
    """Write rows of one kind, without ever holding many of them."""
    waiting = iter(rows)
    while some := list(islice(waiting, BATCH)):
        type(some[0])._base_manager.bulk_create(some)


def _person(n: int, now: datetime) -> User:
    joined_on = now.date() - timedelta(days=100 + n % EXAMPLES)
    return User(email=f"menigte{n}@example.org", name=f"Mens {n}", password="!", joined_on=joined_on)


def _lines(n: int, key: int, asked: Asked, now: datetime) -> list[Evidence]:
    """Thirty lines of one example: what is asked first, meetings, lessons, and sessions of intervision."""
    day = now.date() - timedelta(days=20 + 3 * n)
    entries = blocking_entries(day)
    said = [(each.kind, each.key, each.number, 0) for each in (entries if n % 2 else entries[: 2 + n % 6])]
    said += [(FactKind.ITEM_COMPLETED, lesson, 0, 0) for lesson in asked.scenarios if n % 2]
    said += [(FactKind.ATTENDED, BASIC_TRAINING, 0, 0)] * (n % 5)
    said += [(FactKind.CONTACT_LINKED, "", 0, 0)]
    said += [(FactKind.ITEM_COMPLETED, lesson, 0, 0) for lesson in asked.others[: 10 + n % 6]]
    said += [(FactKind.INTERVISION, "", 90, 6)] * (LINES - len(said))
    return [
        Evidence(
            person_id=key,
            kind=kind,
            key=about,
            ref=str(uuid.UUID(int=place)) if kind in TOGETHER else "",
            number=number,
            group_size=size,
            happened_on=day + timedelta(days=place - LINES),
            source="online",
            origin=f"example:{uuid.uuid4()}",
            recorded_at=now - timedelta(days=1),
        )
        for place, (kind, about, number, size) in enumerate(said[:LINES])
    ]


def _copy_lines(crowd: Crowd, examples: Sequence[int]) -> None:
    """Give everybody else the lines of an example, with ids of their own."""
    lines = Evidence.objects.filter(person_id__in=examples)
    lowest = lines.order_by("pk").values_list("pk", flat=True)[0]
    number = "p.id * 2048 + e.id - %s"
    sql = f"""
        INSERT INTO certification_evidence (
            uuid, origin, person_id, kind, "key", ref, number, group_size, state, happened_on, source,
            recorded_at, retracts)
        SELECT {_uuid_of(number)}, 'many:' || ({number}), p.id, e.kind, e."key", e.ref, e.number,
            e.group_size, e.state, e.happened_on, e.source, e.recorded_at, e.retracts
        FROM accounts_user p JOIN certification_evidence e ON e.person_id = %s + (p.id - %s) %% %s
        WHERE p.id BETWEEN %s AND %s
        ORDER BY p.id, e.id"""
    for start in range(crowd.first + EXAMPLES, crowd.last + 1, BATCH):
        end = min(start + BATCH - 1, crowd.last)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [lowest, lowest, crowd.first, crowd.first, EXAMPLES, start, end])


def _take_back(crowd: Crowd) -> None:
    """Take one line in a hundred back, so that reading what stands has something to leave out."""
    number = "e.id + 1000000000000"
    sql = f"""
        INSERT INTO certification_evidence (
            uuid, origin, supersedes_id, retracts, person_id, kind, "key", ref, number, group_size, state,
            happened_on, source, recorded_at)
        SELECT {_uuid_of(number)}, 'back:' || e.id, e.id, NOT e.retracts, e.person_id, e.kind, e."key", e.ref,
            e.number, e.group_size, e.state, e.happened_on, e.source, e.recorded_at
        FROM certification_evidence e WHERE e.id %% 100 = 0 AND e.person_id BETWEEN %s AND %s"""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [crowd.first, crowd.last])


def _uuid_of(number: str) -> str:
    """SQL that makes a uuid of a number, as this database keeps it."""
    if connection.vendor == "sqlite":
        return f"printf('%%032x', {number})"
    return f"lpad(to_hex(({number})::bigint), 32, '0')::uuid"
