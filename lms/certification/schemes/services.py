"""Put a scheme into force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lms.accounts.models import User
from lms.certification import audit
from lms.certification.models import SchemeVersion, Transition
from lms.certification.readiness import Scheme, oco_almere_licht, scheme_to_data
from lms.outbox.public import publish


class PublicationRefused(ValueError):  # noqa: N818  (what it says, not what kind of thing it is)
    """A version that cannot be published; the message is a plain Dutch sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """For whom a new version holds (docs/decisions/0009 §9), and what changed in the coordinator's words.

    `until` is the last day that others keep the old version; only for the transition UNTIL.
    """

    transition: str = Transition.EVERYONE
    until: date | None = None
    summary: str = ""


EVERYONE_AT_ONCE = Terms()


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


def publish_scheme(
    scheme: Scheme,
    effective_on: date,
    *,
    actor: User | None,
    now: datetime,
    terms: Terms = EVERYONE_AT_ONCE,
) -> SchemeVersion:
    """Publish a scheme as the next version of its slug, in force from a day on and for whom `terms` say.

    Raises PublicationRefused for a day that is over: a rule that comes late never changes what was so.
    """
    if effective_on < localdate(now):
        raise PublicationRefused(_("Deze dag is al geweest. Kies vandaag of een dag die nog komt."))
    if (terms.until is None) is (terms.transition == Transition.UNTIL):
        raise PublicationRefused(_("Kies tot en met welke dag de oude regels nog gelden."))
    try:
        return _publish(scheme, effective_on, terms, actor, now)
    except IntegrityError:  # somebody else wrote the very first version at this moment
        return _publish(scheme, effective_on, terms, actor, now)


@transaction.atomic
def _publish(
    scheme: Scheme, effective_on: date, terms: Terms, actor: User | None, now: datetime
) -> SchemeVersion:
    version: SchemeVersion = SchemeVersion.objects.create(
        slug=scheme.slug,
        number=SchemeVersion.objects.filter(slug=scheme.slug).next_number(),
        title=scheme.title,
        effective_on=effective_on,
        content=scheme_to_data(scheme),
        transition=terms.transition,
        transition_until=terms.until,
        summary=terms.summary,
        published_at=now,
        published_by=actor,
    )
    audit.scheme_published(version, actor)
    publish("certification.rules_changed", now=now)
    return version
