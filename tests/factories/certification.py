"""A scheme in force and people on their way."""

import uuid
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from lms.accounts.models import User
from lms.accounts.public import Role
from lms.certification.ledger.rules import Entry
from lms.certification.ledger.services import record_all
from lms.certification.models import SchemeVersion, Source
from lms.certification.readiness import FactKind, oco_almere_licht, scheme_from_data, scheme_to_data
from lms.certification.schemes.services import Terms, ensure_default_scheme, publish_scheme
from lms.certification.statements.services import ensure_default_statements
from tests.factories import people

LESSONS = tuple(str(uuid.UUID(int=number)) for number in range(1, 9))


@dataclass(frozen=True)
class Items:
    """A small course: eight lessons, two of them about boundaries, one about safety."""

    course_items: tuple[str, ...] = LESSONS
    boundary_scenarios: tuple[str, ...] = field(default=LESSONS[4:6])
    awareness_items: tuple[str, ...] = field(default=LESSONS[6:7])


def scheme(now: datetime) -> SchemeVersion:
    """The default scheme and statements, in force since a year."""
    earlier = now - timedelta(days=365)
    ensure_default_statements(earlier)
    return ensure_default_scheme(earlier, None, Items())


def scheme_where(now: datetime, **changes: dict[str, Any]) -> SchemeVersion:
    """The default scheme in force since three years, with other values for top-level rules (by id)."""
    earlier = now - timedelta(days=3 * 365)
    ensure_default_statements(earlier)
    found = oco_almere_licht(
        course_items=LESSONS, boundary_scenarios=LESSONS[4:6], awareness_items=LESSONS[6:7]
    )
    rules = tuple(replace(rule, **changes.get(rule.id, {})) for rule in found.rules)
    version: SchemeVersion = SchemeVersion.objects.create(
        slug=found.slug,
        number=1,
        title=found.title,
        effective_on=earlier.date(),
        content=scheme_to_data(replace(found, rules=rules)),
        published_at=earlier,
    )
    return version


def entry(kind: FactKind, happened_on: date, **said: object) -> Entry:
    """A fact as a coordinator writes it down."""
    values: dict[str, object] = {"source": Source.SEEN, "origin": f"test:{uuid.uuid4()}", **said}
    return Entry(kind=kind, happened_on=happened_on, **values)  # type: ignore[arg-type]


def blocking_entries(day: date) -> list[Entry]:
    """Everything that the default scheme asks before somebody can be confirmed."""
    return [
        *(entry(FactKind.ITEM_COMPLETED, day, key=lesson) for lesson in LESSONS[4:6]),
        entry(FactKind.ROLES_DECLARED, day - timedelta(days=1)),
        entry(FactKind.ROLES_SEEN, day),
        entry(FactKind.STATEMENT_SIGNED, day, key="vrijwilligersovereenkomst", number=1),
        entry(FactKind.STATEMENT_SIGNED, day, key="geheimhouding", number=1),
        entry(FactKind.SEEN, day, key="vog"),
        entry(FactKind.CONVERSATION_HELD, day, key="closing_talk"),
    ]


def ready(person: User, day: date, now: datetime) -> User:
    """Make a person ready to be confirmed."""
    record_all(person, blocking_entries(day), actor=None, now=now)
    return person


def people_volunteer(name: str, **fields: object) -> User:
    """Another volunteer."""
    return people.person(name, Role.VOLUNTEER, **fields)


def publish_next(known: SchemeVersion, effective_on: date, now: datetime, **terms: object) -> SchemeVersion:
    """Another version with the same rules; `terms` as in Terms."""
    scheme = scheme_from_data(known.content)
    return publish_scheme(scheme, effective_on, actor=None, now=now, terms=Terms(**terms))  # type: ignore[arg-type]
