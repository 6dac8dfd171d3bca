"""Methods, groups, sessions and members."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from lms.accounts.models import User
from lms.intervision.models import GroupMember, IntervisionGroup, IntervisionSession, Method

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
STEPS = [
    {
        "title": "Vertellen",
        "pause": False,
        "minutes": 20,
        "happens": "Iemand vertelt.",
        "says": "‘Begin maar.’",
    },
    {"title": "Pauze", "pause": True, "minutes": 10, "happens": "Even bewegen.", "says": ""},
    {"title": "Meedenken", "pause": False, "minutes": 30, "happens": "Bel {{ gemeente }}.", "says": ""},
]


def method(title: str = "Incidentmethode", **fields: Any) -> Method:
    """A method of an hour with a pause of ten minutes."""
    return Method.objects.create(
        title=title,
        slug=fields.pop("slug", title.lower().replace(" ", "-")),
        steps=[{"type": "step", "value": step} for step in STEPS],
        properties=[{"type": "property", "value": {"name": "Groep", "text": "5 tot 8 mensen"}}],
        **fields,
    )


def group(
    name: str = "Groep Zuid", facilitator: User | None = None, members: tuple[User, ...] = ()
) -> IntervisionGroup:
    """A group with a facilitator and members since the summer."""
    made = IntervisionGroup.objects.create(name=name, facilitator=facilitator)
    for user in members:
        GroupMember.objects.create(group=made, user=user, since=date(2026, 7, 1))
    return made


def session(of_group: IntervisionGroup, *, days: int = -10, **fields: Any) -> IntervisionSession:
    """A session of 90 minutes, so many days from the moment of the story (negative: past)."""
    starts_at = NOW + timedelta(days=days)
    defaults = {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=90), "place": "De Glasbak"}
    return IntervisionSession.objects.create(group=of_group, **defaults | fields)
