"""Volunteers in every state, and what a scheme says of them: the world for previews and publications."""

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from lms.accounts.models import User
from lms.certification.decisions.services import Ruling, decide
from lms.certification.grounds.selectors import ground_on
from lms.certification.ledger.services import record_all
from lms.certification.readiness import Effect, FactKind, Scheme
from lms.certification.schemes.drafts import rules
from lms.certification.standings.selectors import standing_of
from tests.factories import certification as factory

State = tuple[str, frozenset[str]]


def person(name: str, started_on: date | None) -> User:
    return factory.people_volunteer(f"{name} Proef", joined_on=started_on)


def ready(name: str, started_on: date | None, now: datetime) -> User:
    """Somebody who did everything that blocks, 100 days ago."""
    return factory.ready(person(name, started_on), timezone.localdate(now) - timedelta(days=100), now)


def matchable(name: str, started_on: date | None, koen: User, now: datetime) -> User:
    """Somebody who was confirmed too."""
    found = ready(name, started_on, now)
    decide(found, Ruling(kind="confirm", submission=uuid.uuid4()), actor=koen, now=now)
    return found


def with_day(found: User, day: date, now: datetime) -> User:
    """Somebody who came to 1 meeting."""
    line = factory.entry(FactKind.ATTENDED, day, key="basistraining", ref=str(uuid.uuid4()))
    record_all(found, [line], actor=None, now=now)
    return found


def crowd(koen: User, now: datetime) -> list[User]:
    """Ten people: on their way, ready, matchable, paused; old, new, and without a known start."""
    today = timezone.localdate(now)
    old, new = today - timedelta(days=200), today + timedelta(days=40)
    found = [person("Aart", old), person("Bea", None), ready("Cor", old, now), ready("Dia", new, now)]
    found += [matchable(name, old, koen, now) for name in ("Els", "Fien", "Gijs")]
    found += [matchable("Hans", None, koen, now), matchable("Ine", new, koen, now)]
    paused = matchable("Job", old, koen, now)
    decide(paused, Ruling(kind="pause", submission=uuid.uuid4()), actor=paused, now=now)
    with_day(found[5], today - timedelta(days=50), now)
    return [*found, paused]


def asks_a_day(scheme: Scheme) -> Scheme:
    """The same scheme, where 1 meeting of 4 is needed before somebody is matchable."""
    return changed(scheme, "live_days", minimum=1, effect="block")


def asks_no_vog(scheme: Scheme) -> Scheme:
    return rules.remove(scheme, "vog")


def changed(scheme: Scheme, rule_id: str, **values: Any) -> Scheme:
    """The same scheme with other parameters for one rule."""
    if "effect" in values:
        values["effect"] = Effect(values["effect"])
    return rules.put(scheme, replace(rules.find(scheme, rule_id).rule, **values))


def states(people: list[User], day: date) -> dict[int, State]:
    """The state and scope of everybody on a day, under what is published now."""
    ground = ground_on(day)
    if ground is None:
        return {each.pk: ("in_progress", frozenset()) for each in people}
    found = {each.pk: standing_of(each, ground) for each in people}
    return {key: (each.state.value, frozenset(each.scope)) for key, each in found.items()}
