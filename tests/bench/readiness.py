"""The figures of readiness for very many people: everybody's status, and the preview of another rule."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from lms.certification.knowledge.selectors import DECISION_FIELDS, FACT_FIELDS
from lms.certification.models import Decision, Evidence
from lms.certification.readiness import Scheme, SeenAndValid
from lms.certification.readiness.validity import Unit, Validity
from lms.certification.schemes.impact.selectors import Publication, impact_of
from lms.certification.standings.selectors import Ground, ground_on, stream_standings, volunteers
from tests.bench.figures import Figure
from tests.bench.many import Asked, Crowd, build_crowd
from tests.bench.measure import extra_mb, seconds
from tests.bench.plain_sql import Statement, reading, stream


def readiness_figures(many: int, asked: Asked, now: datetime) -> Iterator[Figure]:
    """Add very many people and yield the figures about them."""
    crowd = build_crowd(many, asked, now)
    ground = ground_on(localdate(now))
    if ground is None:
        raise RuntimeError("there are no rules")
    reads = rows_of_everybody()
    plain_mb, plain = extra_mb(lambda: stream(reads)), seconds(lambda: stream(reads))
    extra, spent = extra_mb(lambda: everybody(ground)), seconds(lambda: everybody(ground))
    yield Figure("statuses.s", round(spent, 2), "s", round(plain, 3))
    yield Figure("statuses.mb", extra, "MB", plain_mb)
    yield Figure("statuses_half.s", round(seconds(lambda: half(ground, crowd)), 2), "s", round(spent, 2))
    tomorrow = localdate(now) + timedelta(days=1)
    other = Publication(stricter(ground.scheme_for(None)), tomorrow)
    yield Figure("impact.s", round(seconds(lambda: preview(other)), 2), "s", round(plain, 3))
    yield Figure("impact.mb", extra_mb(lambda: preview(other)), "MB", plain_mb)


def rows_of_everybody() -> list[Statement]:
    """The reading of the same rows: everybody, every line that stands in order of person, every decision."""
    lines = Evidence.objects.effective().order_by("person_id").values_list("person_id", *FACT_FIELDS)
    decisions = Decision.objects.standing().order_by("person_id").values_list("person_id", *DECISION_FIELDS)
    people = volunteers().order_by("pk").distinct().values_list("pk", "joined_on")
    return [reading(rows) for rows in (people, lines, decisions)]


def everybody(ground: Ground) -> None:
    """Compute the status of everybody."""
    for _ in stream_standings(ground):
        pass


def half(ground: Ground, crowd: Crowd) -> None:
    """Compute the status of half of the people."""
    middle = (crowd.first + crowd.last) // 2
    for _ in stream_standings(ground, volunteers().filter(pk__lte=middle)):
        pass


def preview(publication: Publication) -> None:
    """Compute who would change if these rules were published; somebody must, or it says nothing."""
    if not sum(len(piece.changes) for piece in impact_of(publication)):
        raise RuntimeError("the stricter rules should change something for somebody")


def stricter(scheme: Scheme) -> Scheme:
    """The same rules, under which what was seen counts for two months."""
    short = Validity(length=2, unit=Unit.MONTHS)
    rules = [
        replace(rule, validity=short) if isinstance(rule, SeenAndValid) else rule for rule in scheme.rules
    ]
    return replace(scheme, rules=tuple(rules))
