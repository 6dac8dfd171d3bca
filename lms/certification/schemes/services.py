"""Put a scheme into force."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from lms.accounts.models import User
from lms.certification import audit
from lms.certification.models import SchemeVersion
from lms.certification.readiness import Scheme, oco_almere_licht, scheme_to_data
from lms.outbox.public import publish


class SchemeItems(Protocol):
    """The parts of a course that the default scheme asks for, by uid."""

    @property
    def course_items(self) -> Iterable[object]: ...

    @property
    def boundary_scenarios(self) -> Iterable[object]: ...

    @property
    def awareness_items(self) -> Iterable[object]: ...


def ensure_default_scheme(now: datetime, actor: User | None, items: SchemeItems) -> SchemeVersion:
    """Put "OCO Almere licht" into force where no version of it exists; return the newest version.

    An installation that changed its scheme keeps what it has. Raises RuleError when the course has no items
    of one of the three kinds.
    """
    scheme = oco_almere_licht(
        course_items=map(str, items.course_items),
        boundary_scenarios=map(str, items.boundary_scenarios),
        awareness_items=map(str, items.awareness_items),
    )
    known = SchemeVersion.objects.filter(slug=scheme.slug).order_by("number").last()
    return known or publish_scheme(scheme, localdate(now), actor=actor, now=now)


@transaction.atomic
def publish_scheme(scheme: Scheme, effective_on: date, *, actor: User | None, now: datetime) -> SchemeVersion:
    """Publish a scheme as the next version of its slug, in force from a day on."""
    newest = SchemeVersion.objects.filter(slug=scheme.slug).aggregate(Max("number"))["number__max"]
    version = SchemeVersion.objects.create(
        slug=scheme.slug,
        number=(newest or 0) + 1,
        title=scheme.title,
        effective_on=effective_on,
        content=scheme_to_data(scheme),
        published_at=now,
        published_by=actor,
    )
    audit.scheme_published(version, actor)
    publish("certification.rules_changed", now=now)
    return version
